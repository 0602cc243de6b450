import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parseGametime } from "./gametime-file.ts";
import { orThrow } from "./result.ts";
import { parseRoundWebhook } from "./round-webhook.ts";

const FOLDER = fileURLToPath(new URL("../../../samples/edge/webhook_v172/", import.meta.url));
const NAME = "gametime-etl_adlernest-R1-1760126866.json";
const WEBHOOK = "2025-10-10-200746-etl_adlernest-round-1-webhook.json";
const gametime = readFileSync(`${FOLDER}gametimes/${NAME}`);
const webhook = readFileSync(`${FOLDER}webhooks/${WEBHOOK}`);

it("says the same as the webhook, and has each player's spawns", () => {
  const { spawnStats, ...rest } = orThrow(parseGametime(gametime, NAME));
  const { spawnStats: none, ...body } = orThrow(parseRoundWebhook(webhook, WEBHOOK));
  expect(rest).toEqual({ ...body, source: "gametime", file: NAME });
  expect(none).toEqual([]);
  expect(spawnStats).toHaveLength(6);
  expect(spawnStats[0]).toEqual({
    guid: "B4631A3F9498D94870887C9152766BA3",
    name: "o.ferrox",
    spawns: 11,
    deaths: 11,
    deadSeconds: 90,
    avgRespawnSeconds: 8,
    maxRespawnSeconds: 13,
  });
});

it("takes a payload that is JSON text", () => {
  const { meta, payload } = JSON.parse(gametime.toString());
  const text = JSON.stringify({ meta, payload: JSON.stringify(payload) });
  expect(parseGametime(Buffer.from(text), NAME)).toEqual(parseGametime(gametime, NAME));
});

it("warns when the name is of another round", () => {
  const result = parseGametime(gametime, "gametime-etl_adlernest-R2-1760126866.json");
  expect(result).toMatchObject({ ok: true, warnings: [{ code: "round_name_mismatch" }] });
  expect(parseGametime(gametime, "x.json")).toMatchObject({ ok: true, warnings: [] });
});

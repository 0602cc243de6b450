import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { companionsOf } from "../src/trace/companions.ts";
import { samples, slomix } from "./command.ts";

const evening = "small/2025-09-12_s01";
const r2 = `${evening}/gamestats/2025-09-12-205859-supply-round-2.txt`;

test("docs/data-flow.md is what trace says today", async () => {
  const { status, out, err } = await slomix(["trace", "--markdown", r2]);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  const page = join(samples, "../docs/data-flow.md");
  // `pnpm run data-flow` writes it anew.
  expect(readFileSync(page, "utf8")).toBe(out);
});

test("each step's value as JSON, companions fed too", async () => {
  const { status, out } = await slomix(["trace", "--json", r2]);
  expect(status).toBe(0);
  const trace = JSON.parse(out);
  expect(trace.file).toBe(r2);
  expect(trace.steps.map(({ step }: { step: string }) => step)).toEqual([
    "download",
    "parse",
    "pair",
    "check",
    "score",
    "store",
    "show",
  ]);
  const [download, , pair, , , store, show] = trace.steps;
  expect(download.value.map(({ name }: { name: string }) => name)).toHaveLength(8);
  expect(pair.value.pairing.rounds).toMatchObject([
    { state: "paired", telemetry: { round: 1 } },
    { state: "paired", telemetry: { round: 2 }, stats: { differential: "applied" } },
  ]);
  expect(store.value.rows).toMatchObject({ rounds: 2, player_comprehensive_stats: 12 });
  expect(show.value.matches).toMatchObject([{ map: "supply", result: "time" }]);
});

test.each([
  ["webhooks/2025-09-12-205856-supply-round-2-webhook.json"],
  ["gametimes/gametime-supply-R1-1757710126.json"],
  ["gamestats/2025-09-12-204848-supply-round-1-endstats.txt"],
  ["gamestats/2025-09-12-204849-supply-round-1.txt"],
  ["gamestats/2025-09-12-205859-supply-round-2.txt"],
])("from %s the whole match is found", async (file) => {
  const path = join(samples, evening, file);
  const incoming = { name: basename(file), path, bytes: readFileSync(path) };
  const files = await companionsOf(incoming, "/", {});
  expect(files.map(({ name }) => name)).toEqual([
    "2025-09-12-204849-supply-round-1.txt",
    "2025-09-12-204848-supply-round-1-endstats.txt",
    "2025-09-12-204846-supply-round-1-webhook.json",
    "gametime-supply-R1-1757710126.json",
    "2025-09-12-205859-supply-round-2.txt",
    "2025-09-12-205858-supply-round-2-endstats.txt",
    "2025-09-12-205856-supply-round-2-webhook.json",
    "gametime-supply-R2-1757710736.json",
  ]);
});

test("a file that is refused stops at parse", async () => {
  const file = "edge/damaged_files/damaged/2025-10-10-201613-frostbite-round-2-header.txt";
  const { status, out, err } = await slomix(["trace", file]);
  expect(status).toBe(1);
  expect(out).toMatch(/^1 download /m);
  expect(out).toMatch(/refused: .*\(empty\)/);
  expect(out).not.toMatch(/^3 pair/m);
  expect(err).toMatch(/^slomix: .* stops at parse: /);
});

test.each([
  ["edge/nowhere.txt", /no such file/],
  ["edge/bots", /a folder, not a file/],
  ["edge/bots/README.md", /README\.md is no file that a round is made of/],
])("%s cannot be traced", async (file, message) => {
  const { status, err } = await slomix(["trace", file]);
  expect(status).toBe(1);
  expect(err).toMatch(message);
});

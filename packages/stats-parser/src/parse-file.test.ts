import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseFile } from "./parse-file.ts";

const EDGE = fileURLToPath(new URL("../../../samples/edge/", import.meta.url));
const bytes = (text: string) => new TextEncoder().encode(text);

function sample(path: string) {
  return parseFile(readFileSync(EDGE + path), EDGE + path);
}

describe("one entry for every kind of file", () => {
  it.each([
    ["webhook_v172/gamestats/2025-10-10-200749-etl_adlernest-round-1.txt", "stats"],
    ["webhook_v172/gamestats/2025-10-10-200748-etl_adlernest-round-1-endstats.txt", "endstats"],
    ["webhook_v172/webhooks/2025-10-10-200746-etl_adlernest-round-1-webhook.json", "webhook"],
    ["webhook_v172/gametimes/gametime-etl_adlernest-R1-1760126866.json", "gametime"],
  ])("%s", (path, kind) => {
    const file = sample(path);
    expect(file.kind).toBe(kind);
    expect(file.result.ok && file.result.warnings).toEqual([]);
  });

  it.each([
    ["empty", "2025-10-10-201613-frostbite-round-2.txt", "", "stats", "empty"],
    ["empty without a name", "x", "", null, "empty"],
    ["prose", "x.txt", "hello", null, "unsupported_kind"],
    ["proximity", "x.txt", "# PROXIMITY_TRACKER_V4\n", "proximity", "unsupported_kind"],
    ["no JSON", "x.json", "{", null, "bad_json"],
    ["other JSON", "x.json", "{}", null, "bad_json"],
    ["a gametime without payload", "x.json", '{"meta":{}}', "gametime", "bad_json"],
    ["a gametime whose meta is text", "x.json", '{"meta":"","payload":{}}', "gametime", "bad_json"],
    ["a webhook without fields", "x.json", '{"embeds":[]}', "webhook", "bad_json"],
    [
      "an empty webhook",
      "2025-10-10-201613-frostbite-round-2-webhook.json",
      "",
      "webhook",
      "empty",
    ],
  ] as const)("%s is refused as what it is", (_, name, text, kind, code) => {
    const file = parseFile(bytes(text), `/tmp/${name}`);
    expect(file.kind).toBe(kind);
    expect(file.result).toMatchObject({ ok: false, error: { code, file: name } });
  });

  it("refuses JSON above 1 MB", () => {
    const large = bytes(`{"embeds":["${"x".repeat(1024 * 1024)}"]}`);
    const name = "2025-10-10-201613-frostbite-round-2-webhook.json";
    expect(parseFile(large, name).result).toMatchObject({
      ok: false,
      error: { code: "too_large" },
    });
  });

  it("warns when a file is named for another round than its content", () => {
    const path = "webhook_v172/webhooks/2025-10-10-200746-etl_adlernest-round-1-webhook.json";
    const renamed = parseFile(
      readFileSync(EDGE + path),
      "2025-10-10-200746-supply-round-1-webhook.json",
    );
    expect(renamed.result).toMatchObject({
      ok: true,
      value: { map: "etl_adlernest" },
      warnings: [{ code: "round_name_mismatch" }],
    });
  });
});

import { describe, expect, it } from "vitest";
import { detectKind } from "./file-kind.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const HEADER = "host\\supply\\legacy6\\1\\1\\2\\12:00\\8:32\\512317\n";
const ROUND = "2026-01-12-224606-te_escape2-round-2";

describe("the name tells the kind", () => {
  it.each([
    [`${ROUND}.txt`, "stats"],
    [`${ROUND}-endstats.txt`, "endstats"],
    [`${ROUND}_endstats.txt`, "endstats"],
    [`/srv/game stats/${ROUND}.txt`, "stats"],
    [`${ROUND}_engagements.txt`, "proximity"],
  ])("%s: %s, whatever is in it", (name, kind) => {
    expect(detectKind(name, bytes("?"))).toBe(kind);
    expect(detectKind(name, bytes(HEADER))).toBe(kind);
  });
});

describe("the content of a .json tells it, then the name", () => {
  it.each([
    ["x.json", '{"embeds":[]}', "webhook"],
    ["x.JSON", '{"meta":{},"payload":{"embeds":[]}}', "gametime"],
    [`${ROUND}-webhook.json`, '{"meta":{}}', "gametime"],
    [`${ROUND}-webhook.json`, '{"broken', "webhook"],
    ["gametime-supply-R1-1760127036.json", '{"broken', "gametime"],
    ["gametime-supply-R1-1760127036.json", '{"embeds":[]}', "webhook"],
    ["x.json", '{"broken', null],
    ["x.json", '{"other":1}', null],
    ["x.json", '[{"embeds":[]}]', null],
    ["x.json", "", null],
  ])("%s with %j: %s", (name, text, kind) => {
    expect(detectKind(name, bytes(text))).toBe(kind);
  });
});

describe("without a name that fits, the content tells it", () => {
  it.each([
    ["seven backslashes in the first line", HEADER, "stats"],
    ["an old header with eight fields", "h\\m\\c\\1\\1\\2\\12:00\\8:32", "stats"],
    ["six backslashes", "h\\m\\c\\1\\1\\2\\12:00\n", null],
    ["the old endstats kind", `${HEADER}AWARD\\1\\Most deaths\\m\\\\4\n`, "endstats"],
    ["proximity", "# PROXIMITY_TRACKER_V4\n# map=supply\n", "proximity"],
    ["a line with two tabs", "Most deaths\tmoth\t7\n", "endstats"],
    ["a line with two tabs behind junk", "junk\n\tmoth\t7\n", "endstats"],
    ["lines with one tab or three", "a\tb\na\tb\tc\td\n", null],
    ["JSON", ' {"embeds":[]}', "webhook"],
    ["JSON of a gametime", '{"meta":1}', "gametime"],
    ["other JSON", '{"a":1}', null],
    ["prose", "hello\n", null],
    ["nothing", "", null],
  ])("%s", (_, text, kind) => {
    expect(detectKind("notes.txt", bytes(text))).toBe(kind);
    expect(detectKind("", bytes(text))).toBe(kind);
  });

  it("does not read large JSON to see what it is", () => {
    const large = bytes(`{"embeds":["${"x".repeat(1024 * 1024)}"]}`);
    expect(detectKind("notes", large)).toBeNull();
  });
});

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

describe("a league's report is known by its content, whatever it is called", () => {
  const report = '{"round_info":{"servername":"a\\\\b"},"player_stats":{}}';
  it.each([
    ["a round", report],
    ["a round without its information", ' \n{"player_stats":{}}'],
    ["a round with its file's name", '{"round_filename":null,"round_data":{}}'],
    ["a match", '{"match":{"rounds":[]}}'],
    ["a match by itself", '{"match_id":7,"rounds":[]}'],
    ["behind a byte order mark", `\ufeff${report}`],
    ["with many backslashes in its first line", `{"round_info":"${"\\\\".repeat(9)}"}`],
    ["longer than any webhook", `{"x":"${"x".repeat(1024 * 1024)}","round_info":{}}`],
  ])("%s", (_, text) => {
    for (const name of [`${ROUND}.txt`, `${ROUND}-webhook.json`, "x.json", "x", ""]) {
      expect(detectKind(name, bytes(text))).toBe("report");
    }
  });

  it.each([
    ["a match without rounds", '{"match":{}}'],
    ["a list", `[${report}]`],
    ["broken", report.slice(0, -1)],
  ])("%s is none", (_, text) => {
    expect(detectKind("x.json", bytes(text))).toBeNull();
  });

  it("a server whose name begins with a brace still writes stats files", () => {
    expect(detectKind("notes", bytes(`{clan} ${HEADER}`))).toBe("stats");
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

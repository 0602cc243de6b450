import { expect, it } from "vitest";
import { parseStatsFile } from "./parse-stats-file.ts";
import { roundTelemetryOf } from "./round-telemetry.ts";
import { drawnName, shownName } from "./shown-name.ts";

const guid = "2CA23D0A9F4E1B7788C0D1E2F3A4B5C6";

it.each([
  ["", "no character at all"],
  ["   ", "blanks"],
  ["\u00a0\u2003\u3000", "wide and hard blanks"],
  ["\u0001\u001b\u007f\u0085", "control characters"],
  ["\u200b\u200d\u2060\ufeff", "zero-width characters"],
  ["\u202e\u2066", "turns of the reading direction"],
  ["\u0301\u0323", "accents without a letter"],
  ["\ufe0f", "a choice of a letter's variant"],
  ["\u3164\u115f\uffa0", "fillers of the Korean script"],
  ["\u2800", "the empty Braille pattern"],
  ["\u00ad", "a soft hyphen"],
])("%j (%s) is shown as the first eight of the GUID", (name) => {
  expect(shownName(name, guid)).toBe("2CA23D0A");
});

it.each([
  "Borovets",
  "^^",
  "^",
  ".",
  "-",
  " a ",
  "<b>x</b>",
  "| *|_",
  "Čedo",
  "Марко ★",
  "村",
  "e\u0301",
  "\u200bx",
  "👋",
  "\ufffd",
  "0",
])("%j stays as it is", (name) => {
  expect(shownName(name, guid)).toBe(name);
});

const header = "^7Public\\radar\\legacy6\\1\\1\\2\\10:00\\5:08";
const line = (guid8: string, name: string) =>
  `${guid8}\\${name}\\0\\1\\32 9 20 2 1 3 \t100 90 0 0 0 0 0 0 0 20 0 0 0 0 0 0 0 0 0 0 0 0 5.0`;

it("a stats file's name is the shown one, its raw name stays as written", () => {
  const text = [
    header,
    line("AAAA0001", "^1^2^3"),
    line("AAAA0002", "^7 "),
    line("AAAA0003", "^1x"),
  ];
  const bytes = new TextEncoder().encode(`${text.join("\n")}\n`);
  const result = parseStatsFile(bytes, "2026-01-12-224606-radar-round-1.txt");
  expect(result.ok && result.value.lines.map(({ name, rawName }) => [name, rawName])).toEqual([
    ["AAAA0001", "^1^2^3"],
    ["AAAA0002", "^7 "],
    ["x", "^1x"],
  ]);
});

it("what is drawn is the name as written, where it shows anything", () => {
  expect(drawnName({ name: "x", rawName: "^1x" })).toBe("^1x");
  expect(drawnName({ name: "AAAA0001", rawName: "^1^2 ^3" })).toBe("AAAA0001");
});

it("a webhook's line-up shows the same name", () => {
  const fields = [
    { name: "Map", value: "radar" },
    { name: "Round", value: "1" },
    { name: "Lua_RoundEnd", value: "1760127036" },
    {
      name: "Axis_JSON",
      value: JSON.stringify([{ guid, name: " " }, { guid: `F${guid.slice(1)}` }]),
    },
  ];
  const result = roundTelemetryOf({ embeds: [{ fields }] }, { file: "test" });
  expect(result.ok && result.value.axis.map(({ name, rawName }) => [name, rawName])).toEqual([
    ["2CA23D0A", " "],
    ["FCA23D0A", ""],
  ]);
});

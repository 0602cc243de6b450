import { describe, expect, it } from "vitest";
import {
  bytesOf,
  headerText,
  type LineSpec,
  lineText,
  round1,
  round2,
  statsText,
} from "../test/support/stats-text.ts";
import { roundStats } from "./derive-round.ts";
import { type FileLayoutName, LINE_LAYOUTS, layoutOf } from "./line-layouts.ts";
import { parseStatsFile } from "./parse-stats-file.ts";
import { PLAYER_FIELDS } from "./player-fields.ts";
import type { PlayerLine, StatsFile } from "./stats-file.ts";

const LAYOUTS = Object.keys(LINE_LAYOUTS) as FileLayoutName[];
/** Every field with a value of its own, so that one in another's place would show. */
const TELLING = Object.fromEntries(
  PLAYER_FIELDS.filter(({ key }) => key !== "bullets_fired").map(({ key, index }) => [
    key,
    index + 1,
  ]),
);
const of = (layout: FileLayoutName, guid = "AAAA0001"): LineSpec => ({
  guid,
  tab: TELLING,
  layout,
});

function parsed(lines: readonly string[]) {
  const result = parseStatsFile(
    bytesOf(`${[headerText({ limit: "30:00", next: "30:00" }), ...lines].join("\n")}\n`),
    "f.txt",
  );
  if (!result.ok) throw new Error(result.error.message);
  return { file: result.value, codes: result.warnings.map(({ code }) => code) };
}

describe("the layout of a file's lines", () => {
  it.each<[string, string[], FileLayoutName]>([
    ...LAYOUTS.map((name): [string, string[], FileLayoutName] => [
      `lines of ${name}`,
      [lineText(of(name)), lineText(of(name, "AAAA0002"))],
      name,
    ]),
    ["one damaged line among whole ones", [lineText(of("37")), lineText(of("38"))], "38"],
    ["one damaged line among 37", [lineText(of("33")), lineText(of("37"))], "37"],
    ["a count that no writer has", [lineText(of("38")).split("\t").slice(0, 30).join("\t")], "38"],
    ["an empty last field", [`${lineText(of("36"))}\t`], "36"],
    ["weapons alone", ["AAAA0001\\fox\\0\\1\\16 1 2 3 4 5"], "38"],
    ["junk", ["\t\t\t\\\\", "x"], "38"],
  ])("%s", (_what, lines, name) => {
    expect(layoutOf(`${lines.join("\n")}\n`, 0).name).toBe(name);
  });

  it("is not told by a cut line", () => {
    expect(layoutOf(lineText(of("37")), 0).name).toBe("38");
  });

  it("has each field once, and says which it lacks", () => {
    for (const { columns, absent, absentWithBullets } of Object.values(LINE_LAYOUTS)) {
      expect([...columns, ...absent].sort((a, b) => a - b)).toEqual(
        PLAYER_FIELDS.map((f) => f.index),
      );
      expect(absentWithBullets).toEqual([...absent, 20].sort((a, b) => a - b));
    }
  });
});

describe.each(LAYOUTS)("a file of layout %s", (name) => {
  const { file, codes } = parsed([lineText(of(name)), lineText(of(name, "AAAA0002"))]);
  const { absent } = LINE_LAYOUTS[name];

  it("is read without a warning for what its writer does not have", () => {
    expect(file.layout).toBe(name);
    expect(codes.filter((code) => code !== "bad_name")).toEqual([]);
    expect(file.lines.map(({ flags, badFields }) => [flags, badFields])).toEqual([
      [[], []],
      [[], []],
    ]);
  });

  it("has every field in its place, and null for what was not measured", () => {
    const { stats } = roundStats(file, { partner: null });
    const want = PLAYER_FIELDS.map(({ index }) => (absent.includes(index) ? null : index + 1));
    for (const { rawTab, bulletsFired } of stats.players) {
      expect(rawTab?.toSpliced(20, 1)).toEqual(want.toSpliced(20, 1));
      expect(bulletsFired).toBe(40);
    }
    const [player] = stats.players;
    expect(player).toMatchObject({
      deniedPlaytimeSeconds: want[28],
      doubleKills: want[29],
      megaKills: want[33],
      uselessKills: want[34],
      fullSelfKills: want[35],
      constructions: want[36],
      revivesGiven: want[37],
    });
  });

  it("keeps a cut last line only when it is whole", () => {
    const text = statsText({}, [of(name), of(name, "AAAA0002")]);
    const read = (cut: number) => parseStatsFile(bytesOf(text.slice(0, -cut)), "f.txt");
    expect(read(1)).toMatchObject({ ok: true, value: { flags: ["bad_name", "maybe_truncated"] } });
    const shorter = read(4);
    expect(shorter.ok && shorter.value.lines).toHaveLength(1);
  });
});

describe("shots that are a running sum", () => {
  const line = (n: number, bullets: number): LineSpec => ({
    guid: `AAAA000${n}`,
    name: `p${n}`,
    tab: { bullets_fired: bullets },
  });
  it.each<[string, LineSpec[], string[]]>([
    [
      "of most lines: one note for the file",
      [line(1, 900), line(2, 900), line(3, 40)],
      ["bullets_running_sum"],
    ],
    ["of half the lines: damage", [line(1, 900), line(2, 40)], ["shots_mismatch"]],
    ["of the only line: damage", [line(1, 900)], ["shots_mismatch"]],
    [
      "lower than the weapons' is damage",
      [line(1, 1), line(2, 1)],
      ["shots_mismatch", "shots_mismatch"],
    ],
    [
      "of the only line of a writer that does so: a note",
      [{ ...line(1, 900), layout: "33" }],
      ["bullets_running_sum"],
    ],
  ])("%s", (_what, lines, codes) => {
    const { file, codes: found } = parsed(lines.map(lineText));
    expect(found.filter((code) => code !== "bad_name")).toEqual(codes);
    const { stats } = roundStats(file, { partner: null });
    expect(stats.players[0]?.bulletsFired).toBe(
      codes[0] === "bullets_running_sum" ? 40 : file.lines[0]?.tab?.[20],
    );
  });

  it("are each round's own by the weapons, in Round 2 too", () => {
    const first = round1({ winner: 2, next: "8:30", playtime: null }, [
      { ...line(1, 4000), layout: "36" },
      { ...line(2, 4000), layout: "36" },
    ]);
    const second = round2(
      { winner: 2, limit: "8:30", next: "4:00", playtime: null },
      [1, 2].map((n) => ({
        ...line(n, 9000),
        rounds: 1,
        layout: "36",
        weapons: { MP40: [30, 100, 5, 3, 2] },
      })),
    );
    const { stats } = roundStats(second, { partner: first });
    expect(stats.players.map(({ shots, bulletsFired }) => [shots, bulletsFired])).toEqual([
      [60, 60],
      [60, 60],
    ]);
  });
});

describe("a source that has the first ten fields only, as match reports do", () => {
  const HEADER1 = { winner: 2, next: "8:30", playtime: 510_000 };
  const HEADER2 = { winner: 2, limit: "8:30", next: "4:00", playtime: 240_000 };
  const absent = PLAYER_FIELDS.map(({ index }) => index).filter((index) => index > 9);
  const reported = (file: StatsFile, seconds: number | null): StatsFile => ({
    ...file,
    lines: file.lines.map(
      (line): PlayerLine => ({
        ...line,
        tab: line.tab?.map((value, index) => (index > 9 ? 0 : value)) ?? null,
        absent,
        playedSeconds: seconds,
      }),
    ),
  });
  const line = (n: number, damage: number, kills: number, rounds: number): LineSpec => ({
    guid: `AAAA000${n}`,
    name: `p${n}`,
    rounds,
    side: rounds === 0 ? 1 : 2,
    weapons: { MP40: [kills * 4, kills * 20, kills, 2 + rounds, 1] },
    tab: { damage_given: damage, xp: 20, time_played_percent: 80 },
  });
  const first = round1(HEADER1, [line(1, 800, 5, 0), line(2, 700, 4, 0)]);
  const second = round2(HEADER2, [line(1, 1300, 8, 1), line(2, 1000, 6, 1)]);

  it("is subtracted as far as it goes, everything else stays unknown", () => {
    const { stats } = roundStats(reported(second, null), { partner: reported(first, null) });
    expect(stats.players[0]).toMatchObject({
      kills: 3,
      damageGiven: 500,
      xp: 20,
      shots: 60,
      bulletsFired: 60,
      timePlayedSeconds: 240,
      dpm: 125,
      timePlayedPercent: null,
      timeDeadMinutes: null,
      timeDeadRatio: null,
      killAssists: null,
      tankMeatshield: null,
      killingSpreeBest: null,
      flags: ["time_from_round"],
    });
  });

  it("knows the time where it was measured for the round alone", () => {
    const { stats } = roundStats(reported(second, 200), { partner: reported(first, 505) });
    expect(stats.players[0]).toMatchObject({ timePlayedSeconds: 200, flags: ["partial_time"] });
    const whole = roundStats(reported(second, 237), { partner: reported(first, 505) });
    expect(whole.stats.players[0]).toMatchObject({ timePlayedSeconds: 240 });
  });

  it("still shows who reconnected between the rounds", () => {
    const lower = round2(HEADER2, [line(1, 90, 1, 1), line(2, 1000, 6, 1)]);
    const { stats } = roundStats(reported(lower, 240), { partner: reported(first, 505) });
    expect(stats.players.map(({ damageGiven }) => damageGiven)).toEqual([90, 300]);
  });

  it("without its Round 1 every row may hold both rounds", () => {
    const { stats } = roundStats(reported(second, 240), { partner: null });
    expect(stats.players.map(({ flags }) => flags.includes("cumulative"))).toEqual([true, true]);
  });
});

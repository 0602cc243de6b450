import type { StatsFile } from "@slomix/stats-parser";
import { describe, expect, it } from "vitest";
import {
  type FileSketch,
  four,
  fourLater,
  type LineSketch,
  statsFile,
  webhook,
} from "../test/build-files.ts";
import { pairRounds } from "./pair-rounds.ts";
import { defaultSettings } from "./settings.ts";

const reset = fourLater.map((line) => ({ ...line, damage: 10, received: 10, minutes: 1 }));
const roundsOf = (lines: readonly LineSketch[], rounds: number) =>
  lines.map((line) => ({ ...line, rounds }));
const bots = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    guid: "OMNIBOT0",
    name: `[BOT]${i}`,
    side: 1 + (i % 2),
  }));

/** `HHMM map N: state` and, for pairs, the other half. */
function paired(files: readonly FileSketch[], settings = defaultSettings): string[] {
  const { rounds } = pairRounds({ stats: files.map(statsFile), telemetry: [] }, settings);
  const short = (file: StatsFile | null) =>
    `${file?.stamp?.time.slice(0, 4)} ${file?.header.map} ${file?.round}`;
  return rounds.map(({ file, state, partner }) => {
    const other = rounds.find((round) => round.key === partner);
    return `${short(file)}: ${other ? `with ${short(other.file)}` : state}`;
  });
}

type Case = [what: string, files: FileSketch[], rounds: string[]];
const cases: Case[] = [
  [
    "a Round 2 belongs to the Round 1 before it",
    [
      { at: "20:20:00", round: 2 },
      { at: "20:10:00", round: 1 },
    ],
    ["2010 supply 1: with 2020 supply 2", "2020 supply 2: with 2010 supply 1"],
  ],
  [
    "over midnight",
    [
      { at: "23:55:00", round: 1 },
      { at: "2026-03-05 00:05:00", round: 2 },
    ],
    ["2355 supply 1: with 0005 supply 2", "0005 supply 2: with 2355 supply 1"],
  ],
  [
    "map names are compared without case",
    [
      { at: "20:10:00", round: 1, map: "Supply" },
      { at: "20:20:00", round: 2 },
    ],
    ["2010 Supply 1: with 2020 supply 2", "2020 supply 2: with 2010 Supply 1"],
  ],
  [
    "but are compared whole",
    [
      { at: "20:10:00", round: 1, map: "supplydepot" },
      { at: "20:20:00", round: 2 },
    ],
    ["2010 supplydepot 1: lone", "2020 supply 2: orphan"],
  ],
  [
    "of two Round 1s the later one; the earlier was abandoned",
    [
      { at: "20:05:00", round: 1 },
      { at: "20:10:00", round: 1 },
      { at: "20:20:00", round: 2 },
    ],
    [
      "2005 supply 1: lone",
      "2010 supply 1: with 2020 supply 2",
      "2020 supply 2: with 2010 supply 1",
    ],
  ],
  [
    "another map in between",
    [
      { at: "20:10:00", round: 1 },
      { at: "20:15:00", round: 1, map: "radar" },
      { at: "20:20:00", round: 2 },
    ],
    ["2010 supply 1: lone", "2015 radar 1: lone", "2020 supply 2: orphan"],
  ],
  [
    "a Round 1 is taken once",
    [
      { at: "20:10:00", round: 1 },
      { at: "20:20:00", round: 2 },
      { at: "20:30:00", round: 2 },
    ],
    [
      "2010 supply 1: with 2020 supply 2",
      "2020 supply 2: with 2010 supply 1",
      "2030 supply 2: orphan",
    ],
  ],
  [
    "the same map twice",
    [
      { at: "20:10:00", round: 1 },
      { at: "20:20:00", round: 2 },
      { at: "20:30:00", round: 1 },
      { at: "20:40:00", round: 2 },
    ],
    [
      "2010 supply 1: with 2020 supply 2",
      "2020 supply 2: with 2010 supply 1",
      "2030 supply 1: with 2040 supply 2",
      "2040 supply 2: with 2030 supply 1",
    ],
  ],
  [
    "59:59 after: a match",
    [
      { at: "20:00:00", round: 1 },
      { at: "20:59:59", round: 2 },
    ],
    ["2000 supply 1: with 2059 supply 2", "2059 supply 2: with 2000 supply 1"],
  ],
  [
    "an hour after: none",
    [
      { at: "20:00:00", round: 1 },
      { at: "21:00:00", round: 2 },
    ],
    ["2000 supply 1: lone", "2100 supply 2: orphan"],
  ],
  [
    "the same second: none, and the Round 1 before it counts",
    [
      { at: "20:10:00", round: 1 },
      { at: "20:20:00", round: 1 },
      { at: "20:20:00", round: 2 },
    ],
    [
      "2010 supply 1: with 2020 supply 2",
      "2020 supply 1: lone",
      "2020 supply 2: with 2010 supply 1",
    ],
  ],
  [
    "neither limit nor numbers fit: refused",
    [
      { at: "20:10:00", round: 1, next: 512 },
      { at: "20:20:00", round: 2, limit: 600, players: reset },
    ],
    ["2010 supply 1: lone", "2020 supply 2: orphan"],
  ],
  [
    "the limit alone is enough",
    [
      { at: "20:10:00", round: 1, next: 512 },
      { at: "20:20:00", round: 2, limit: 512, players: reset },
    ],
    ["2010 supply 1: with 2020 supply 2", "2020 supply 2: with 2010 supply 1"],
  ],
  [
    "the numbers alone are enough",
    [
      { at: "20:10:00", round: 1, next: 512 },
      { at: "20:20:00", round: 2, limit: 600 },
    ],
    ["2010 supply 1: with 2020 supply 2", "2020 supply 2: with 2010 supply 1"],
  ],
  [
    "an aborted Round 2 is written as Round 1 and stands in nobody's way",
    [
      { at: "20:10:00", round: 1 },
      { at: "20:13:00", round: 1, players: fourLater, playtime: 0 },
      { at: "20:20:00", round: 2 },
    ],
    [
      "2010 supply 1: with 2020 supply 2",
      "2013 supply 1: aborted",
      "2020 supply 2: with 2010 supply 1",
    ],
  ],
  [
    "an aborted Round 1 of the older writer is written as Round 2",
    [{ at: "20:10:00", round: 2, next: 4265, playtime: null, players: four }],
    ["2010 supply 2: aborted"],
  ],
  [
    "also when the map was just played: its Round 1 is taken",
    [
      { at: "20:10:00", round: 1, playtime: null },
      { at: "20:20:00", round: 2, playtime: null },
      { at: "20:23:00", round: 2, next: 4265, playtime: null, players: four },
    ],
    [
      "2010 supply 1: with 2020 supply 2",
      "2020 supply 2: with 2010 supply 1",
      "2023 supply 2: aborted",
    ],
  ],
  [
    "and it does not keep the halves of another match apart",
    [
      { at: "20:10:00", round: 1 },
      { at: "20:13:00", round: 2, map: "radar", next: 4265, playtime: null, players: four },
      { at: "20:20:00", round: 2 },
    ],
    [
      "2010 supply 1: with 2020 supply 2",
      "2013 radar 2: aborted",
      "2020 supply 2: with 2010 supply 1",
    ],
  ],
  [
    "an invented next limit alone aborts no Round 2",
    [
      { at: "20:10:00", round: 1, playtime: null },
      { at: "20:20:00", round: 2, next: 4265, playtime: null },
    ],
    ["2010 supply 1: with 2020 supply 2", "2020 supply 2: with 2010 supply 1"],
  ],
  [
    "a test of bots stands in nobody's way, and is paired among itself",
    [
      { at: "20:10:00", round: 1 },
      { at: "20:12:00", round: 1, map: "radar", players: bots(6) },
      { at: "20:14:00", round: 2, map: "radar", players: bots(6) },
      { at: "20:20:00", round: 2 },
    ],
    [
      "2010 supply 1: with 2020 supply 2",
      "2012 radar 1: with 2014 radar 2",
      "2014 radar 2: with 2012 radar 1",
      "2020 supply 2: with 2010 supply 1",
    ],
  ],
  [
    "a bot among humans makes no test",
    [
      { at: "20:10:00", round: 1, players: [...four, ...bots(1)] },
      { at: "20:20:00", round: 2, players: [...fourLater, ...bots(1)] },
    ],
    ["2010 supply 1: with 2020 supply 2", "2020 supply 2: with 2010 supply 1"],
  ],
  [
    "the same map twice, `rounds` counting on from the match before",
    [
      { at: "20:10:00", round: 1, players: roundsOf(four, 0) },
      { at: "20:20:00", round: 2, players: roundsOf(fourLater, 1) },
      { at: "20:32:00", round: 1, players: roundsOf(four, 1) },
      { at: "20:42:00", round: 2, players: roundsOf(fourLater, 2) },
    ],
    [
      "2010 supply 1: with 2020 supply 2",
      "2020 supply 2: with 2010 supply 1",
      "2032 supply 1: with 2042 supply 2",
      "2042 supply 2: with 2032 supply 1",
    ],
  ],
  [
    "an aborted Round 2 of the older writer: called Round 1, against the time that was set",
    [
      { at: "20:10:00", round: 1, winner: 2, next: 480, playtime: null },
      { at: "20:15:00", round: 1, limit: 480, next: 480, playtime: null, players: fourLater },
    ],
    ["2010 supply 1: lone", "2015 supply 1: aborted"],
  ],
  [
    "a Round 1 begun again with `rounds` 1, against the map's own limit",
    [
      { at: "20:10:00", round: 1, winner: 2, next: 480, playtime: null },
      { at: "20:25:00", round: 1, playtime: null, players: roundsOf(four, 1) },
    ],
    ["2010 supply 1: lone", "2025 supply 1: lone"],
  ],
  ["a Round 1 alone", [{ at: "20:10:00", round: 1 }], ["2010 supply 1: lone"]],
  ["a Round 2 alone", [{ at: "20:10:00", round: 2 }], ["2010 supply 2: orphan"]],
];

describe("which Round 1 is a Round 2's", () => {
  it.each(cases)("%s", (_what, files, rounds) => {
    expect(paired(files)).toEqual(rounds);
  });

  it("goes by the pairing window, never beyond the session gap", () => {
    const files: FileSketch[] = [
      { at: "20:00:00", round: 1 },
      { at: "20:50:00", round: 2 },
    ];
    const states = (pairingWindowMinutes: number, sessionGapMinutes: number) =>
      pairRounds(
        { stats: files.map(statsFile), telemetry: [] },
        { ...defaultSettings, pairingWindowMinutes, sessionGapMinutes },
      ).rounds.map((round) => round.state);
    expect(states(60, 60)).toEqual(["paired", "paired"]);
    expect(states(45, 60)).toEqual(["lone", "orphan"]);
    expect(states(60, 45)).toEqual(["lone", "orphan"]);
    expect(states(50, 60)).toEqual(["lone", "orphan"]);
  });

  it("gives way to a lost Round 1 in between when the time limit speaks for that", () => {
    const files = (limit: number) => [
      statsFile({ at: "20:10:03", round: 1, next: 512 }),
      statsFile({ at: "20:30:03", round: 2, limit }),
    ];
    const rows = [
      webhook({ end: "20:10:00", round: 1 }),
      webhook({ end: "20:20:00", start: "20:12:00", round: 1 }),
      webhook({ end: "20:30:00", round: 2 }),
    ];
    const states = (limit: number) =>
      pairRounds({ stats: files(limit), telemetry: rows }, defaultSettings).rounds.map(
        ({ file, state, partner }) => `${file ? "" : "lost "}${state} ${partner ?? ""}`.trim(),
      );
    expect(states(480)).toEqual([
      "lone",
      "lost paired 2026-03-04-203003-supply-round-2.txt",
      "orphan webhook:supply:1:1772655600",
    ]);
    expect(states(512)).toEqual([
      "paired 2026-03-04-203003-supply-round-2.txt",
      "paired 2026-03-04-201003-supply-round-1.txt",
    ]);
  });

  it("says so when only the time limit contradicts", () => {
    const files = [
      statsFile({ at: "20:10:00", round: 1, next: 512 }),
      statsFile({ at: "20:20:00", round: 2, limit: 600 }),
    ];
    const { rounds } = pairRounds({ stats: files, telemetry: [] }, defaultSettings);
    const [first, second] = rounds;
    expect(first?.warnings).toEqual([]);
    expect(second?.warnings).toContainEqual({
      code: "pair_time_mismatch",
      message: "played against 10:00, but 2026-03-04-201000-supply-round-1.txt set 8:32",
    });
    expect(second?.stats.flags).toContain("pair_time_mismatch");
  });
});

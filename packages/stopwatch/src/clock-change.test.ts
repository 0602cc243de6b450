import type { RoundTelemetry } from "@slomix/stats-parser";
import { describe, expect, it } from "vitest";
import { type FileSketch, four, fourLater, statsFile, webhook } from "../test/build-files.ts";
import { pairRounds } from "./pair-rounds.ts";
import { defaultSettings } from "./settings.ts";

/** `HHMM map N: state` with warnings, in order of play, in the night of 26 October 2025. */
function night(
  files: readonly Omit<FileSketch, "name">[],
  telemetry: readonly RoundTelemetry[] = [],
  serverZone: string | null = null,
) {
  const stats = files.map((file) => statsFile({ ...file, at: `2025-10-26 ${file.at}` }));
  const { rounds } = pairRounds({ stats, telemetry }, { ...defaultSettings, serverZone });
  return rounds.map(({ file, state, warnings }) => {
    const codes = warnings.map((w) => w.code).filter((code) => code !== "orphan_r2");
    const what = `${file?.stamp?.time.slice(0, 4)} ${file?.header.map} ${file?.round}: ${state}`;
    return [what, ...codes].join(" ");
  });
}
const hook = (end: string, round: 1 | 2, map = "supply") =>
  webhook({ end: `2025-10-26 ${end}`, round, map });

const turned: FileSketch[] = [
  { at: "02:54:11", round: 1, next: 480 },
  { at: "02:04:08", round: 2, limit: 480 },
];
const found = ["0254 supply 1: paired", "0204 supply 2: paired clock_change"];
const apart = ["0204 supply 2: orphan", "0254 supply 1: lone"];

describe("the night the clocks go back, without a zone", () => {
  it("finds a Round 1 whose stamp is later, by limit and numbers", () => {
    expect(night(turned)).toEqual(found);
  });

  it("puts the Round 2 behind it", () => {
    const stats = turned.map((file) => statsFile({ ...file, at: `2025-10-26 ${file.at}` }));
    const { rounds, zone } = pairRounds({ stats, telemetry: [] }, defaultSettings);
    const [first, second] = rounds;
    expect((second?.endMs ?? 0) - (first?.endMs ?? 0)).toBe(597_000);
    expect(second?.matchId).toBe("2025-10-26-025411-supply");
    expect(second).toMatchObject({ date: "2025-10-26", time: "020408", partner: first?.key });
    expect(second?.stats).toMatchObject({ differential: "applied", round1File: first?.key });
    expect(second?.stats.flags).toContain("clock_change");
    expect(zone).toMatchObject({ source: "utc", offsetMinutes: 0 });
  });

  it.each([
    ["the limit alone", [{}, { players: four.map((l) => ({ ...l, rounds: 1, minutes: 1 })) }]],
    ["the numbers alone", [{}, { limit: 600 }]],
    ["nobody who was there before", [{}, { players: fourLater.map((l) => ({ ...l, rounds: 0 })) }]],
    ["another map", [{}, { map: "radar" }]],
    ["more than an hour", [{}, { at: "01:54:00" }]],
    ["exactly an hour: at the same time", [{}, { at: "01:54:11" }]],
  ] as [string, Partial<FileSketch>[]][])("does not by %s", (_what, changes) => {
    const files = turned.map((file, i) => ({ ...file, ...changes[i] }));
    for (const round of night(files)) expect(round).not.toContain("paired");
  });

  it("does not when two Round 1s fit", () => {
    const files = [...turned, { ...turned[0], at: "02:44:00" } as FileSketch];
    expect(night(files).join()).not.toContain("paired");
  });

  it("keeps others together that the misplaced rounds seemed to part", () => {
    const files: FileSketch[] = [
      { at: "01:58:00", round: 1, map: "radar" },
      { at: "02:08:00", round: 2, map: "radar" },
      ...turned,
    ];
    expect(night(files)).toEqual([
      "0158 radar 1: paired",
      "0208 radar 2: paired",
      "0254 supply 1: paired",
      "0204 supply 2: paired clock_change",
    ]);
  });

  it("leaves it to the webhooks where both are there", () => {
    expect(night(turned, [hook("00:54:08", 1), hook("01:04:05", 2)])).toEqual([
      "0254 supply 1: paired",
      "0204 supply 2: paired",
    ]);
    // In truth the Round 2 came first.
    expect(night(turned, [hook("02:54:08", 1), hook("02:04:05", 2)])).toEqual(apart);
  });

  it("moves the round without a webhook", () => {
    expect(night(turned, [hook("00:54:08", 1)])).toEqual(found);
    expect(night(turned, [hook("01:04:05", 2)])).toEqual(found);
  });
});

describe("the night the clocks go back, in a known zone", () => {
  const zone = "Europe/Ljubljana";

  it("reads the Round 2 an hour later", () => {
    expect(night(turned, [], zone)).toEqual(found);
    expect(night(turned, [hook("00:54:08", 1)], zone)).toEqual(found);
    expect(night(turned, [hook("01:04:05", 2)], zone)).toEqual(found);
  });

  it("pairs nothing so on a night that no clock went back", () => {
    const stats = turned.map((file) => statsFile({ ...file, at: `2025-10-27 ${file.at}` }));
    const settings = { ...defaultSettings, serverZone: zone };
    const { rounds } = pairRounds({ stats, telemetry: [] }, settings);
    expect(rounds.map((round) => round.state)).toEqual(["orphan", "lone"]);
  });

  it("takes the first reading of what either would pair, and tells which files stay in doubt", () => {
    const stats = [
      statsFile({ at: "2025-10-26 02:10:00", round: 1 }),
      statsFile({ at: "2025-10-26 02:20:00", round: 2 }),
      statsFile({ at: "2025-10-26 03:05:00", round: 1, map: "radar" }),
    ];
    const pairing = (telemetry: RoundTelemetry[]) =>
      pairRounds({ stats, telemetry }, { ...defaultSettings, serverZone: zone });
    const { rounds, zone: reading } = pairing([]);
    expect(rounds.map((round) => new Date(round.endMs).toISOString().slice(11, 16))).toEqual([
      "00:09",
      "00:19",
      "02:04",
    ]);
    expect(rounds.map((round) => round.state)).toEqual(["paired", "paired", "lone"]);
    expect(reading.ambiguous).toEqual(stats.slice(0, 2).map((file) => file.name));
    expect(pairing([hook("01:09:57", 1)]).zone.ambiguous).toEqual([stats[1]?.name]);
  });

  it("reads both halves after the change when one of them is certain", () => {
    const files: FileSketch[] = [
      { at: "02:10:00", round: 1 },
      { at: "02:20:00", round: 2 },
    ];
    for (const row of [hook("01:09:57", 1), hook("01:19:57", 2)]) {
      const { rounds } = pairRounds(
        {
          stats: files.map((file) => statsFile({ ...file, at: `2025-10-26 ${file.at}` })),
          telemetry: [row],
        },
        { ...defaultSettings, serverZone: zone },
      );
      expect(rounds.map(({ state, endMs }) => [state, endMs])).toEqual([
        ["paired", Date.UTC(2025, 9, 26, 1, 9, 57)],
        ["paired", Date.UTC(2025, 9, 26, 1, 19, 57)],
      ]);
    }
  });

  it("keeps apart maps of before and after that share the hour", () => {
    const before = ["02:10:00", "02:22:00"];
    const after = ["02:05:00", "02:15:00"];
    const files: FileSketch[] = [
      ...before.map((at, i) => ({ at, round: (i + 1) as 1 | 2 })),
      ...after.map((at, i) => ({ at, round: (i + 1) as 1 | 2, map: "radar" })),
    ];
    const round1s = [hook("00:09:57", 1), hook("01:04:57", 1, "radar")];
    const wanted = [
      "0210 supply 1: paired",
      "0222 supply 2: paired",
      "0205 radar 1: paired",
      "0215 radar 2: paired",
    ];
    expect(night(files, round1s, zone)).toEqual(wanted);
    expect(night(files, round1s)).toEqual(wanted);
  });
});

import { describe, expect, it } from "vitest";
import { type HeaderSpec, type LineSpec, round1, round2 } from "../test/support/stats-text.ts";
import { isAbortedDump } from "./aborted-dump.ts";
import { roundStats } from "./derive-round.ts";

const lines = (...rounds: number[]): LineSpec[] =>
  rounds.map((value, i) => ({ guid: `AAAA000${i}`, name: `p${i}`, rounds: value }));
const alone = { earlierRound1: null };
/** Round 1: the attackers needed 4:00 of 10:00. */
const first = round1(
  { playtime: null, winner: 2, limit: "10:00", next: "4:00" },
  lines(0, 0, 0).map((line) => ({ ...line, tab: { damage_given: 500, time_played_minutes: 4 } })),
);
const behindRound1 = { earlierRound1: first };

describe("what a map change in the middle of a round leaves", () => {
  it("field 9 at most 0", () => {
    expect(isAbortedDump(round2({ playtime: -12_345 }, lines(0, 0)), behindRound1)).toBe(true);
    expect(isAbortedDump(round1({ playtime: 0 }, lines(0, 0)), alone)).toBe(true);
  });

  describe("an 8-field Round 1 with the numbers of the Round 1 whose time it was played against", () => {
    const again = (limit: string, damage: number, rounds = 1, playtime: number | null = null) =>
      round1(
        { playtime, winner: 1, limit, next: limit },
        lines(rounds, rounds, rounds).map((line) => ({
          ...line,
          weapons: { MP40: [20, 80, 4, 2, 2] },
          tab: { damage_given: damage, time_played_minutes: 5 },
        })),
      );

    it.each<[string, boolean, ReturnType<typeof again>]>([
      ["is an aborted Round 2", true, again("4:00", 900)],
      ["whatever `rounds` says", true, again("4:00", 900, 0)],
      ["but not with lower counters", false, again("4:00", 499)],
      ["but not against the map's own limit", false, again("10:00", 900)],
      ["but not with a measured end", false, again("4:00", 900, 1, 61_000)],
    ])("%s", (_what, aborted, file) => {
      expect(isAbortedDump(file, behindRound1)).toBe(aborted);
      expect(isAbortedDump(file, alone)).toBe(false);
    });

    it("but not when Round 1 was held: then the map's own limit is the time to beat", () => {
      const held = round1(
        { playtime: null, limit: "10:00", next: "10:00" },
        first.lines.map(() => ({})),
      );
      expect(isAbortedDump(again("10:00", 900), { earlierRound1: held })).toBe(false);
    });

    it("and most players must have them", () => {
      const mixed = { ...again("4:00", 900) };
      const lower = again("4:00", 100).lines;
      const file = { ...mixed, lines: [...mixed.lines.slice(0, 1), ...lower.slice(1)] };
      expect(isAbortedDump(file, behindRound1)).toBe(false);
    });
  });

  it("`rounds` alone never makes a Round 1 an aborted one", () => {
    expect(isAbortedDump(round1({ playtime: null }, lines(1, 1, 1)), alone)).toBe(false);
    expect(isAbortedDump(round1({ playtime: null }, lines(2, 2, 2)), behindRound1)).toBe(false);
  });

  it("an 8-field Round 2 of nobody's with an invented field 8 is an aborted Round 1", () => {
    const invented: HeaderSpec = { playtime: null, limit: "10:00", next: "71:05" };
    expect(isAbortedDump(round2(invented, lines(0, 0)), alone)).toBe(true);
    expect(isAbortedDump(round2(invented, lines(0, 0)), behindRound1)).toBe(false);
    expect(isAbortedDump(round2(invented, lines(0, 1)), alone)).toBe(false);
    expect(isAbortedDump(round2({ ...invented, next: "10:00" }, lines(0, 0)), alone)).toBe(false);
    expect(isAbortedDump(round2({ ...invented, playtime: 590_000 }, lines(0, 0)), alone)).toBe(
      false,
    );
  });

  it("has no duration and no differential, and keeps its rows as written", () => {
    const { stats, warnings } = roundStats(round2({ playtime: -1 }, lines(0, 1)), {
      partner: null,
    });
    expect(stats).toMatchObject({
      outcome: "aborted",
      durationSeconds: null,
      durationSource: "unknown",
      fullTimeUsed: null,
      differential: "none",
      flags: ["aborted"],
    });
    expect(warnings.map((warning) => warning.code)).toContain("aborted");
    expect(stats.players.map((row) => [row.kills, row.flags])).toEqual([
      [2, []],
      [2, ["cumulative"]],
    ]);
  });
});

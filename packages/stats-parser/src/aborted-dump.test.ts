import { describe, expect, it } from "vitest";
import { type HeaderSpec, type LineSpec, round1, round2 } from "../test/support/stats-text.ts";
import { isAbortedDump } from "./aborted-dump.ts";
import { roundStats } from "./derive-round.ts";

const lines = (...rounds: number[]): LineSpec[] =>
  rounds.map((value, i) => ({ guid: `AAAA000${i}`, name: `p${i}`, rounds: value }));
const alone = { eligibleRound1: false };
const behindRound1 = { eligibleRound1: true };

describe("what a map change in the middle of a round leaves", () => {
  it("field 9 at most 0", () => {
    expect(isAbortedDump(round2({ playtime: -12_345 }, lines(0, 0)), behindRound1)).toBe(true);
    expect(isAbortedDump(round1({ playtime: 0 }, lines(0, 0)), alone)).toBe(true);
  });

  it("a Round 1 in which most carried counters over is an aborted Round 2", () => {
    const old: HeaderSpec = { playtime: null };
    expect(isAbortedDump(round1(old, lines(1, 1, 0)), alone)).toBe(true);
    expect(isAbortedDump(round1(old, lines(1, 1, 0, 0)), alone)).toBe(false);
    expect(isAbortedDump(round1(old, lines(0, 0)), alone)).toBe(false);
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

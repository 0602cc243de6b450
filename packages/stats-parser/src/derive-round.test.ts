import { describe, expect, it } from "vitest";
import { type HeaderSpec, type LineSpec, round1, round2 } from "../test/support/stats-text.ts";
import { roundStats } from "./derive-round.ts";

const line = (n: number, minutes: number, rounds = 0): LineSpec => ({
  guid: `AAAA000${n}`,
  name: `p${n}`,
  rounds,
  side: (n % 2) + 1,
  tab: { damage_given: 500, time_played_minutes: minutes },
});

describe("a time longer than the round", () => {
  /** The attackers needed 5:08. */
  const ATTACKED: HeaderSpec = { playtime: null, winner: 2, next: "5:08" };

  it.each([
    [5.1, 308, ["time_snapped_to_round"]],
    [5.3, 318, []],
    [5.4, 308, ["pause_in_time"]],
    [7.1, 308, ["pause_in_time"]],
  ])("%d minutes of 5:08", (minutes, seconds, flags) => {
    const { stats } = roundStats(round1(ATTACKED, [line(1, minutes), line(2, 5.1)]), {
      partner: null,
    });
    expect(stats.players[0]).toMatchObject({ timePlayedSeconds: seconds, flags });
  });

  it("is told once for the file", () => {
    const { stats, warnings } = roundStats(round1(ATTACKED, [line(1, 7), line(2, 7), line(3, 7)]), {
      partner: null,
    });
    expect(stats.flags).toEqual(["pause_in_time"]);
    expect(warnings.map(({ code }) => code)).toEqual(["pause_in_time"]);
  });

  it("is nobody's where only the players' times tell the round's length", () => {
    const gaveUp: HeaderSpec = { playtime: null, winner: 1, next: "10:00" };
    const { stats } = roundStats(round1(gaveUp, [line(1, 7), line(2, 5)]), { partner: null });
    expect(stats).toMatchObject({
      durationSeconds: 420,
      durationSource: "players",
      flags: ["surrender_deduced"],
    });
  });
});

describe("the rows of a Round 2 without its Round 1", () => {
  const header: HeaderSpec = { winner: 1, limit: "5:00", next: "5:00", playtime: 300_000 };
  const cumulative = (lines: LineSpec[], change: HeaderSpec = {}) =>
    roundStats(round2({ ...header, ...change }, lines), { partner: null }).stats.players.map(
      ({ flags }) => flags.includes("cumulative"),
    );

  it.each<[string, LineSpec[], HeaderSpec, boolean[]]>([
    [
      "rounds 0 while others have more: came after Round 1",
      [line(1, 3), line(2, 12, 1)],
      {},
      [false, true],
    ],
    ["rounds 0, but longer than the limit", [line(1, 6), line(2, 12, 1)], {}, [true, true]],
    ["rounds 0 for everybody says nothing", [line(1, 3), line(2, 12)], {}, [true, true]],
    [
      "rounds 1 for everybody says nothing either",
      [line(1, 3, 1), line(2, 12, 1)],
      {},
      [true, true],
    ],
    ["the measured time of the round", [line(1, 5, 1), line(2, 12, 2)], {}, [false, true]],
    [
      "the players' times prove each other nothing",
      [line(1, 4), line(2, 4, 1)],
      { playtime: null },
      [false, true],
    ],
  ])("%s", (_what, lines, change, expected) => {
    expect(cumulative(lines, change)).toEqual(expected);
  });
});

import { describe, expect, it } from "vitest";
import { type HeaderSpec, type LineSpec, round1, round2 } from "../test/support/stats-text.ts";
import { roundStats } from "./derive-round.ts";

/** A Round 1 of 5:08 that was given up, and the one begun again: 1:52, with the numbers of both. */
const GIVEN_UP: HeaderSpec = { winner: 2, next: "5:08", playtime: 309_400 };
const AGAIN: HeaderSpec = { winner: 2, next: "1:52", playtime: 113_400 };

const line = (n: number, kills: number, damage: number, minutes: number, rounds = 0): LineSpec => ({
  guid: `AAAA000${n}`,
  name: `p${n}`,
  rounds,
  side: (n % 2) + 1,
  weapons: { MP40: [kills * 5, kills * 20, kills, 2, kills] },
  tab: { damage_given: damage, time_played_minutes: minutes, xp: kills * 3 },
});
const before = (...players: number[]) => players.map((n) => line(n, 4, 500, 5.1));
const runOn = (rounds: number, ...players: number[]) =>
  players.map((n) => line(n, 6, 700, 7, rounds));

function derive(first: LineSpec[], second: LineSpec[], header: HeaderSpec = AGAIN) {
  return roundStats(round1(header, second), {
    partner: null,
    carried: { ...round1(GIVEN_UP, first), name: "first.txt" },
  });
}

describe("the counters of an abandoned Round 1 in the next one", () => {
  it.each([0, 1])("are taken off, with `rounds` %d", (rounds) => {
    const { stats, warnings } = derive(before(1, 2, 3), runOn(rounds, 1, 2, 3));
    expect(stats).toMatchObject({
      round: 1,
      outcome: "completed",
      differential: "applied",
      round1File: "first.txt",
      durationSeconds: 113.4,
      flags: ["carried_counters"],
    });
    expect(stats.players).toHaveLength(3);
    for (const player of stats.players) {
      expect(player).toMatchObject({
        kills: 2,
        damageGiven: 200,
        timePlayedSeconds: 113.4,
        xp: 18,
      });
      expect(player.flags).not.toContain("cumulative");
    }
    expect(warnings.map(({ code }) => code)).toContain("carried_counters");
  });

  it("leave everybody on the side that his line says", () => {
    const watching = runOn(0, 1, 2, 3).map((own, i) => (i === 0 ? { ...own, side: 3 } : own));
    const { stats } = derive(before(1, 2, 3), watching);
    expect(stats.players.map(({ side }) => side)).toEqual([null, 1, 2]);
  });

  it("are not in the line of who reconnected, nor of who came later", () => {
    const { stats } = derive(before(1, 2, 3), [
      ...runOn(0, 1, 2),
      line(3, 1, 90, 1.9),
      line(4, 2, 150, 1.9),
    ]);
    expect(stats.players.map(({ kills }) => kills)).toEqual([2, 2, 1, 2]);
    expect(stats.players[2]?.flags.join()).toContain("counter_reset:");
  });

  it("began anew when the times fit the round: as it is", () => {
    const { stats } = derive(
      before(1, 2, 3),
      [1, 2, 3].map((n) => line(n, 6, 700, 1.9)),
    );
    expect(stats).toMatchObject({ differential: "none", round1File: null, flags: [] });
    expect(stats.players.map(({ kills }) => kills)).toEqual([6, 6, 6]);
  });

  it("leave the rows cumulative where most say otherwise", () => {
    const { stats } = derive(before(1, 2, 3), [
      ...runOn(0, 1),
      line(2, 1, 90, 1.9),
      line(3, 1, 90, 1.9),
    ]);
    expect(stats).toMatchObject({ differential: "none", flags: ["carried_unproven"] });
    const flagged = stats.players.map(({ flags }) => flags.includes("cumulative"));
    expect(flagged).toEqual([true, false, false]);
  });

  it("leave a Round 2 behind it alone: that one is minus its own Round 1", () => {
    const again = round1(AGAIN, runOn(0, 1, 2, 3));
    const second = [1, 2, 3].map((n) => ({ ...line(n, 9, 1000, 8.8, 1), side: 2 - (n % 2) }));
    const { stats } = roundStats(
      round2({ winner: 1, limit: "1:52", next: "1:52", playtime: 112_300 }, second),
      { partner: again },
    );
    expect(stats.players.map(({ kills, damageGiven }) => [kills, damageGiven])).toEqual([
      [3, 300],
      [3, 300],
      [3, 300],
    ]);
  });
});

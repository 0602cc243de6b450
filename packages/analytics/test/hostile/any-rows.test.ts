import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addRound,
  archetypeContext,
  archetypeOf,
  attackDefence,
  BOARD_KEYS,
  badgeProgress,
  CHAOS_AWARDS,
  compare,
  consistency,
  duo,
  emptySums,
  FUN_AWARDS,
  fatigue,
  filterRows,
  fragPotentialLimits,
  funAwards,
  leaderboard,
  type MatchRow,
  mapAffinity,
  matchup,
  mergeSums,
  metricValues,
  milestonesOf,
  nemesis,
  type PlayerRow,
  performanceScores,
  playerEntries,
  playerRecord,
  profile,
  type RoundRow,
  roundMvp,
  SUM_KEYS,
  seasonLeaders,
  sessionGraphs,
  sessionHeader,
  sessionMaps,
  sessionPlayers,
  sessionTable,
  sessionTimes,
  sessionWeapons,
  sumRows,
  synergies,
  timeCsv,
  WEAPON_CLASSES,
  withWithout,
} from "../../src/index.ts";

// Whatever a row holds: counters that are missing, none, negative, huge or no number at all.

const number = fc.oneof(
  fc.integer({ min: 0, max: 60 }),
  fc.constantFrom(null, undefined, 0, -5, 2 ** 31, 0.1, Number.NaN, Number.POSITIVE_INFINITY),
);
const guid = fc.constantFrom("A", "B", "C", "D", "E", "__proto__", "");
const side = fc.constantFrom(null, 1, 2) as fc.Arbitrary<RoundRow["defenderSide"]>;
const letter = fc.constantFrom(null, "A", "B") as fc.Arbitrary<RoundRow["axisTeam"]>;

const round: fc.Arbitrary<RoundRow> = fc.record({
  key: fc.constantFrom("r1", "r2", "r3", "r4", "r5", "r6"),
  matchId: fc.constantFrom("m1", "m2", "m3"),
  sessionId: fc.constantFrom(null, 1, 2),
  number: fc.constantFrom(1, 2),
  map: fc.constantFrom("supply", "Supply", "", "constructor"),
  date: fc.constantFrom("2025-10-10", "2025-02-30", "0000-00-00", ""),
  endMs: fc.integer({ min: 0, max: 40 }).map((n) => Date.parse("2025-10-10") + n * 9e7),
  defenderSide: side,
  axisTeam: letter,
  valid: fc.constantFrom(true, true, true, false),
  status: fc.constantFrom("completed", "completed", "substitution", "cancelled", null),
});

const weapon = fc.record({
  weapon: fc.constantFrom(
    ...WEAPON_CLASSES.flatMap((one) => one.weapons),
    "WS_MP40",
    "??",
    "toString",
  ),
  kills: number,
  deaths: number,
  headshots: number,
  shots: number,
  hits: number,
}) as unknown as fc.Arbitrary<PlayerRow["weapons"][number]>;

const row = fc.record({
  round,
  guid,
  name: fc.constantFrom("x", "", "=cmd()", '"'),
  bot: fc.constantFrom(false, false, false, true),
  side,
  weapons: fc.array(weapon, { maxLength: 4 }),
  timeDeadMinutes: number,
  ...Object.fromEntries(SUM_KEYS.map((key) => [key, number])),
  timePlayedSeconds: fc.oneof(number, fc.integer({ min: 61, max: 900 })),
}) as unknown as fc.Arbitrary<PlayerRow>;

const lineUp = fc.uniqueArray(guid, { maxLength: 3 });
const match: fc.Arbitrary<MatchRow> = fc.record({
  matchId: fc.constantFrom("m1", "m2", "m3", "m4"),
  sessionId: fc.constantFrom(null, 1, 2),
  map: fc.constantFrom("supply", ""),
  date: fc.constant("2025-10-10"),
  endMs: fc.integer({ min: 0, max: 40 }).map((n) => Date.parse("2025-10-10") + n * 9e7),
  winner: fc.constantFrom("A", "B", "draw", null),
  lineUpA: lineUp,
  lineUpB: lineUp,
  pointsA: fc.constantFrom(0, 1),
  pointsB: fc.constantFrom(0, 1),
});

const rows = fc.array(row, { maxLength: 40 });
const matches = fc.array(match, { maxLength: 8 });

describe("any rows", () => {
  it("give numbers or a sentence, never NaN, infinity or a throw", () => {
    fc.assert(
      fc.property(rows, matches, (players, played) => {
        const entries = playerEntries(players);
        const context = archetypeContext(entries, fragPotentialLimits(entries));
        const session = {
          players,
          matches: played,
          teams: [{ letter: "A" as const, name: "a", guids: ["A", "B"] }],
        };
        const results: unknown[] = [
          BOARD_KEYS.map((key) => leaderboard(key, players, {}, { minimum: { rounds: 0 } })),
          leaderboard(
            "kills",
            players,
            { period: { kind: "days", days: 30 } },
            { weaponClass: "smg" },
          ),
          entries.map(({ guid: id, sums }) => [
            metricValues(sums),
            badgeProgress(sums),
            milestonesOf(id, sums),
            archetypeOf(sums, context),
            profile(id, players),
          ]),
          compare(["A", "B", "C"], players),
          [consistency, mapAffinity, attackDefence, fatigue].map((ask) => ask(players)),
          funAwards(entries, [...FUN_AWARDS, ...CHAOS_AWARDS]).map(({ value }) => value),
          performanceScores(entries, 3),
          roundMvp(players),
          seasonLeaders("2025-Q4", players),
          matchup(["A", "B"], ["C", "D"], played, players),
          duo("A", "B", played, players),
          nemesis("A", played, players),
          withWithout("A", "B", played, players),
          synergies(played, players),
          playerRecord("A", played),
          sessionHeader(session),
          sessionMaps(session),
          sessionGraphs(session),
          sessionPlayers(players),
          sessionTable("sprees", players),
          sessionTable("objectives", players),
          sessionTimes(players),
          sessionWeapons(players),
        ];
        expect(problems(results)).toEqual([]);
        expect(timeCsv(players)).not.toMatch(/NaN|Infinity|undefined|null/);
      }),
      { numRuns: 60 },
    );
  });

  it("add up to the same in any order and in any parts", () => {
    fc.assert(
      fc.property(rows, rows, (some, more) => {
        const all = sumRows([...some, ...more]);
        expect(sumRows([...more, ...some])).toEqual(all);
        expect(mergeSums(sumRows(some), sumRows(more))).toEqual(all);
        expect([...some, ...more].reduce(addRound, emptySums())).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });

  it("fall into a filter or not, each by itself", () => {
    fc.assert(
      fc.property(rows, (some) => {
        const all = filterRows(some, { map: "supply", side: 1 });
        if (!all.ok) throw new Error(all.problem.message);
        expect(all.value.rows.every((one) => one.side === 1 && !one.bot && one.round.valid)).toBe(
          true,
        );
      }),
      { numRuns: 60 },
    );
  });
});

/** Paths to numbers that are none, in everything that can be shown. */
function problems(value: unknown, path = ""): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    // Rows that are handed through hold what they held.
    key === "recent" ? [] : problems(inner, `${path}.${key}`),
  );
}

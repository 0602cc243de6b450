import { beforeAll, describe, expect, it } from "vitest";
import {
  BOARD_KEYS,
  badgeText,
  compare,
  duo,
  emptySums,
  filterRows,
  isDecisive,
  leaderboard,
  METRIC_KEYS,
  METRICS,
  matchup,
  mergeSums,
  metricValue,
  nemesis,
  performanceScores,
  playerEntries,
  profile,
  type RoundFilter,
  sessionGraphs,
  sessionHeader,
  sessionMaps,
  sessionPlayers,
  sessionTable,
  sessionTimes,
  sumRows,
  synergies,
  withWithout,
} from "../src/index.ts";
import { given } from "./build-rows.ts";
import { naivelyCounted, naiveMetric } from "./naive.ts";
import { type SeasonRows, seasonRows, shuffled } from "./season-rows.ts";

let season: SeasonRows;
beforeAll(() => {
  season = seasonRows();
});

const DAYS_90 = 90 * 86_400_000;
const filters: [string, RoundFilter][] = [
  ["of all time", {}],
  ["of 90 days", { period: { kind: "days", days: 90 } }],
  [
    "on one map as Axis in one season",
    { period: { kind: "season", id: "2025-Q2" }, map: "supply", side: 1 },
  ],
];

/** The same filters, by hand. */
function naively(index: number, rows: SeasonRows["players"]) {
  const counted = naivelyCounted(rows);
  if (index === 0) return counted;
  if (index === 1) {
    const newest = Math.max(...counted.map(({ round }) => round.endMs));
    return counted.filter(({ round }) => round.endMs > newest - DAYS_90);
  }
  return counted.filter(
    ({ round, side }) => side === 1 && round.map === "supply" && /^2025-0[456]/.test(round.date),
  );
}

const close = (a: number, b: number) =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

describe("a season of 90 evenings", () => {
  it("is 32 humans in 1714 rounds", () => {
    const counted = naivelyCounted(season.players);
    expect(new Set(counted.map(({ guid }) => guid)).size).toBe(32);
    expect(new Set(counted.map(({ round }) => round.key)).size).toBe(SEASON_ROUNDS);
    expect(season.sessions).toHaveLength(90);
  });

  describe.each(filters.map(([name, filter], index) => ({ name, filter, index })))(
    "$name",
    ({ filter, index }) => {
      it("every metric of every player's profile equals a recomputation by hand", () => {
        const rows = naively(index, season.players);
        const wrong: string[] = [];
        let checked = 0;
        for (const guid of new Set(season.players.filter((r) => !r.bot).map((r) => r.guid))) {
          const own = rows.filter((row) => row.guid === guid);
          const found = profile(guid, season.players, filter);
          if (own.length === 0) {
            expect(found.ok).toBe(false);
            continue;
          }
          for (const { metric, value } of given(found).metrics) {
            checked += 1;
            const hand = naiveMetric(metric, own);
            if (!close(value, hand)) wrong.push(`${guid} ${metric}: ${value}, by hand ${hand}`);
          }
        }
        expect(wrong).toEqual([]);
        expect(checked).toBeGreaterThan(20 * METRIC_KEYS.length);
      });

      it.each(BOARD_KEYS)("the board %s ranks everybody once, by hand the same", (key) => {
        const rows = naively(index, season.players);
        const options = { limit: 100, minimum: { rounds: 0, damageGiven: 0 } };
        const board = given(leaderboard(key, season.players, filter, options));
        const guids = new Set(rows.map(({ guid }) => guid));
        const all = [...board.rows, ...board.below];
        expect(new Set(all.map(({ guid }) => guid))).toEqual(guids);
        expect(all).toHaveLength(guids.size);
        for (const { guid, value, rounds } of all) {
          const own = rows.filter((row) => row.guid === guid);
          expect(close(value, naiveMetric(key, own)), `${guid} ${value}`).toBe(true);
          expect(rounds).toBe(own.length);
        }
        const sign = METRICS[key].direction === "low" ? 1 : -1;
        board.rows.forEach((row, i) => {
          const before = board.rows[i - 1];
          if (before) expect(sign * (row.value - before.value)).toBeGreaterThanOrEqual(0);
        });
      });
    },
  );

  it("50 rounds are asked of a rate, and 10 under a filter", () => {
    const all = given(leaderboard("kd", season.players, {}, { limit: 100 }));
    const counted = naivelyCounted(season.players);
    const roundsOf = (guid: string) => counted.filter((row) => row.guid === guid).length;
    expect(all.rows.every(({ guid }) => roundsOf(guid) >= 50)).toBe(true);
    expect(all.below.every(({ guid }) => roundsOf(guid) < 50)).toBe(true);
    expect(all.rows.length + all.below.length).toBe(32);
  });

  it("one round after the other is the same as all at once, in any order", () => {
    const { rows } = given(filterRows(season.players));
    const entries = playerEntries(rows);
    expect(playerEntries(shuffled(rows))).toEqual(entries);
    for (const { guid, sums } of entries) {
      const own = shuffled(rows.filter((row) => row.guid === guid));
      const third = Math.floor(own.length / 3);
      const parts = [own.slice(0, third), own.slice(third, 2 * third), own.slice(2 * third)];
      expect(parts.map(sumRows).reduce(mergeSums, emptySums())).toEqual(sums);
    }
  });

  it("no order of rows or matches shows through anywhere", () => {
    const rows = shuffled(season.players);
    const matches = shuffled(season.matches);
    const [a = "", b = "", c = "", d = ""] = playerEntries(naivelyCounted(season.players)).map(
      (e) => e.guid,
    );
    const ask = (players: typeof rows, played: typeof matches) => ({
      board: leaderboard("dpm", players, { period: { kind: "days", days: 365 } }),
      compare: compare([a, b, c, d], players),
      profile: profile(a, players),
      duo: duo(a, b, played, players),
      nemesis: nemesis(a, played, players),
      matchup: matchup([a, b, c], [d], played, players),
      with: withWithout(a, b, played, players),
      synergies: synergies(played, players),
    });
    expect(JSON.stringify(ask(rows, matches))).toBe(
      JSON.stringify(ask([...season.players], [...season.matches])),
    );
  });

  it("opponents, mates and pairs of line-ups are those of the matches", () => {
    const decisive = season.matches.filter(isDecisive);
    const [guid = ""] = playerEntries(naivelyCounted(season.players)).map((e) => e.guid);
    const newest = Math.max(...naivelyCounted(season.players).map(({ round }) => round.endMs));
    const own = decisive.filter(
      ({ endMs, lineUpA, lineUpB }) =>
        endMs > newest - DAYS_90 && endMs <= newest && [...lineUpA, ...lineUpB].includes(guid),
    );
    for (const { guid: other, record } of given(nemesis(guid, season.matches, season.players))
      .opponents) {
      const met = own.filter(
        ({ lineUpA, lineUpB }) =>
          lineUpA.includes(guid) !== lineUpA.includes(other) &&
          [...lineUpA, ...lineUpB].includes(other) &&
          lineUpB.includes(guid) !== lineUpB.includes(other),
      );
      const won = met.filter(
        ({ winner, lineUpA }) => winner === (lineUpA.includes(guid) ? "A" : "B"),
      );
      expect([other, record.matches, record.wins]).toEqual([other, met.length, won.length]);
    }
    const [first] = decisive;
    if (!first) throw new Error("no match");
    const { lineUpA, lineUpB, sessionId, endMs } = first;
    const found = given(
      matchup(lineUpA, lineUpB, season.matches, season.players, { asOfMs: endMs + 86_400_000 }),
    );
    const sameEvening = decisive.filter(
      (match) =>
        match.sessionId === sessionId &&
        [match.lineUpA, match.lineUpB].map(String).sort().join() ===
          [lineUpA, lineUpB].map(String).sort().join(),
    );
    expect(found.exact.matches).toBe(sameEvening.length);
    expect(found.exact.matches).toBeGreaterThan(1);
  });

  it("each session's header says what its score says, and its tables what its rows say", () => {
    for (const session of season.sessions) {
      const header = sessionHeader(session);
      expect(header.score).toEqual(session.score);
      const counted = naivelyCounted(session.players);
      expect(header.rounds).toBe(new Set(counted.map(({ round }) => round.key)).size);
      const lines = sessionTable("overview", session.players);
      expect(lines).toHaveLength(header.players);
      for (const { guid, values } of lines) {
        const own = counted.filter((row) => row.guid === guid);
        for (const [key, value] of Object.entries(values)) {
          expect(close(value, naiveMetric(key as keyof typeof values, own)), `${guid} ${key}`).toBe(
            true,
          );
        }
      }
      const { maps, total } = sessionMaps(session);
      expect(total).toEqual(lines);
      expect(maps.length).toBeGreaterThan(0);
    }
  });

  it("graphs, times and scores of every session are numbers", () => {
    for (const session of season.sessions) {
      const graphs = sessionGraphs(session);
      expect(graphs.timeline.rounds.length).toBe(sessionHeader(session).rounds);
      expect(numbersIn(graphs)).toBe(true);
      expect(numbersIn(sessionTimes(session.players))).toBe(true);
      const players = sessionPlayers(session.players);
      const { scores } = performanceScores(players, sessionHeader(session).rounds);
      const mean = scores.reduce((sum, { score }) => sum + score, 0) / scores.length;
      expect(mean).toBeCloseTo(100, 6);
    }
  });

  it("everybody with twenty rounds wears a K/D badge", () => {
    for (const { sums } of playerEntries(naivelyCounted(season.players))) {
      if (sums.rounds >= 20) expect(badgeText(sums)).toMatch(/⚰️|⚖️|📈|🔥|⚡|💯/u);
      expect(metricValue("games", sums)).toBe(sums.rounds);
    }
  });
});

/** Whether everything that is a number in there is finite. */
function numbersIn(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(numbersIn);
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(numbersIn);
}

/** Both rounds of 853 maps, 7 given up in Round 1, and the one whose Round 2 was aborted. */
const SEASON_ROUNDS = 853 + 853 + 7 + 1;

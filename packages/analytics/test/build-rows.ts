import {
  emptySums,
  type MatchRow,
  type PlayerRow,
  type PlayerSums,
  type RoundRow,
} from "../src/index.ts";

const MINUTE = 60_000;
const START = Date.parse("2025-10-10T20:00:00Z");

/** A round that counts; the n-th ended n quarter hours into the evening. */
export function round(n = 0, over: Partial<RoundRow> = {}): RoundRow {
  return {
    key: `round-${String(n).padStart(4, "0")}`,
    matchId: `match-${String(Math.floor(n / 2)).padStart(4, "0")}`,
    sessionId: 1,
    number: n % 2 === 0 ? 1 : 2,
    map: "supply",
    date: "2025-10-10",
    endMs: START + n * 15 * MINUTE,
    defenderSide: 1,
    axisTeam: "A",
    valid: true,
    status: "completed",
    ...over,
  };
}

/** A player's row: ten minutes, nothing done. */
export function row(over: Partial<PlayerRow> = {}): PlayerRow {
  return {
    round: round(),
    guid: "AAAAAAAA",
    name: "alice",
    bot: false,
    side: 1,
    timePlayedSeconds: 600,
    weapons: [],
    ...over,
  };
}

/** Rows of ten minutes with these DPMs, oldest first. */
export function rowsWithDpm(dpms: readonly number[], over: Partial<PlayerRow> = {}): PlayerRow[] {
  return dpms.map((dpm, n) => row({ round: round(n), damageGiven: dpm * 10, ...over }));
}

/** Sums with these values and nothing else. Who has a time dead has it of every round. */
export function sums(over: Partial<PlayerSums> = {}): PlayerSums {
  const { timeDeadSeconds, timePlayedSeconds = 0, damageGiven = 0 } = over;
  const timed =
    timeDeadSeconds === undefined
      ? {}
      : { timedSeconds: timePlayedSeconds, timedDamage: damageGiven };
  return { ...emptySums(), ...timed, ...over };
}

/** A match that ended like its n-th Round 2. */
export function match(n: number, over: Partial<MatchRow> = {}): MatchRow {
  const { matchId, map, date, endMs, sessionId } = round(2 * n + 1);
  return {
    matchId,
    map,
    date,
    endMs,
    sessionId,
    winner: "A",
    lineUpA: ["A1", "A2", "A3"],
    lineUpB: ["B1", "B2", "B3"],
    pointsA: 1,
    pointsB: 0,
    ...over,
  };
}

/** Rows of both rounds of matches: everybody ten minutes each with the DPM that `dpmOf` says. */
export function rowsOfMatches(
  matches: readonly MatchRow[],
  dpmOf: (guid: string, match: MatchRow) => number,
): PlayerRow[] {
  return matches.flatMap((one, n) =>
    [0, 1].flatMap((half) => {
      const { matchId, map, date, endMs, sessionId } = one;
      const of = round(2 * n + half, {
        key: `${matchId}-${half + 1}`,
        matchId,
        map,
        date,
        sessionId,
        endMs: endMs - (1 - half) * 15 * MINUTE,
        axisTeam: half === 0 ? "A" : "B",
      });
      const players = [
        ...one.lineUpA.map((guid) => [guid, "A"]),
        ...one.lineUpB.map((guid) => [guid, "B"]),
      ];
      return players.map(([guid = "", team]) =>
        row({
          round: of,
          guid,
          name: guid.toLowerCase(),
          side: (team === "A") === (half === 0) ? 1 : 2,
          kills: 10,
          deaths: 10,
          damageGiven: dpmOf(guid, one) * 10,
        }),
      );
    }),
  );
}

/** The value of an answer; fails the test with the problem where there is none. */
export function given<T>(
  answer: { ok: true; value: T } | { ok: false; problem: { message: string } },
): T {
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

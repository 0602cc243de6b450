import { seasonOfDate } from "@slomix/analytics";
import { grouped } from "../../grouped.ts";
import { countedRounds, type MatchPlayer } from "./match-facts.ts";
import type { SessionPlay } from "./session-play.ts";

/** What of a pair is added up, in the order of the columns. */
export const PAIR_SUMS = [
  ...["with", "against"].flatMap((where) =>
    ["matches", "wins", "losses", "draws", "rounds", "kills", "deaths", "damage", "time_ms"].map(
      (what) => `${where}_${what}`,
    ),
  ),
  "duel_kills",
  "duel_deaths",
] as const;

const AGAINST = 9;
const DUEL_KILLS = 18;
const DUEL_DEATHS = 19;

/** A player and another (or himself) in the matches of a session: a row of `session_pairs` without it. */
export interface SessionPair {
  readonly player: string;
  readonly other: string;
  readonly season: string;
  /** In the order of {@link PAIR_SUMS}. */
  readonly sums: readonly number[];
}

/** All pairs of a session, both directions, from its matches that count between teams. */
export function sessionPairs(play: SessionPlay, players: readonly MatchPlayer[]): SessionPair[] {
  const inTeams = players.filter(({ team }) => team !== null);
  const seasons = new Map<string, Pairs>();
  const pairsOf = new Map<string, Pairs>();
  for (const [matchId, people] of grouped(inTeams, ({ matchId }) => matchId)) {
    const season = seasonOfDate(people[0]?.date ?? "")?.id ?? "";
    const pairs = seasons.get(season) ?? new Map();
    seasons.set(season, pairs);
    pairsOf.set(matchId, pairs);
    addMatch(pairs, people);
  }
  const counted = new Set(countedRounds(play.rows).map(({ round }) => round.key));
  for (const { matchId, round, subject, opponent, kills, deaths } of play.duels) {
    const sums = pairsOf.get(matchId)?.get(subject)?.get(opponent);
    if (!sums || !counted.has(round) || subject === opponent) continue;
    sums[DUEL_KILLS] = (sums[DUEL_KILLS] ?? 0) + kills;
    sums[DUEL_DEATHS] = (sums[DUEL_DEATHS] ?? 0) + deaths;
  }
  return [...seasons].flatMap(([season, pairs]) =>
    [...pairs].flatMap(([player, others]) =>
      [...others].map(([other, sums]) => ({ player, other, season, sums })),
    ),
  );
}

/** Sums of a player with another, by GUIDs. */
type Pairs = Map<string, Map<string, number[]>>;

function addMatch(pairs: Pairs, people: readonly MatchPlayer[]): void {
  for (const one of people) {
    const { guid, team, outcome, rounds, kills, deaths, damage, timeMs } = one;
    const ends = [outcome === "win", outcome === "loss", outcome === "draw"].map(Number);
    const own = [1, ...ends, rounds, kills, deaths, damage, timeMs];
    const others = pairs.get(guid) ?? new Map<string, number[]>();
    pairs.set(guid, others);
    for (const other of people) {
      const sums = others.get(other.guid) ?? PAIR_SUMS.map(() => 0);
      others.set(other.guid, sums);
      const at = other.team === team ? 0 : AGAINST;
      for (let i = 0; i < own.length; i++) sums[at + i] = (sums[at + i] ?? 0) + (own[i] ?? 0);
    }
  }
}

import type { PlayedMatch, PlayerMatch, Team } from "../../src/played-match.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Noon of a day, counted from 2025-01-01. */
export const day = (n: number) => Date.UTC(2025, 0, 1 + n, 12);

type Numbers = Partial<Omit<PlayerMatch, "guid" | "team">>;

/** What somebody did who did nothing special. */
const ordinary = {
  kills: 20,
  deaths: 20,
  damageGiven: 4000,
  shots: 800,
  hits: 240,
  seconds: 1200,
} as const;

/** A match of two line-ups, one letter a player: `build("abc", "xyz", { winner: "A" })`. */
export function build(
  teamA: string,
  teamB: string,
  rest: Partial<PlayedMatch> & { readonly numbers?: Readonly<Record<string, Numbers>> } = {},
): PlayedMatch {
  const { numbers = {}, ...given } = rest;
  const startMs = given.startMs ?? day(0);
  const player = (team: Team) => (guid: string) => ({
    guid,
    team,
    ...ordinary,
    ...numbers[guid],
  });
  return {
    matchId: `${startMs}-${teamA}-${teamB}`,
    sessionId: `day ${Math.floor(startMs / DAY)}`,
    map: "supply",
    startMs,
    endMs: startMs + HOUR / 3,
    teamA: [...teamA],
    teamB: [...teamB],
    winner: "A",
    firstAttackers: "A",
    players: [...[...teamA].map(player("A")), ...[...teamB].map(player("B"))],
    ...given,
  };
}

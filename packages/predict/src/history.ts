import type { PlayedMatch, PlayerMatch } from "./played-match.ts";

/** A match has its place in time, or it cannot be used: without one nobody knows what came before. */
function hasTime({ startMs, endMs }: PlayedMatch): boolean {
  return Number.isFinite(startMs) && Number.isFinite(endMs) && startMs <= endMs;
}

/**
 * The matches in the order in which they began, then by id: the same for any order of input. What has
 * no usable time is left out, and numbers of players that are none count as not known.
 */
export function inOrderOfStart(history: readonly PlayedMatch[]): PlayedMatch[] {
  return history
    .filter(hasTime)
    .map((match) => (match.players.every(isSound) ? match : withSoundNumbers(match)))
    .sort((a, b) => a.startMs - b.startMs || byText(a, b));
}

const NUMBERS = ["kills", "deaths", "damageGiven", "shots", "hits", "seconds"] as const;

/** One NaN in a sum would spoil every later prediction. */
function isSound(player: PlayerMatch): boolean {
  return NUMBERS.every((key) => player[key] >= 0 && player[key] < Number.POSITIVE_INFINITY);
}

function withSoundNumbers(match: PlayedMatch): PlayedMatch {
  const sound = (value: number) => (value >= 0 && value < Number.POSITIVE_INFINITY ? value : 0);
  const players = match.players.map((player) => ({
    ...player,
    ...Object.fromEntries(NUMBERS.map((key) => [key, sound(player[key])])),
  }));
  return { ...match, players };
}

/** The matches that were over at a moment (unix ms), in order of start. */
export function knownAt(history: readonly PlayedMatch[], asOfMs: number): PlayedMatch[] {
  return inOrderOfStart(history.filter(({ endMs }) => endMs <= asOfMs));
}

/** In order of their ends, then by id: the order in which results become known. */
export function byEnd(a: PlayedMatch, b: PlayedMatch): number {
  return a.endMs - b.endMs || byText(a, b);
}

function byText(a: PlayedMatch, b: PlayedMatch): number {
  if (a.matchId === b.matchId) return 0;
  return a.matchId < b.matchId ? -1 : 1;
}

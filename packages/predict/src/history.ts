import type { PlayedMatch } from "./played-match.ts";

/** A match has its place in time, or it cannot be used: without one nobody knows what came before. */
function hasTime({ startMs, endMs }: PlayedMatch): boolean {
  return Number.isFinite(startMs) && Number.isFinite(endMs) && startMs <= endMs;
}

/**
 * The matches in the order in which they began, then by id: the same for any order of input. What has
 * no usable time is left out.
 */
export function inOrderOfStart(history: readonly PlayedMatch[]): PlayedMatch[] {
  return history.filter(hasTime).sort((a, b) => a.startMs - b.startMs || byText(a, b));
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

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Answer, answer, refuse } from "./answer.ts";
import { compareText } from "./counted-round.ts";

/** People of one team by GUID, in any order. */
export type LineUp = readonly string[];

/** What a line-up is known by: the first 12 hex digits of SHA-256 of the sorted GUIDs joined by `|`. */
export function lineUpHash(guids: LineUp): string {
  const sorted = [...new Set(guids)].sort(compareText);
  return bytesToHex(sha256(utf8ToBytes(sorted.join("|")))).slice(0, 12);
}

/** Two line-ups that meet: both hashes, the smaller first, so that either order is the same. */
export function matchupId(a: LineUp, b: LineUp): string {
  return matchupIdOf(lineUpHash(a), lineUpHash(b));
}

/** The same from the line-ups' hashes. */
export function matchupIdOf(hashA: string, hashB: string): string {
  return [hashA, hashB].sort(compareText).join(":");
}

/** Share of two line-ups that is the same people, of the larger one: 1 equal, 0 nobody. */
export function overlap(a: LineUp, b: LineUp): number {
  const first = new Set(a);
  const second = new Set(b);
  const larger = Math.max(first.size, second.size);
  return larger === 0 ? 0 : [...second].filter((guid) => first.has(guid)).length / larger;
}

/** Whether two line-ups can meet: people on both sides, and nobody on both. */
export function checkLineUps(a: LineUp, b: LineUp): Answer<null> {
  if (a.length === 0 || b.length === 0) {
    return refuse("empty_lineup", `line-up ${a.length === 0 ? "A" : "B"} has no players`);
  }
  const both = a.find((guid) => b.includes(guid));
  return both === undefined
    ? answer(null)
    : refuse("player_in_both", `${both} is in both line-ups`);
}

import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { TeamPoolEntry } from "./settings.ts";

/** Name and colour of one team. */
export interface TeamName {
  readonly name: string;
  /** 24-bit RGB; null for the default names. */
  readonly color: number | null;
}

/**
 * Two different names for the teams of a session, from a hash of the key of its first round: the same
 * in every rebuild and whatever the order of the pool. Fewer than two names: Team A and Team B.
 */
export function teamNames(
  firstRoundKey: string,
  pool: readonly TeamPoolEntry[],
): readonly [TeamName, TeamName] {
  const byName = new Map<string, TeamPoolEntry>();
  for (const entry of [...pool].sort((a, b) => a.color - b.color)) {
    if (!byName.has(entry.name)) byName.set(entry.name, entry);
  }
  const names = [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const hash = sha256(utf8ToBytes(firstRoundKey));
  const [first] = names.splice(draw(hash, 0, names.length), 1);
  const second = names[draw(hash, 4, names.length)];
  if (!first || !second) {
    return [
      { name: "Team A", color: null },
      { name: "Team B", color: null },
    ];
  }
  return [
    { name: first.name, color: first.color },
    { name: second.name, color: second.color },
  ];
}

function draw(hash: Uint8Array, offset: number, count: number): number {
  return count === 0 ? 0 : new DataView(hash.buffer, hash.byteOffset).getUint32(offset) % count;
}

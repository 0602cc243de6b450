import { type RoundNumber, stripColours } from "@slomix/stats-parser";
import { mapKey } from "./map-key.ts";
import { shortHash } from "./short-hash.ts";

/**
 * A key for one round that every sender of the server can compute: the first 16 hex digits (lower
 * case) of the SHA-256 of `<start, unix s>:<map, lower case, without colours>:<round number>`.
 */
export function canonicalRoundId(startUnix: number, map: string, round: RoundNumber): string {
  const key = `${Math.trunc(startUnix)}:${mapKey(stripColours(map))}:${round}`;
  return shortHash(key, 16).toLowerCase();
}

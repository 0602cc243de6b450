import {
  clearHit,
  findByName,
  type NameHit,
  type NameMatch,
  nearestNames,
} from "@slomix/analytics";
import type { Database } from "../database.ts";
import { type KnownPlayer, keptNames } from "./kept-names.ts";

/** Somebody who fits a search. */
export interface FoundPlayer {
  readonly guid: string;
  /** The name to show. */
  readonly name: string;
  /** The same with colour codes. */
  readonly rawName: string;
  /** How a name or the GUID fits; null when nothing was looked for. */
  readonly match: NameMatch | null;
  /** The name that fits; null when the GUID does, or nothing was looked for. */
  readonly alias: string | null;
  /** ISO 8601: end of the last round under any name. */
  readonly lastSeen: string;
}

/** What a search found. */
export interface FoundPlayers {
  /** Best match first. */
  readonly players: readonly FoundPlayer[];
  /** Who is meant without a doubt: index 0 of the players or another exact match; null: nobody, or several. */
  readonly clear: FoundPlayer | null;
  /** Where nobody fits: who bears or bore the names most like it, at most three. */
  readonly didYouMean: readonly FoundPlayer[];
}

/**
 * Humans who fit a text by a present or former name or by the beginning of their GUID, as
 * `findByName` of `@slomix/analytics` says. Without a text who played last.
 *
 * @throws {DatabaseError}
 */
export async function findPlayers(db: Database, text: string, limit = 20): Promise<FoundPlayers> {
  const names = await keptNames(db);
  if (text.trim() === "") {
    const players = names.recent
      .slice(0, limit)
      .map((player) => found({ player, match: null, name: null }));
    return { players, clear: null, didYouMean: [] };
  }
  const hits = findByName(names, text, limit);
  const clear = clearHit(hits);
  return {
    players: hits.map(found),
    clear: clear && found(clear),
    didYouMean: hits.length > 0 ? [] : nearestNames(names, text).map(found),
  };
}

type Hit = Pick<NameHit<KnownPlayer>, "player" | "name"> & { readonly match: NameMatch | null };

const found = ({ player, match, name }: Hit): FoundPlayer => ({
  guid: player.guid,
  name: player.name,
  rawName: player.rawName,
  match,
  alias: name,
  lastSeen: new Date(player.lastSeenMs).toISOString(),
});

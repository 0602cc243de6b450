import { type Findable, type NameIndex, nameIndex } from "@slomix/analytics";
import type { Database } from "../database.ts";
import { joinName, nameColumns } from "./player-name.ts";
import { stateStamp } from "./state-stamp.ts";

/** Somebody with all names. */
export interface KnownPlayer extends Findable {
  /** The name to show. */
  readonly name: string;
  /** The same with colour codes. */
  readonly rawName: string;
}

interface Kept {
  readonly stamp: string;
  readonly names: Promise<NameIndex<KnownPlayer>>;
}

/** Of more names than these the ones that were borne last are known. */
const MOST_NAMES = 50_000;

const kept = new WeakMap<Database, Kept>();

/**
 * Everybody's names, ready for a search: read when something was written since the last time, by
 * whatever process, and kept in memory till then. Bots are nobody.
 *
 * @throws {DatabaseError}
 */
export async function keptNames(db: Database): Promise<NameIndex<KnownPlayer>> {
  // Asked for first: what is written in between is read again the next time.
  const stamp = await stateStamp(db);
  const known = kept.get(db);
  if (known?.stamp === stamp) return known.names;
  const entry = { stamp, names: readNames(db) };
  kept.set(db, entry);
  try {
    return await entry.names;
  } catch (error) {
    if (kept.get(db) === entry) kept.delete(db);
    throw error;
  }
}

interface NamesRow {
  readonly guid: string;
  readonly name: string;
  readonly rawName: string;
  readonly aliases: readonly string[];
  readonly lastSeen: Date;
  readonly rounds: number;
}

async function readNames(db: Database): Promise<NameIndex<KnownPlayer>> {
  const rows = await db.query<NamesRow>(
    `select a.guid, ${nameColumns("a.guid")}, a.aliases, a."lastSeen", a.rounds
     from (
       select guid, array_agg(alias order by last_seen desc, alias collate "C") as aliases,
         max(last_seen) as "lastSeen", sum(times_seen)::int as rounds
       from (
         select guid, alias, last_seen, times_seen from player_aliases
         where guid not like 'OMNIBOT%' order by last_seen desc, id limit $1
       ) newest group by guid
     ) a ${joinName("a.guid")}`,
    [MOST_NAMES],
  );
  return nameIndex(
    rows.map(({ guid, name, rawName, aliases, lastSeen, rounds }) => ({
      guid,
      name,
      rawName,
      // Who has chosen no name and has none in the sums is shown by GUID, which is no name.
      names: name === guid ? aliases : [name, ...aliases],
      lastSeenMs: lastSeen.getTime(),
      rounds,
    })),
  );
}

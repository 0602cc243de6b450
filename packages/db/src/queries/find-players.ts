import type { Reader } from "../database.ts";
import { literalPattern } from "./like-pattern.ts";
import { joinName, nameColumns } from "./player-name.ts";

/** How a player was found, best first. */
export type PlayerMatch = "guid" | "alias" | "prefix" | "substring";

/** Somebody who fits a search. */
export interface FoundPlayer {
  readonly guid: string;
  /** The name to show. */
  readonly name: string;
  /** The same with colour codes. */
  readonly rawName: string;
  readonly match: PlayerMatch;
  /** The name that fits; null when the GUID does. */
  readonly alias: string | null;
  /** ISO 8601: end of the last round under any name. */
  readonly lastSeen: string;
}

interface FoundRow {
  readonly guid: string;
  readonly name: string;
  readonly rawName: string;
  readonly rank: number;
  readonly alias: string | null;
  readonly lastSeen: Date;
}

const matches: readonly PlayerMatch[] = ["guid", "alias", "prefix", "substring"];

/**
 * Humans whose GUID begins with the text (from four characters up; of a whole GUID the first eight
 * count) or who bear or bore a name that is, begins with or contains it. Case does not matter, `%`
 * and `_` mean themselves. Best match first, then whoever played last; one row a player.
 *
 * @throws {DatabaseError}
 */
export async function findPlayers(db: Reader, text: string, limit = 20): Promise<FoundPlayer[]> {
  const wanted = text.trim();
  if (wanted === "") return [];
  const guid = guidPrefix(wanted);
  const literal = literalPattern(wanted);
  const rows = await db.query<FoundRow>(
    `with hits as (
       select guid, 0 as rank, null::text as alias, last_seen from player_aliases
       where $1::text is not null and guid like $1 escape '\\'
       union all
       select guid, case when lower(alias) = lower($2) then 1
           when lower(alias) like lower($3) || '%' escape '\\' then 2 else 3 end, alias, last_seen
       from player_aliases where lower(alias) like '%' || lower($3) || '%' escape '\\'
     ), best as (
       select distinct on (guid) guid, rank, alias from hits
       where guid not like 'OMNIBOT%'
       order by guid, rank, last_seen desc, alias
     )
     select best.guid, ${nameColumns("best.guid")}, best.rank, best.alias, seen."lastSeen"
     from best
     cross join lateral (
       select max(last_seen) as "lastSeen" from player_aliases where guid = best.guid
     ) seen
     ${joinName("best.guid")}
     order by best.rank, seen."lastSeen" desc, best.guid limit $4`,
    [guid === null ? null : `${guid}%`, wanted, literal, limit],
  );
  return rows.map(({ rank, lastSeen, ...row }) => ({
    ...row,
    match: matches[rank] ?? "substring",
    lastSeen: lastSeen.toISOString(),
  }));
}

/** A text that can only be meant as a GUID's beginning as well as a name: four hexadecimal digits and more. */
function guidPrefix(text: string): string | null {
  if (!/^[0-9a-f]{4,}$/i.test(text)) return null;
  return (text.length === 32 ? text.slice(0, 8) : text).toUpperCase();
}

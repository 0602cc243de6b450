import type { Tx } from "../../connect.ts";
import { together } from "../../together.ts";

// No bound: it keeps the planner from sorting a career where its first row is the one that is looked for.
const ALL = 1_000_000_000;

/**
 * Brings the newest names of these players to what their names in the rounds say.
 *
 * @param shrinks some of them may be in no round any more
 */
export async function refreshNames(
  tx: Tx,
  guids: readonly string[],
  shrinks: boolean,
): Promise<void> {
  const touched = [[...new Set(guids)]];
  const gone = shrinks
    ? [tx.query("delete from player_names where player_guid = any($1)", touched)]
    : [];
  const named = tx.query(
    `insert into player_names (player_guid, name, raw_name)
     select n.guid, a.alias, coalesce(last.raw, a.alias)
     from unnest($1::text[]) as n (guid)
     cross join lateral (
       select alias from player_aliases where guid = n.guid
       order by last_seen desc, times_seen desc, alias limit 1) a
     left join lateral (
       select p.player_name as raw from (
         select player_name, clean_name from player_comprehensive_stats
         where player_guid = n.guid order by round_id desc limit ${ALL}) p
       where p.clean_name = a.alias limit 1) last on true
     on conflict (player_guid) do update set name = excluded.name, raw_name = excluded.raw_name`,
    touched,
  );
  await together(...gone, named);
}

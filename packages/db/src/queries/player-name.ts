/**
 * SQL that joins the name to show for the player whose GUID is `guid` (an SQL expression): the name
 * chosen by its owner, else the newest name in game, else the GUID. Select it as `named.name`; the
 * same as it was last written in the game, with colour codes, is `named.raw`.
 */
export function joinName(guid: string): string {
  return `cross join lateral (
    select chosen.name, coalesce(
      (select p.player_name from player_comprehensive_stats p
       where p.player_guid = ${guid} and p.clean_name = chosen.name
       order by p.round_id desc limit 1),
      chosen.name) as raw
    from (select coalesce(
      (select l.display_name from player_links l where l.player_guid = ${guid}),
      (select a.alias from player_aliases a where a.guid = ${guid}
       order by a.last_seen desc, a.times_seen desc, a.alias limit 1),
      ${guid}) as name) chosen
  ) named`;
}

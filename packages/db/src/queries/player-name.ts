/**
 * SQL that joins the name to show for the player whose GUID is `guid` (an SQL expression): the name
 * chosen by its owner, else the newest name in game, else the GUID. Select it as `named.name`; the
 * same as it was last written in the game, with colour codes, is `named.raw`.
 */
export function joinName(guid: string): string {
  return `cross join lateral (
    select coalesce(link.display_name, known.name, ${guid}) as name,
      case when link.display_name is null or link.display_name = known.name
        then coalesce(known.raw_name, ${guid})
        else coalesce(
          (select p.player_name from player_comprehensive_stats p
           where p.player_guid = ${guid} and p.clean_name = link.display_name
           order by p.round_id desc limit 1),
          link.display_name) end as raw
    from (select) one
    left join player_names known on known.player_guid = ${guid}
    left join player_links link on link.player_guid = ${guid}
  ) named`;
}

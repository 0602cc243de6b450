/**
 * SQL that joins the name to show for the player whose GUID is `guid` (an SQL expression): the name
 * chosen by its owner, else the newest name in game. `named.name`, and the same as it was last written
 * in the game, with colour codes, `named.raw`; both null for who has no name, who is shown by GUID.
 */
export function joinName(guid: string): string {
  return `left join (
    select known.player_guid, coalesce(link.display_name, known.name) as name,
      case when link.display_name is null or link.display_name = known.name then known.raw_name
        else coalesce(
          (select p.player_name from player_comprehensive_stats p
           where p.player_guid = known.player_guid and p.clean_name = link.display_name
           order by p.round_id desc limit 1),
          link.display_name) end as raw
    from player_names known left join player_links link on link.player_guid = known.player_guid
  ) named on named.player_guid = ${guid}`;
}

/** The columns `name` and `rawName` behind {@link joinName}: the GUID for who has no name. */
export function nameColumns(guid: string): string {
  return `coalesce(named.name, ${guid}) as name, coalesce(named.raw, ${guid}) as "rawName"`;
}

/**
 * SQL that joins the name to show for the player whose GUID is `guid` (an SQL expression): the name
 * chosen by its owner, else the newest name in game. `named.name`, and the same as it was last written
 * in the game, with colour codes, `named.raw`; both null for who has no name, who is shown by GUID.
 */
export function joinName(guid: string): string {
  // Names as they were last written are looked for where people chose them, not for everybody.
  return `left join (
    select known.player_guid, coalesce(link.name, known.name) as name,
      case when link.name is null or link.name = known.name then known.raw_name
        else coalesce(link.raw, link.name) end as raw
    from player_names known left join (
      select l.player_guid, l.display_name as name,
        (select p.player_name from player_comprehensive_stats p
         where p.player_guid = l.player_guid and p.clean_name = l.display_name
         order by p.round_id desc limit 1) as raw
      from player_links l where l.display_name is not null
    ) link on link.player_guid = known.player_guid
  ) named on named.player_guid = ${guid}`;
}

/** The columns `name` and `rawName` behind {@link joinName}: the GUID for who has no name. */
export function nameColumns(guid: string): string {
  return `coalesce(named.name, ${guid}) as name, coalesce(named.raw, ${guid}) as "rawName"`;
}

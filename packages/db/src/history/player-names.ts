import type { Reader } from "../database.ts";
import { joinName } from "../queries/player-name.ts";

/**
 * The names to show for players, by GUID: the one they chose, else the newest in game, else the GUID.
 *
 * @throws {DatabaseError}
 */
export async function playerNames(
  db: Reader,
  guids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.query<{ guid: string; name: string }>(
    `select g.guid, named.name from (select distinct unnest($1::text[]) as guid) g ${joinName("g.guid")}`,
    [guids],
  );
  return new Map(rows.map(({ guid, name }) => [guid, name]));
}

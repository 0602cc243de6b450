import type { TeamPoolEntry } from "@slomix/stopwatch";
import type { Tx } from "../../connect.ts";

/** The active names of the pool, by name, so that the pick does not depend on row order. */
export function loadTeamPool(tx: Tx): Promise<TeamPoolEntry[]> {
  return tx.query<TeamPoolEntry>(
    `select coalesce(display_name, name) as name, coalesce(color, 0) as color
     from team_pool where active order by id`,
  );
}

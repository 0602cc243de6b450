import type { Reader } from "../database.ts";
import type { StoredMap, StoredMaps } from "../schema/stored-map.ts";

/** The scored maps of a session in the order of play; none when it was not scored. */
export async function storedMapsOf(db: Reader, sessionId: number): Promise<readonly StoredMap[]> {
  const rows = await db.query<{ details: StoredMaps | null }>(
    `select round_details as details from session_results
     where gaming_session_id = $1 and map_name = 'ALL'`,
    [sessionId],
  );
  return rows[0]?.details?.maps ?? [];
}

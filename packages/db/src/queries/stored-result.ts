import type { TeamLetter } from "@slomix/stopwatch";
import type { Reader } from "../database.ts";
import type { StoredMap, StoredMaps } from "../schema/stored-map.ts";

/** Somebody came for somebody else within a team. */
export interface SessionSubstitution {
  readonly team: TeamLetter;
  /** GUID; null: a late joiner. */
  readonly out: string | null;
  /** GUID; null: an early leaver. */
  readonly in: string | null;
  /** The first round without `out` and with `in`. */
  readonly roundId: number | null;
}

/** What scoring made of a session. */
export interface StoredResult {
  /** In the order of play. */
  readonly maps: readonly StoredMap[];
  readonly substitutions: readonly SessionSubstitution[];
  /** A third or more of a match's players changed team at once. */
  readonly reshuffled: boolean;
}

interface ResultRow {
  readonly details: StoredMaps | null;
  readonly substitutions: SessionSubstitution[];
  readonly reshuffled: boolean;
}

/** The result of a session; an empty one when it was not scored. */
export async function storedResultOf(db: Reader, sessionId: number): Promise<StoredResult> {
  const [row] = await db.query<ResultRow>(
    `select x.round_details as details, x.reshuffled, coalesce((
       select jsonb_agg(jsonb_build_object('team', s.value->>'team', 'out', s.value->>'out',
         'in', s.value->>'in', 'roundId', r.id) order by s.place)
       from jsonb_array_elements(x.substitution_details) with ordinality s (value, place)
       left join rounds r on r.round_key = s.value->>'round'), '[]'::jsonb) as substitutions
     from session_results x where x.gaming_session_id = $1 and x.map_name = 'ALL'`,
    [sessionId],
  );
  return {
    maps: row?.details?.maps ?? [],
    substitutions: row?.substitutions ?? [],
    reshuffled: row?.reshuffled ?? false,
  };
}

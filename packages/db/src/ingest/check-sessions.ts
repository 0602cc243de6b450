import type { Tx } from "../connect.ts";
import type { StoredMaps } from "../schema/stored-map.ts";
import type { StretchRecord } from "./records/stretch-record.ts";
import type { KnownRound } from "./store/store-rounds.ts";

/**
 * Holds the gaming sessions of a stretch, as they stand, against what its files give: which rounds lie
 * together, and how their matches ended. A sentence a difference. It is how a database shows that it was
 * filled by other rules or settings.
 *
 * @param known the stretch's rounds as they stand, by key
 */
export async function checkSessions(
  tx: Tx,
  { rounds, sessions }: StretchRecord,
  known: ReadonlyMap<string, KnownRound>,
): Promise<string[]> {
  const wrong: string[] = [];
  const idOf = (key: string) => known.get(key)?.sessionId ?? null;
  const inSession = new Set(sessions.flatMap(({ roundKeys }) => roundKeys));
  for (const { key } of rounds) {
    const id = idOf(key);
    if (!inSession.has(key) && id !== null)
      wrong.push(`${key}: stands in session ${id}, not in none`);
  }
  const owner = new Map<number, number>();
  const stored = await storedMaps(tx, [...known.values()]);
  for (const [index, { roundKeys, maps }] of sessions.entries()) {
    const ids = [...new Set(roundKeys.filter((key) => known.has(key)).map(idOf))];
    const [id] = ids;
    if (id === undefined) continue;
    if (ids.length > 1 || id === null) {
      wrong.push(`${roundKeys[0]}: its session's rounds stand in ${ids.map(named).join(" and ")}`);
      continue;
    }
    if (owner.has(id)) wrong.push(`session ${id}: holds the rounds of several sessions`);
    else if (!sameMaps(stored.get(id)?.maps ?? [], maps))
      wrong.push(`session ${id}: its matches did not end as stored; slomix db rebuild mends it`);
    owner.set(id, index);
  }
  return wrong;
}

const named = (id: number | null) => (id === null ? "none" : `session ${id}`);

async function storedMaps(
  tx: Tx,
  rounds: readonly KnownRound[],
): Promise<ReadonlyMap<number, StoredMaps>> {
  const ids = [...new Set(rounds.flatMap(({ sessionId }) => sessionId ?? []))];
  const rows = await tx.query<{ id: number; details: StoredMaps }>(
    `select gaming_session_id as id, round_details as details from session_results
     where map_name = 'ALL' and gaming_session_id = any($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, details }) => [id, details]));
}

/** jsonb keeps its keys in an order of its own. */
function sameMaps(stored: StoredMaps["maps"], derived: StoredMaps["maps"]): boolean {
  return (
    stored.length === derived.length &&
    derived.every((map, at) =>
      (Object.keys(map) as (keyof typeof map)[]).every(
        (key) => JSON.stringify(map[key]) === JSON.stringify(stored[at]?.[key]),
      ),
    )
  );
}

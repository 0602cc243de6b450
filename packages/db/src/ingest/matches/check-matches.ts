import type { SqlValue, Tx } from "../../connect.ts";
import { loadSessionPlays } from "../../history/session-plays.ts";
import { FACT_TABLES, factsOf, factText, storedFacts } from "./fact-tables.ts";
import { PAIR_SUMS } from "./pair-facts.ts";
import { mapRows, PAIRS_OF_SEASONS } from "./roll-up.ts";
import { synergiesOf, synergyRows } from "./synergy-rows.ts";

/** So many sessions are read back at a time. */
const AT_ONCE = 100;

/** Holds everything that is kept of matches against a recomputation from rounds: a sentence a table that differs. */
export async function checkMatches(tx: Tx): Promise<string[]> {
  const wrong = new Map<string, number>();
  const count = (table: string, n: number) => wrong.set(table, (wrong.get(table) ?? 0) + n);
  const sessions = await tx.query<{ id: number }>(
    `select distinct gaming_session_id as id from rounds where gaming_session_id is not null
     union select gaming_session_id from match_players
     union select gaming_session_id from session_pairs
     union select gaming_session_id from matchup_history order by 1`,
  );
  for (let i = 0; i < sessions.length; i += AT_ONCE) {
    const ids = sessions.slice(i, i + AT_ONCE).map(({ id }) => id);
    const plays = await loadSessionPlays(tx, ids);
    const facts = [...plays].map(([id, play]) => [id, factsOf(play)] as const);
    for (const table of FACT_TABLES) {
      const wanted = facts.flatMap(([id, rows]) =>
        rows[table.name].map((row) => factText(id, row)),
      );
      const stored = (await storedFacts(tx, table, ids)).map((one) =>
        factText(one.session, one.row),
      );
      count(table.name, difference(wanted, stored));
    }
  }
  count("player_pairs", await differentPairs(tx));
  count("map_performance", await different(tx, "map_performance", await mapRows(tx, null)));
  const synergies = synergyRows(await synergiesOf(tx, null));
  count("player_synergies", await different(tx, "player_synergies", synergies));
  return [...wrong].flatMap(([table, n]) =>
    n > 0
      ? [`${table}: ${n} rows differ from what the rounds give; slomix db rebuild mends it`]
      : [],
  );
}

async function differentPairs(tx: Tx): Promise<number> {
  const columns = ["player_guid", "other_guid", "season", ...PAIR_SUMS].join(", ");
  const wanted = `select ${columns} from (${PAIRS_OF_SEASONS} group by 1, 2, 3) w`;
  const stored = `select ${columns} from player_pairs`;
  const [row] = await tx.query<{ n: number }>(
    `select count(distinct (player_guid, other_guid, season))::int as n from (
       (${wanted} except ${stored}) union all (${stored} except ${wanted})) d`,
  );
  return row?.n ?? 0;
}

async function different(
  tx: Tx,
  table: string,
  wanted: readonly Readonly<Record<string, SqlValue>>[],
): Promise<number> {
  const [first] = wanted;
  if (!first) {
    const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    return row?.n ?? 0;
  }
  const columns = Object.keys(first);
  const stored = await tx.query<Record<string, SqlValue>>(
    `select ${columns.join(", ")} from ${table}`,
  );
  const text = (row: Readonly<Record<string, SqlValue>>) =>
    factText(
      0,
      columns.map((column) => row[column]),
    );
  return difference(wanted.map(text), stored.map(text));
}

/** Rows that only one side has; a row that differs is one. */
function difference(wanted: readonly string[], stored: readonly string[]): number {
  const left = new Set(wanted);
  const right = new Set(stored);
  const missing = wanted.filter((text) => !right.has(text)).length;
  const extra = stored.filter((text) => !left.has(text)).length;
  return Math.max(missing, extra);
}

import type { Database } from "../../packages/db/src/index.ts";

/** Tables of a season, each behind those that it points to. What else there is stays as it is. */
const TABLES = [
  "rounds",
  "player_comprehensive_stats",
  "weapon_comprehensive_stats",
  "round_weapon_sums",
  "round_awards",
  "round_vs_stats",
  "round_kills",
  "round_objective_events",
  "round_revives",
  "round_hit_regions",
  "round_classes",
  "round_movement",
  "session_teams",
  "session_results",
  "player_aliases",
  "player_names",
  "player_days",
  "player_totals",
  "player_weapons",
  "matchup_history",
  "match_players",
  "session_pairs",
  "player_pairs",
  "map_performance",
  "player_synergies",
];

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

/** So many years the copies go back; those of the same year are played side by side. */
const YEARS = 12;

/**
 * Puts `copies` more of everything beside what is stored: other players under other names, other
 * sessions and matches, whole years earlier, so that seasons and days keep their place in the year.
 */
export async function multiply(
  db: Database,
  copies: number,
  say: (text: string) => void,
): Promise<void> {
  const columns = await db.query<Column>(
    `select table_name as "table", column_name as name, data_type as type
     from information_schema.columns
     where table_schema = 'public' and is_generated = 'NEVER' order by ordinal_position`,
  );
  for (const table of TABLES) {
    const own = columns.filter((column) => column.table === table);
    if (own.length === 0) continue;
    const written = own.filter(({ name }) => name !== "id" || table === "rounds");
    const started = performance.now();
    await withoutIndexes(db, table, async () => {
      // The first copy doubles nothing: all are made from the rows that were there.
      await db.query(`create table multiplied as select * from ${table}`);
      for (let copy = 1; copy <= copies; copy += 1)
        await db.query(
          `insert into ${table} (${written.map(({ name }) => name).join(", ")})
           select ${written.map((column) => moved(column, copy)).join(", ")} from multiplied t`,
        );
      await db.query("drop table multiplied");
    });
    say(`${table}: ${Math.round((performance.now() - started) / 1000)} s`);
  }
  await db.query(
    "select setval(pg_get_serial_sequence('rounds', 'id'), (select max(id) from rounds))",
  );
  await db.query(
    "select setval('gaming_session_ids', (select max(gaming_session_id) from rounds))",
  );
}

/** A column of one copy. */
function moved({ table, name, type }: Column, copy: number): string {
  const column = `t."${name}"`;
  const years = `interval '${copy % YEARS} years'`;
  if (name === "id" || name === "round_id") return `${column} + ${copy * 1_000_000}`;
  if (name === "gaming_session_id") return `${column} + ${copy * 100_000}`;
  if (name.endsWith("_unix")) return `extract(epoch from to_timestamp(${column}) - ${years})::int8`;
  if (type === "date") return `(${column} - ${years})::date`;
  if (type.startsWith("timestamp")) return `${column} - ${years}`;
  if (name === "period" || name === "season")
    return `case when ${column} = 'all' then 'all' else (substr(${column}, 1, 4)::int - ${copy % YEARS}) || substr(${column}, 5) end`;
  // The smaller GUID of a pair stands first, also after the copy has changed both.
  if (table === "player_synergies" && /^player_[ab]_guid$/.test(name)) {
    const both = ["a", "b"].map((one) => `(${tagged(`t.player_${one}_guid`, copy)}) collate "C"`);
    return `${name === "player_a_guid" ? "least" : "greatest"}(${both.join(", ")})`;
  }
  if (/guid$/.test(name) || /hash$/.test(name) || name === "matchup_id")
    return name === "derived_hash" ? column : tagged(column, copy);
  if (type === "jsonb" && /guids$|^lineup_/.test(name))
    return `(select jsonb_agg(${tagged("v", copy)} order by v) from jsonb_array_elements_text(${column}) v)`;
  // Keys of rounds and matches begin with the stamp of a file.
  if (type === "jsonb")
    return `regexp_replace(${column}::text, '"(\\d{4}-\\d\\d-\\d\\d-\\d{6}-)', '"${copy}-\\1', 'g')::jsonb`;
  if (/^(round_key|partner_key|match_id|file_name|round1_file|round_canonical_id)$/.test(name))
    return `'${copy}-' || ${column}`;
  if (
    /(^|_)name$|^alias$|^player_\w+_name$/.test(name) &&
    !/^(map|weapon|award)_name$/.test(name) &&
    table !== "session_teams"
  )
    return `${column} || ' ${copy}'`;
  return column;
}

/** Letters that no GUID has. */
const LETTERS = "GHIJKLMNOPQRSTUVWXYZ";

/** GUIDs stay eight characters: the copy takes the place of the first two. */
function tagged(value: string, copy: number): string {
  const tag = `${LETTERS[Math.floor(copy / LETTERS.length)]}${LETTERS[copy % LETTERS.length]}`;
  return `case when ${value} like 'OMNIBOT%' then ${value} else '${tag}' || substr(${value}, 3) end`;
}

/** Indexes are made when the rows are there: that takes a part of the time. */
async function withoutIndexes(
  db: Database,
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  const indexes = await db.query<{ name: string; made: string }>(
    `select i.relname as name, pg_get_indexdef(i.oid) as made
     from pg_index x join pg_class i on i.oid = x.indexrelid
     where x.indrelid = '${table}'::regclass and not x.indisunique`,
  );
  for (const { name } of indexes) await db.query(`drop index "${name}"`);
  await work();
  for (const { made } of indexes) await db.query(made);
}

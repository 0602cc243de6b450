import type { Database, SqlValue, Tx } from "../src/connect.ts";
import { quoted } from "../src/statements.ts";
import { type ColumnShape, type TableShape, tableShapes } from "../src/tables.ts";

/** A CHECK as the catalogue tells it, and the first column that it is about. */
export interface CheckRule {
  readonly table: string;
  readonly name: string;
  readonly column: string;
  readonly definition: string;
}

/** All CHECKs of the database. */
export async function readChecks(db: Database): Promise<CheckRule[]> {
  return db.query<CheckRule & { [key: string]: SqlValue }>(`
    select c.conrelid::regclass::text as table, c.conname::text as name,
      pg_get_constraintdef(c.oid) as definition,
      (select a.attname::text from pg_attribute a
        where a.attrelid = c.conrelid and a.attnum = c.conkey[1]) as column
    from pg_constraint c
    where c.contype = 'c' and c.connamespace = 'public'::regnamespace`);
}

/** Writes rows with only what must be there, each with its parents. */
export class LeastRows {
  readonly #checks: readonly CheckRule[];
  constructor(checks: readonly CheckRule[]) {
    this.#checks = checks;
  }

  /** Writes a row of the table, with these values where they are given; the row as it is then. */
  async insert(
    tx: Tx,
    name: string,
    over: Readonly<Record<string, SqlValue>> = {},
  ): Promise<Record<string, SqlValue>> {
    const table = tableShapes().find((one) => one.name === name);
    if (!table) throw new Error(`no table ${name}`);
    const row: Record<string, SqlValue> = {};
    for (const column of table.columns)
      if (column.notNull && !column.generated) {
        const value = this.#value(table, column);
        if (value !== undefined) row[column.name] = value;
      }
    for (const parent of table.references) {
      const key = { rounds: "round_id", greatshot_demos: "demo_id" }[parent] ?? "highlight_id";
      if (!(key in over)) row[key] = (await this.insert(tx, parent))["id"];
    }
    Object.assign(row, over);
    const columns = Object.keys(row);
    const [written] = await tx.query<Record<string, SqlValue>>(
      `insert into ${quoted(name)} (${columns.map(quoted).join(", ")})
       values (${columns.map((_, i) => `$${i + 1}`).join(", ")}) returning *`,
      columns.map((column) => row[column]),
    );
    return written ?? {};
  }

  #value(table: TableShape, { name, type }: ColumnShape): SqlValue {
    if (name === "id" && type === "integer") return undefined;
    if (/^player(_b|2)_guid$/.test(name)) return "zzz";
    const words = this.#checks.find((one) => one.name === `${table.name}_${name}_known`);
    if (words) return /'([^']*)'/.exec(words.definition)?.[1] ?? "";
    if (type === "text") return "a";
    if (type === "jsonb") return "[]";
    if (type === "boolean") return false;
    if (type === "date") return "2026-03-04";
    if (type === "time") return "20:15:00";
    if (type.startsWith("timestamp")) return new Date("2026-03-04T20:15:00Z");
    return type === "double precision" ? 0.5 : 1;
  }
}

/**
 * A row and more in every one of the tables, with text and bytes that are hard to carry, and with
 * numbers that were given and are gone.
 */
export async function fillEveryTable(db: Database): Promise<void> {
  const least = new LeastRows(await readChecks(db));
  await db.transaction(async (tx) => {
    await tx.query("select nextval('gaming_session_ids'), nextval('gaming_session_ids')");
    await least.insert(tx, "rounds", { round_key: "gone", match_id: "gone" });
    await tx.query("delete from rounds");
    const round = await least.insert(tx, "rounds", {
      map_name: "supply",
      file_name: "2026-03-04-201507-supply-round-1.txt",
      gaming_session_id: 2,
      warnings: { a: ['\t\\N\n"', "\\."] },
      actual_duration_seconds: 0.1 + 0.2,
    });
    await least.insert(tx, "rounds", { round_key: "b", match_id: "b", map_name: "\\.\n\t\r\\N" });
    await least.insert(tx, "processed_files", {
      raw: Uint8Array.from({ length: 256 }, (_, i) => i),
      error_message: "^1ö 😀 \u2028",
    });
    await least.insert(tx, "greatshot_renders");
    await least.insert(tx, "greatshot_analysis", { demo_id: "a" });
    for (const { name, references } of tableShapes()) {
      const [row] = await tx.query(`select 1 from ${quoted(name)} limit 1`);
      if (!row || name === "team_pool")
        await least.insert(tx, name, references[0] === "rounds" ? { round_id: round["id"] } : {});
    }
  });
}

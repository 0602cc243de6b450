import { expect, test } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import type { Database, SqlValue, Tx } from "../connect.ts";
import { quoted } from "../statements.ts";
import { type ColumnShape, type TableShape, tableShapes } from "../tables.ts";

/** A CHECK as the catalogue tells it, and the column that it is about. */
interface Rule {
  readonly table: string;
  readonly name: string;
  readonly column: string;
  readonly definition: string;
}

// What each kind of rule must refuse, by the end of its name.
const offending: Readonly<Record<string, readonly SqlValue[]>> = {
  not_negative: [-1],
  amount: [-0.5, Number.POSITIVE_INFINITY, Number.NaN],
  percent: [-0.5, 100.5, Number.NaN],
  share: [-0.5, 1.5, Number.NaN],
  side: [-1, 3],
  half: [0, 3],
  known: ["?", ""],
  rgb: [-1, 0x1000000],
  positive: [0],
};
// Rules about two columns: values for both.
const offendingPairs: Readonly<Record<string, Readonly<Record<string, SqlValue>>>> = {
  greatshot_highlights_end_after_start: { start_ms: 5, end_ms: 4 },
  player_synergies_ordered: { player_a_guid: "B", player_b_guid: "A" },
  crossfire_pairs_ordered: { player1_guid: "B", player2_guid: "B" },
};

onEachEngine("every CHECK", (db) => {
  test("refuses what it is there to refuse, and names itself", async () => {
    const rules = await readRules(db());
    expect(rules.length).toBeGreaterThan(200);
    const good = new GoodRows(rules);
    const refused = new Set<string>();
    for (const rule of rules)
      for (const bad of badRows(rule)) {
        const attempt = db().transaction(async (tx) => {
          await good.insert(tx, rule.table, bad);
        });
        await expect(attempt, `${rule.name} ${JSON.stringify(bad)}`).rejects.toMatchObject({
          code: "constraint",
          sqlState: "23514",
          constraint: rule.name,
        });
        refused.add(rule.name);
      }
    expect(rules.map((rule) => rule.name).filter((name) => !refused.has(name))).toEqual([]);
  });

  test("lets a good row pass in every table", async () => {
    const good = new GoodRows(await readRules(db()));
    for (const { name } of tableShapes()) {
      const undo = new Error("undo");
      const attempt = db().transaction(async (tx) => {
        await good.insert(tx, name, {});
        throw undo;
      });
      await expect(attempt, name).rejects.toBe(undo);
    }
  });
});

async function readRules(db: Database): Promise<Rule[]> {
  const rows = await db.query<{
    table: string;
    name: string;
    columns: string[];
    definition: string;
  }>(`
    select c.conrelid::regclass::text as table, c.conname as name, pg_get_constraintdef(c.oid) as definition,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.conrelid and a.attnum = any(c.conkey)) as columns
    from pg_constraint c
    where c.contype = 'c' and c.connamespace = 'public'::regnamespace`);
  return rows.map(({ columns, ...rule }) => ({ ...rule, column: columns[0] ?? "" }));
}

function badRows(rule: Rule): Readonly<Record<string, SqlValue>>[] {
  const pair = offendingPairs[rule.name];
  if (pair) return [pair];
  const kind = Object.keys(offending).find((end) => rule.name.endsWith(`_${end}`));
  return (offending[kind ?? ""] ?? []).map((value) => ({ [rule.column]: value }));
}

/** Writes rows with only what must be there, parents first. */
class GoodRows {
  readonly #rules: readonly Rule[];
  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  async insert(
    tx: Tx,
    name: string,
    over: Readonly<Record<string, SqlValue>>,
  ): Promise<Record<string, SqlValue>> {
    const table = tableShapes().find((one) => one.name === name) as TableShape;
    const row: Record<string, SqlValue> = {};
    for (const column of table.columns)
      if (column.notNull && !column.generated) {
        const value = this.#value(table, column);
        if (value !== undefined) row[column.name] = value;
      }
    for (const parent of table.references) {
      const key = { rounds: "round_id", greatshot_demos: "demo_id" }[parent] ?? "highlight_id";
      row[key] = (await this.insert(tx, parent, {}))["id"];
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
    const words = this.#rules.find(
      (rule) => rule.name === `${table.name}_${name}_known`,
    )?.definition;
    if (words) return /'([^']*)'/.exec(words)?.[1] ?? "";
    if (type === "text") return "a";
    if (type === "jsonb") return "[]";
    if (type === "boolean") return false;
    if (type === "date") return "2026-03-04";
    if (type === "time") return "20:15:00";
    if (type.startsWith("timestamp")) return new Date("2026-03-04T20:15:00Z");
    return type === "double precision" ? 0.5 : 1;
  }
}

import { is, SQL } from "drizzle-orm";
import { CasingCache } from "drizzle-orm/casing";
import { getTableConfig, type PgColumn, PgTable } from "drizzle-orm/pg-core";
import * as schema from "./schema/index.ts";
import { quoted } from "./statements.ts";

/** A column as it stands in the database. */
export interface ColumnShape {
  readonly name: string;
  /** `integer`, `timestamp with time zone`, … */
  readonly type: string;
  readonly notNull: boolean;
  /** The database makes it from other columns. */
  readonly generated: boolean;
  /** The instant of writing, where nobody says otherwise. */
  readonly defaultsToNow: boolean;
}

/** A table as it stands in the database. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly ColumnShape[];
  readonly primaryKey: readonly string[];
  /** Names of the tables that its foreign keys point to. */
  readonly references: readonly string[];
}

let shapes: readonly TableShape[] | undefined;

/** All tables, each behind those that it points to: the order in which rows can be written. */
export function tableShapes(): readonly TableShape[] {
  shapes ??= parentsFirst(
    Object.values(schema as Readonly<Record<string, unknown>>)
      .filter((one) => is(one, PgTable))
      .map(shapeOf)
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
  return shapes;
}

/** Columns that a row can be written with, in order. */
export function writableColumns(table: TableShape): string[] {
  return table.columns.filter((column) => !column.generated).map((column) => column.name);
}

/** SQL that orders rows by the primary key, the same way on every server. */
export function primaryKeyOrder(table: TableShape): string {
  return table.primaryKey
    .map((name) => {
      const text = table.columns.find((column) => column.name === name)?.type === "text";
      return `${quoted(name)}${text ? ' collate "C"' : ""}`;
    })
    .join(", ");
}

function shapeOf(table: PgTable): TableShape {
  const { name, columns, primaryKeys, foreignKeys } = getTableConfig(table);
  const casing = new CasingCache("snake_case");
  const nameOf = (column: PgColumn) => casing.getColumnCasing(column);
  return {
    name,
    columns: columns.map((column) => ({
      name: nameOf(column),
      type: column.getSQLType(),
      notNull: column.notNull,
      generated: column.generated !== undefined,
      defaultsToNow: isNow(column.default),
    })),
    primaryKey: [
      ...columns.filter((column) => column.primary).map(nameOf),
      ...primaryKeys.flatMap((key) => key.columns.map(nameOf)),
    ],
    references: foreignKeys.map((key) => getTableConfig(key.reference().foreignTable).name),
  };
}

function isNow(value: unknown): boolean {
  return is(value, SQL) && JSON.stringify(value.queryChunks).includes("now()");
}

function parentsFirst(tables: readonly TableShape[]): TableShape[] {
  const placed = new Set<string>();
  const ordered: TableShape[] = [];
  while (ordered.length < tables.length) {
    const before = ordered.length;
    for (const table of tables) {
      if (placed.has(table.name) || !table.references.every((name) => placed.has(name))) continue;
      placed.add(table.name);
      ordered.push(table);
    }
    if (ordered.length === before) throw new Error("the tables point at each other in a circle");
  }
  return ordered;
}

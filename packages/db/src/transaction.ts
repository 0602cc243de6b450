import { copyText } from "./copy-text.ts";
import type { Drizzle, Engine, Tx } from "./database.ts";
import { translated } from "./driver-error.ts";
import { inOrder } from "./in-order.ts";
import { type Chunks, quoted, type Statements } from "./statements.ts";

/** The transaction that stands on these statements, which throw this package's errors. */
export function transactionOn(engine: Engine, drizzle: Drizzle, connection: Statements): Tx {
  const statements = inOrder(connection);
  return {
    engine,
    drizzle,
    async query<Row extends object>(sql: string, params: Parameters<Tx["query"]>[1] = []) {
      return (await statements.query<Row>(sql, params)).rows;
    },
    async copy(table, columns, rows) {
      const count = { rows: 0 };
      const text = copyText(columns.length, rows, count);
      await statements.copyIn(`${quoted(table)} (${columns.map(quoted).join(", ")})`, text);
      return count.rows;
    },
    copyIn: (target, text) => statements.copyIn(target, text),
    copyOut: (source) => statements.copyOut(source),
    async lock(name) {
      await statements.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [name]);
    },
  };
}

/** The same query, with this package's errors. */
export function faithfulQuery(driver: Pick<Statements, "query">): Statements["query"] {
  return async (sql, params) => {
    try {
      return await driver.query(sql, params);
    } catch (error) {
      throw translated(error);
    }
  };
}

/** The same statements, with this package's errors. */
export function faithful(driver: Statements): Statements {
  return {
    query: faithfulQuery(driver),
    async copyIn(target: string, text: Chunks) {
      try {
        await driver.copyIn(target, text);
      } catch (error) {
        throw translated(error);
      }
    },
    async copyOut(source: string) {
      try {
        return translatedChunks(await driver.copyOut(source));
      } catch (error) {
        throw translated(error);
      }
    },
  };
}

async function* translatedChunks(chunks: AsyncIterable<Uint8Array>) {
  try {
    yield* chunks;
  } catch (error) {
    throw translated(error);
  }
}

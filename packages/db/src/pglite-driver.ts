import { AsyncLocalStorage } from "node:async_hooks";
import { PGlite, type PGliteInterface, type Transaction } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { Drizzle } from "./database.ts";
import { DatabaseError } from "./database-error.ts";
import { type EngineDriver, transactionConfig } from "./engine.ts";
import { parameters } from "./parameters.ts";
import { readText } from "./row-values.ts";
import * as schema from "./schema/index.ts";
import type { Chunks, Statements } from "./statements.ts";

/** Opens a PGlite folder that exists, or a new one (null: in memory), which begins as `template`. */
export async function pgliteDriver(
  dataDir: string | null,
  template: Blob | null = null,
): Promise<EngineDriver> {
  const client = await PGlite.create({
    ...(dataDir === null ? {} : { dataDir }),
    ...(template === null ? {} : { loadDataDir: template }),
  });
  return driverOn(client);
}

/** The engine on a PGlite that is open. */
export async function driverOn(client: PGlite): Promise<EngineDriver> {
  await client.exec("set time zone 'UTC'; set datestyle to 'ISO'");
  // A query on the database itself, made while its own caller holds the only connection, would
  // wait for ever: it is refused instead.
  const held = new AsyncLocalStorage<{ open: boolean }>();
  const refuse = () => {
    if (held.getStore()?.open)
      throw new DatabaseError("inside a transaction only the transaction may be queried", {
        code: "bad_query",
      });
  };
  const guarded = new Proxy(client, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        if (name === "query" || name === "exec" || name === "transaction") refuse();
        return value.apply(target, args);
      };
    },
  });
  const db = drizzle({ client: guarded, schema, casing: "snake_case" });
  return {
    engine: "pglite",
    drizzle: db as unknown as Drizzle,
    statements: statementsOn(guarded),
    begin: (work, options) =>
      db.transaction(async (tx) => {
        const hold = { open: true };
        try {
          // Awaited within: a query that begins only when it is awaited belongs to the work too.
          return await held.run(hold, async () => {
            return await work(tx as unknown as Drizzle, statementsOn(clientOf(tx)));
          });
        } finally {
          hold.open = false;
        }
      }, transactionConfig(options)),
    migrate: (folder) => migrate(db, { migrationsFolder: folder }),
    close: async () => {
      if (!client.closed) await client.close();
    },
  };
}

// The query builder keeps the connection of a transaction to itself; COPY needs it.
function clientOf(tx: object): Transaction {
  return (tx as { session: { client: Transaction } }).session.client;
}

function statementsOn(client: PGliteInterface | Transaction): Statements {
  return {
    async query<Row extends object>(sql: string, params: Parameters<Statements["query"]>[1]) {
      const { fields, rows } = await client.query<Row>(sql, parameters(params), {
        parsers: readText,
      });
      return { columns: fields.map(({ name }) => name), rows };
    },
    async copyIn(target, text) {
      const blob = new Blob(await gathered(text));
      await client.query(`copy ${target} from '/dev/blob'`, [], { blob });
    },
    async copyOut(source) {
      const { blob } = await client.query(`copy ${source} to '/dev/blob'`);
      return (blob ?? new Blob([])).stream();
    },
  };
}

async function gathered(chunks: Chunks): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of chunks) parts.push(chunk as Uint8Array<ArrayBuffer>);
  return parts;
}

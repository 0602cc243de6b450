import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type { Sql, TransactionSql } from "postgres";
import type { Drizzle } from "./database.ts";
import { type EngineDriver, transactionConfig } from "./engine.ts";
import { parameters } from "./parameters.ts";
import {
  type Connections,
  type PoolOptions,
  PostgresPool,
  type TransactionClient,
} from "./postgres-pool.ts";
import { asText, readText } from "./row-values.ts";
import * as schema from "./schema/index.ts";
import type { Statements } from "./statements.ts";

/** Any number that means "migrations of Slomix" to every process on a server. */
const migrationLock = 7_362_091;

/** Opens a server. Connects on the first query. */
export function postgresDriver(url: string, options: PoolOptions): EngineDriver {
  const pool = new PostgresPool(url, options);
  const db = drizzle({ client: clientOn(pool), schema, casing: "snake_case" });
  return {
    engine: "postgres",
    drizzle: db as unknown as Drizzle,
    statements: { query: (sql, params) => pool.use((client) => query(client, sql, params)) },
    begin: (work, how) =>
      db.transaction(
        (tx) => work(tx as unknown as Drizzle, statementsOn(clientOf(tx))),
        transactionConfig(how),
      ),
    migrate: (folder) =>
      // The lock goes with the connection: of several processes one migrates, the others wait.
      pool.hold(async (connection) => {
        await connection.use((sql) => sql.unsafe(`select pg_advisory_lock(${migrationLock})`));
        await migrate(drizzle({ client: clientOn(connection), casing: "snake_case" }), {
          migrationsFolder: folder,
        });
      }),
    close: () => pool.end(),
  };
}

/** As much of a client as the query builder asks for. */
function clientOn(connections: Connections): Sql {
  const client = {
    // The query builder writes its own readers here; those of the pool are the same.
    options: { parsers: {}, serializers: {} },
    unsafe(...sent: Parameters<Sql["unsafe"]>) {
      // Whoever wants plain values says so at once, before the query begins.
      let plain = false;
      const rows = Promise.resolve().then(() =>
        connections.use(async (sql) =>
          plain ? sql.unsafe(...sent).values() : sql.unsafe(...sent),
        ),
      );
      return Object.assign(rows, {
        values() {
          plain = true;
          return rows;
        },
      });
    },
    begin: <T>(work: (client: TransactionClient) => Promise<T>) => connections.begin(work),
  };
  return client as unknown as Sql;
}

// The query builder keeps the connection of a transaction to itself; COPY needs it.
function clientOf(tx: object): TransactionClient {
  return (tx as { session: { client: TransactionClient } }).session.client;
}

async function query<Row extends object>(
  client: Sql | TransactionSql,
  sql: string,
  params: Parameters<Statements["query"]>[1],
) {
  // Never the simple protocol: it would run several statements at once.
  const rows = await client.unsafe(sql, parameters(params), unsafeOptions);
  const columns = rows.columns ?? [];
  for (const { name, type } of columns) {
    const read = readText[type];
    if (!read || read === asText) continue;
    for (const row of rows) {
      const value = row[name];
      if (typeof value === "string") row[name] = type in parsed ? value : read(value);
      else if (value instanceof Uint8Array) row[name] = new Uint8Array(value);
    }
  }
  return { columns: columns.map(({ name }) => name), rows: [...rows] as unknown as Row[] };
}

function statementsOn(client: TransactionClient): Statements {
  return {
    query: (sql, params) => query(client, sql, params),
    async copyIn(target, text) {
      const copy = client.unsafe(`copy ${target} from stdin`) as unknown as PendingCopy;
      // An error after the last row (a foreign key's, say) reaches neither the stream nor the
      // query's promise, which is settled by then; without this the stream would never finish.
      const failed = new Promise<never>((_, reject) => {
        const settle = copy.reject;
        copy.reject = (error) => {
          reject(error);
          settle(error);
        };
      });
      failed.catch(() => {});
      const written = copy.writable().then((stream) => pipeline(Readable.from(text), stream));
      written.catch(() => {});
      await Promise.race([written, failed]);
    },
    async copyOut(source) {
      const stream = await client.unsafe(`copy ${source} to stdout`).readable();
      return wholly(stream, () => client.abandon());
    },
  };
}

/** Hands on all of a stream. Whoever stops in the middle leaves a connection full of the rest. */
async function* wholly(stream: AsyncIterable<Uint8Array>, cut: () => void) {
  let whole = false;
  try {
    yield* stream;
    whole = true;
  } catch (error) {
    whole = true;
    throw error;
  } finally {
    if (!whole) cut();
  }
}

interface PendingCopy {
  reject: (error: unknown) => void;
  writable(): Promise<Writable>;
}

// `simple` is missing from the driver's own types.
const unsafeOptions = { simple: false, prepare: true } as object;

// JSON comes parsed already, and a string in it is a string, not JSON.
const parsed: Readonly<Record<number, true>> = { 114: true, 3802: true };

import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql, type TransactionSql } from "postgres";
import type { Drizzle } from "./database.ts";
import { type EngineDriver, transactionConfig } from "./engine.ts";
import { parameters } from "./parameters.ts";
import { socketWithoutDelay } from "./postgres-socket.ts";
import { readText } from "./row-values.ts";
import * as schema from "./schema/index.ts";
import type { Statements } from "./statements.ts";

/** Any number that means "migrations of Slomix" to every process on a server. */
const migrationLock = 7_362_091;

/** Opens a server. Connects on the first query. */
export function postgresDriver(
  url: string,
  options: { max: number; connectTimeoutSeconds: number },
): EngineDriver {
  const open = (max: number) =>
    postgres(url, {
      max,
      connect_timeout: options.connectTimeoutSeconds,
      onnotice: () => {},
      fetch_types: false,
      // The driver takes it, its types do not know it.
      ...({ socket: socketWithoutDelay(options.connectTimeoutSeconds) } as object),
      connection: { application_name: "slomix", TimeZone: "UTC", DateStyle: "ISO" },
    });
  const client = open(options.max);
  const db = drizzle({ client, schema, casing: "snake_case" });
  return {
    engine: "postgres",
    drizzle: db as unknown as Drizzle,
    statements: statementsOn(client),
    begin: (work, how) =>
      db.transaction(
        (tx) => work(tx as unknown as Drizzle, statementsOn(clientOf(tx))),
        transactionConfig(how),
      ),
    async migrate(folder) {
      // On a connection of its own, so that of several processes one migrates and the others wait.
      const single = open(1);
      try {
        await single`select pg_advisory_lock(${migrationLock})`;
        await migrate(drizzle({ client: single, casing: "snake_case" }), {
          migrationsFolder: folder,
        });
      } finally {
        await single.end({ timeout: 5 });
      }
    },
    close: () => client.end({ timeout: 5 }),
  };
}

// The query builder keeps the connection of a transaction to itself; COPY needs it.
function clientOf(tx: object): TransactionSql {
  return (tx as { session: { client: TransactionSql } }).session.client;
}

function statementsOn(client: Sql | TransactionSql): Statements {
  return {
    async query<Row extends object>(sql: string, params: Parameters<Statements["query"]>[1]) {
      // Never the simple protocol: it would run several statements at once.
      const rows = await client.unsafe(sql, parameters(params), unsafeOptions);
      const columns = rows.columns ?? [];
      for (const { name, type } of columns) {
        const read = readText[type];
        if (!read) continue;
        for (const row of rows) {
          const value = row[name];
          if (typeof value === "string") row[name] = type in parsed ? value : read(value);
          else if (value instanceof Uint8Array) row[name] = new Uint8Array(value);
        }
      }
      return { columns: columns.map(({ name }) => name), rows: [...rows] as unknown as Row[] };
    },
    async copyIn(target, text) {
      const query = client.unsafe(`copy ${target} from stdin`) as unknown as PendingCopy;
      // An error after the last row (a foreign key's, say) reaches neither the stream nor the
      // query's promise, which is settled by then; without this the stream would never finish.
      const failed = new Promise<never>((_, reject) => {
        const settle = query.reject;
        query.reject = (error) => {
          reject(error);
          settle(error);
        };
      });
      failed.catch(() => {});
      const written = query.writable().then((stream) => pipeline(Readable.from(text), stream));
      written.catch(() => {});
      await Promise.race([written, failed]);
    },
    async copyOut(source) {
      return await client.unsafe(`copy ${source} to stdout`).readable();
    },
  };
}

interface PendingCopy {
  reject: (error: unknown) => void;
  writable(): Promise<Writable>;
}

// `simple` is missing from the driver's own types.
const unsafeOptions = { simple: false } as object;

// JSON comes parsed already, and a string in it is a string, not JSON.
const parsed: Readonly<Record<number, true>> = { 114: true, 3802: true };

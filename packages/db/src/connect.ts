import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { clusterTemplate, unpackTemplate } from "./cluster-template.ts";
import type { Database, SqlValue, TransactionOptions, Tx } from "./database.ts";
import { DatabaseError } from "./database-error.ts";
import { databaseError, translated } from "./driver-error.ts";
import type { EngineDriver } from "./engine.ts";
import { lockFolder } from "./folder-lock.ts";
import { sumUpWhereMissing } from "./ingest/totals/sum-up-stored.ts";
import { runMigrations } from "./migrations.ts";
import { readOnlyQuery } from "./read-only.ts";
import type { Statements } from "./statements.ts";
import { faithful, faithfulQuery, transactionOn } from "./transaction.ts";

export type {
  Database,
  Drizzle,
  Engine,
  Reader,
  Schema,
  SqlValue,
  TransactionOptions,
  Tx,
} from "./database.ts";
export { DatabaseError, type DatabaseErrorCode } from "./database-error.ts";
export { isTransient } from "./transient.ts";

/** How to open. */
export interface ConnectOptions {
  /** Run the migrations (default true). */
  readonly migrate?: boolean;
  /** Server only: at most this many connections (default 10). */
  readonly max?: number;
  /** Server only: give up connecting after this many seconds (default 10). */
  readonly connectTimeoutSeconds?: number;
}

/** The oldest server whose SQL the schema speaks. */
const oldestServer = 150_000;

/**
 * Opens a database. `postgres://…` is a server, `memory:` an embedded database that keeps nothing,
 * anything else the folder of an embedded one, which this process then owns until `close`.
 *
 * @throws {DatabaseError} `folder_in_use`, `folder_damaged`, `unreachable`, `refused`, `too_new`,
 * `migration_failed`, `disk_full`
 */
export async function connect(target: string, options: ConnectOptions = {}): Promise<Database> {
  const driver = /^postgres(ql)?:\/\//i.test(target)
    ? await openServer(target, options)
    : await openEmbedded(target === "memory:" ? null : target);
  try {
    const database = databaseOn(driver);
    if (options.migrate !== false) {
      await runMigrations(driver);
      await sumUpWhereMissing(database);
    }
    return database;
  } catch (error) {
    await driver.close();
    throw error;
  }
}

async function openServer(url: string, options: ConnectOptions): Promise<EngineDriver> {
  const { postgresDriver } = await import("./postgres-driver.ts");
  let driver: EngineDriver;
  try {
    driver = postgresDriver(url, {
      max: options.max ?? 10,
      connectTimeoutSeconds: options.connectTimeoutSeconds ?? 10,
    });
  } catch (cause) {
    throw new DatabaseError("this is no address of a PostgreSQL server", {
      code: "refused",
      cause,
    });
  }
  try {
    const { rows } = await driver.statements.query<{ version: number }>(
      "select current_setting('server_version_num')::integer as version",
      [],
    );
    if ((rows[0]?.version ?? 0) < oldestServer)
      throw new DatabaseError("the PostgreSQL server is older than version 15", {
        code: "refused",
      });
    return driver;
  } catch (error) {
    await driver.close();
    const fault = databaseError(error);
    // Before there is a connection, a lost one is a server that does not answer; and what only the
    // encryption says (a certificate that is not trusted) is a refusal, ours.
    const code = fault?.code === "gone" ? "unreachable" : (fault?.code ?? "refused");
    const said = (fault ?? (error as Error)).message;
    throw new DatabaseError(`the PostgreSQL server cannot be used: ${said}`, {
      code,
      cause: error,
      sqlState: fault?.sqlState ?? null,
    });
  }
}

async function openEmbedded(folder: string | null): Promise<EngineDriver> {
  const { pgliteDriver } = await import("./pglite-driver.ts");
  if (folder === null) return pgliteDriver(null, clusterTemplate());
  const lock = await lockFolder(folder);
  try {
    const data = join(folder, "pg");
    if (!existsSync(data)) {
      // Made beside and then renamed: a start that was cut short leaves nothing half made.
      const fresh = join(folder, "pg.new");
      rmSync(fresh, { recursive: true, force: true });
      if (!(await unpackTemplate(fresh))) await (await pgliteDriver(fresh)).close();
      renameSync(fresh, data);
    }
    const driver = await pgliteDriver(data);
    return {
      ...driver,
      close: async () => {
        try {
          await driver.close();
        } finally {
          await lock.release();
        }
      },
    };
  } catch (error) {
    await lock.release();
    const fault = databaseError(error);
    throw new DatabaseError(
      `the embedded database in ${folder} cannot be opened: ${(fault ?? (error as Error)).message}`,
      { code: fault?.code === "disk_full" ? "disk_full" : "folder_damaged", cause: error },
    );
  }
}

function databaseOn(driver: EngineDriver): Database {
  const query = faithfulQuery(driver.statements);
  let closed: Promise<void> | undefined;
  const within = async <T>(
    work: (tx: Tx, statements: Statements) => Promise<T>,
    options: TransactionOptions,
  ) => {
    try {
      return await driver.begin((drizzle, open) => {
        const inside = faithful(open);
        return work(transactionOn(driver.engine, drizzle, inside), inside);
      }, options);
    } catch (error) {
      throw translated(error);
    }
  };
  return {
    engine: driver.engine,
    drizzle: driver.drizzle,
    async query<Row extends object>(sql: string, params: readonly SqlValue[] = []) {
      return (await query<Row>(sql, params)).rows;
    },
    transaction: (work, options = {}) => within(work, options),
    readOnly: (sql) =>
      within((_, inside) => readOnlyQuery(inside, sql), { readOnly: true, snapshot: true }),
    migrate: () => runMigrations(driver),
    close() {
      closed ??= driver.close();
      return closed;
    },
  };
}

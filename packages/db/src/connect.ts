import type { Database } from "./database.ts";

export type { Database, Drizzle, Engine, Reader, Schema, SqlValue, Tx } from "./database.ts";
export { DatabaseError, type DatabaseErrorCode } from "./database-error.ts";

/** How to open. */
export interface ConnectOptions {
  /** Run the migrations (default true). */
  readonly migrate?: boolean;
  /** Server only: at most this many connections (default 10). */
  readonly max?: number;
  /** Server only: give up connecting after this many seconds (default 10). */
  readonly connectTimeoutSeconds?: number;
}

/**
 * Opens a database. `postgres://…` is a server, `memory:` an embedded database that keeps nothing,
 * anything else the folder of an embedded one.
 *
 * @throws {DatabaseError} `folder_in_use`, `unreachable`, `refused`, `migration_failed`, …
 */
export declare function connect(target: string, options?: ConnectOptions): Promise<Database>;

import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema/index.ts";

/** All tables of the database, by their names in TypeScript. */
export type Schema = typeof schema;

/** The query builder of both engines. Its raw `execute` answers differently on each: use `query` of {@link Tx}. */
export type Drizzle = PgDatabase<PgQueryResultHKT, Schema>;

/** PGlite keeps the data in a folder of this process; postgres is a server. */
export type Engine = "pglite" | "postgres";

/**
 * A value that may stand in a row to be written or as a parameter. Dates become timestamps, typed
 * arrays `bytea`; plain objects and, in `copy`, arrays become JSON. In `query` an array is a
 * PostgreSQL array: `where guid = any($1)`.
 */
export type SqlValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | Date
  | Uint8Array
  | readonly unknown[]
  | { readonly [key: string]: unknown };

/** What reads can do, inside a transaction or outside. */
export interface Reader {
  readonly engine: Engine;
  /** The query builder, bound to the transaction where there is one. */
  readonly drizzle: Drizzle;
  /**
   * One SQL statement; the rows have the same types on both engines:
   *
   * | column | value |
   * | --- | --- |
   * | smallint, integer, oid, real, double precision | number |
   * | bigint | number, beyond 2^53 bigint |
   * | numeric | string |
   * | boolean | boolean |
   * | timestamptz, timestamp (read as UTC) | Date |
   * | date, time, interval, text, uuid | string |
   * | json, jsonb | parsed |
   * | bytea | Uint8Array |
   * | arrays of these | arrays |
   *
   * @throws {DatabaseError}
   */
  query<Row extends object = Record<string, unknown>>(
    sql: string,
    params?: readonly SqlValue[],
  ): Promise<Row[]>;
}

/**
 * A transaction: everything in it is kept, or nothing. What is asked of it is carried out in the order in
 * which it was asked; waiting for each answer before the next question costs a trip to the server each.
 * Everything asked must have answered before the transaction ends.
 */
export interface Tx extends Reader {
  /**
   * Many rows into one table by `COPY`, the fast way to write. Values stand in the order of
   * `columns` (names as in the database); undefined is null. NUL characters, which PostgreSQL's
   * text cannot hold, and lone surrogates become U+FFFD.
   *
   * @returns the number of rows written
   * @throws {DatabaseError} and nothing of this call is kept
   */
  copy(
    table: string,
    columns: readonly string[],
    rows: Iterable<readonly SqlValue[]>,
  ): Promise<number>;
  /**
   * Writes rows that are text in PostgreSQL's COPY format already, as {@link Tx.copyOut} gives them.
   * `target` is SQL: a quoted table name and, in parentheses, its columns.
   *
   * @throws {DatabaseError} and nothing of this call is kept
   */
  copyIn(target: string, text: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void>;
  /**
   * Rows as text in PostgreSQL's COPY format, the same on both engines. `source` is SQL: a quoted
   * table name, or a query in parentheses. Read it to the end before the next statement.
   *
   * @throws {DatabaseError}
   */
  copyOut(source: string): Promise<AsyncIterable<Uint8Array>>;
  /** Waits for the lock of this name, which is held until the transaction ends. */
  lock(name: string): Promise<void>;
}

/** How a transaction may be run. */
export interface TransactionOptions {
  /** All queries see the database as it was at the first (default: as it is at each). */
  readonly snapshot?: boolean;
  /** Writes are refused. */
  readonly readOnly?: boolean;
}

/** An open database. On PGlite a transaction holds up everything else: never wait for the network in one. */
export interface Database extends Reader {
  /**
   * Runs `work` in a transaction: kept when it returns, rolled back when it throws. Inside use
   * only `tx`: a query on the database itself stands outside the transaction, and PGlite refuses it.
   *
   * @throws {DatabaseError} for the database's faults; what `work` throws itself passes unchanged
   */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /**
   * One SQL statement that may read and nothing else, for people at a prompt. The rows can be
   * written as JSON: numbers beyond 2^53 and bytes are text.
   *
   * @throws {DatabaseError} `read_only` when it tries to write, `bad_query` for anything but one statement
   */
  readOnly(sql: string): Promise<{ columns: string[]; rows: Record<string, unknown>[] }>;
  /** Brings the tables up to date; harmless when they are. */
  migrate(): Promise<void>;
  /** Ends connections and frees the folder. Safe to call twice. */
  close(): Promise<void>;
}

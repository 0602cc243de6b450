import type { SqlValue } from "./database.ts";

/** What a query gave: names of the columns in order, and the rows. */
export interface QueryResult<Row> {
  readonly columns: string[];
  readonly rows: Row[];
}

/** Bytes as they come or go. */
export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** What an engine can do on one connection. Throws the driver's errors. */
export interface Statements {
  query<Row extends object>(sql: string, params: readonly SqlValue[]): Promise<QueryResult<Row>>;
  /** `COPY … FROM STDIN` with this text. */
  copyIn(target: string, text: Chunks): Promise<void>;
  /** `COPY … TO STDOUT`. Read it to the end before the next statement. */
  copyOut(source: string): Promise<AsyncIterable<Uint8Array>>;
}

/** An identifier, quoted. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

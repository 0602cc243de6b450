import type { PgTransactionConfig } from "drizzle-orm/pg-core";
import type { Drizzle, Engine, TransactionOptions } from "./database.ts";
import type { Statements } from "./statements.ts";

/** The options as the query builder takes them; nothing where PostgreSQL's own way is meant. */
export function transactionConfig(options: TransactionOptions): PgTransactionConfig | undefined {
  if (!options.readOnly && !options.snapshot) return undefined;
  return {
    ...(options.readOnly ? { accessMode: "read only" } : {}),
    ...(options.snapshot ? { isolationLevel: "repeatable read" } : {}),
  };
}

/** What this package needs of PGlite and of a server. Throws the drivers' errors. */
export interface EngineDriver {
  readonly engine: Engine;
  readonly drizzle: Drizzle;
  /** Statements outside a transaction. */
  readonly statements: Pick<Statements, "query">;
  begin<T>(
    work: (drizzle: Drizzle, statements: Statements) => Promise<T>,
    options: TransactionOptions,
  ): Promise<T>;
  migrate(folder: string): Promise<void>;
  close(): Promise<void>;
}

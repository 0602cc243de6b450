import type { DatabaseErrorCode } from "./database-error.ts";
import { databaseError } from "./driver-error.ts";

const transient: ReadonlySet<DatabaseErrorCode> = new Set([
  "unreachable",
  "gone",
  "disk_full",
  "busy",
]);

/**
 * The same work may succeed later: the fault lies with the database's state, not with the data.
 * Takes any error, also one of the query builder.
 */
export function isTransient(error: unknown): boolean {
  const fault = databaseError(error);
  return fault !== null && transient.has(fault.code);
}

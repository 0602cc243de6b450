/** What went wrong between us and the database. */
export type DatabaseErrorCode =
  /** Another process owns the data folder. */
  | "folder_in_use"
  /** The data folder cannot be made, read or understood. */
  | "folder_damaged"
  /** No server answers there. */
  | "unreachable"
  /** The server refused user, password or database name. */
  | "refused"
  /** The connection broke, or the server shuts down. */
  | "gone"
  /** No room left on the disk (or in the server's memory). */
  | "disk_full"
  /** Deadlock, lock timeout, too many connections: the same again may work. */
  | "busy"
  /** A migration failed; nothing of it was kept. */
  | "migration_failed"
  /** A newer version of this program made the tables. */
  | "too_new"
  /** A row breaks a CHECK, a unique or a foreign key. */
  | "constraint"
  /** A value does not fit its column. */
  | "bad_value"
  /** SQL that is wrong or names what is not there. */
  | "bad_query"
  /** A write where only reads are allowed. */
  | "read_only"
  /** A backup file that is damaged or of another kind. */
  | "bad_backup"
  /** The database holds data where an empty one is needed. */
  | "not_empty"
  /** Anything else the database says. */
  | "failed";

/** A fault of the database or of its use. `cause` is the driver's error. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly code: DatabaseErrorCode;
  /** The five characters of PostgreSQL's own code, where the server spoke. */
  readonly sqlState: string | null;
  /** Name of the constraint that refused, where one did. */
  readonly constraint: string | null;
  constructor(
    message: string,
    detail: {
      code: DatabaseErrorCode;
      cause?: unknown;
      sqlState?: string | null;
      constraint?: string | null;
    },
  ) {
    super(message, "cause" in detail ? { cause: detail.cause } : undefined);
    this.code = detail.code;
    this.sqlState = detail.sqlState ?? null;
    this.constraint = detail.constraint ?? null;
  }
}

import { DatabaseError, type DatabaseErrorCode } from "./database-error.ts";

/** What both drivers put on their errors. */
interface DriverError {
  readonly message: string;
  readonly code?: unknown;
  readonly severity?: unknown;
  readonly detail?: unknown;
  readonly where?: unknown;
  readonly constraint?: unknown;
  readonly constraint_name?: unknown;
  readonly cause?: unknown;
}

// Codes of the socket layer and of postgres.js.
const connectionCodes: Readonly<Record<string, DatabaseErrorCode>> = {
  ECONNREFUSED: "unreachable",
  ENOTFOUND: "unreachable",
  EAI_AGAIN: "unreachable",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  ETIMEDOUT: "unreachable",
  CONNECT_TIMEOUT: "unreachable",
  ECONNRESET: "gone",
  EPIPE: "gone",
  CONNECTION_CLOSED: "gone",
  CONNECTION_ENDED: "gone",
  CONNECTION_DESTROYED: "gone",
  ENOSPC: "disk_full",
  EDQUOT: "disk_full",
  SASL_SIGNATURE_MISMATCH: "refused",
  AUTH_TYPE_NOT_IMPLEMENTED: "refused",
};

// PostgreSQL's own codes; where the whole code is not listed, its first two characters decide.
const sqlStates: Readonly<Record<string, DatabaseErrorCode>> = {
  "57P01": "gone",
  "57P02": "gone",
  "57P03": "unreachable",
  "57P05": "gone",
  "25P03": "gone",
  "25006": "read_only",
  "40001": "busy",
  "40P01": "busy",
  "55P03": "busy",
  "53100": "disk_full",
  "53200": "busy",
  "53300": "busy",
  "53400": "busy",
  "58030": "disk_full",
  "54000": "bad_value",
  "3D000": "refused",
  "08": "gone",
  "22": "bad_value",
  "23": "constraint",
  "28": "refused",
  "42": "bad_query",
  "0A": "bad_query",
};

/**
 * The error of this package for an error of a driver (also where the query builder wrapped it), or
 * null when the database has no part in it.
 */
export function databaseError(error: unknown): DatabaseError | null {
  for (let one = error, depth = 0; one instanceof Error && depth < 8; one = one.cause, depth++) {
    if (one instanceof DatabaseError) return one;
    const found = translate(one);
    if (found) return found;
  }
  return null;
}

/** What to throw for `error`: as {@link databaseError}, else the error itself. */
export function translated(error: unknown): unknown {
  return databaseError(error) ?? error;
}

function translate(error: Error): DatabaseError | null {
  const { code, severity, detail, where, constraint, constraint_name } = error as DriverError;
  if (error.name === "RuntimeError")
    return new DatabaseError("the embedded database stopped; start the program again", {
      code: "gone",
      cause: error,
    });
  if (typeof code !== "string") return null;
  if (typeof severity === "string") {
    const known = sqlStates[code] ?? sqlStates[code.slice(0, 2)] ?? "failed";
    const context = [detail, firstLine(where)].filter((part) => part);
    return new DatabaseError(
      context.length > 0 ? `${error.message} (${context.join("; ")})` : error.message,
      {
        code: known,
        cause: error,
        sqlState: code,
        constraint: named(constraint_name) ?? named(constraint),
      },
    );
  }
  const known = connectionCodes[code];
  return known
    ? new DatabaseError(connectionMessage(error, code), { code: known, cause: error })
    : null;
}

function named(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function firstLine(text: unknown): string | null {
  return typeof text === "string" ? (text.split("\n", 1)[0] ?? null) : null;
}

// A refused connection to a name with several addresses has no message of its own.
function connectionMessage(error: Error, code: string): string {
  if (error.message) return error.message;
  const parts = error instanceof AggregateError ? error.errors.map((part) => String(part)) : [];
  return [code, ...parts].join(" ");
}

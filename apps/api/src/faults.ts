import { DatabaseError, isTransient } from "@slomix/db";
import type { ErrorHandler, NotFoundHandler } from "hono";
import { ProblemError, problemResponse } from "./problem.ts";

/** What is told of a fault to whoever keeps the log; the client sees none of it. */
export interface Fault {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly error: unknown;
}

/** The database is out of reach or overloaded, or lets nobody in: not this request's fault. */
const isAway = (error: unknown): boolean =>
  isTransient(error) || (error instanceof DatabaseError && error.code === "refused");

/** Turns whatever a route throws into a problem document. Only the text of a {@link ProblemError} gets out. */
export function answerFault(onFault: (fault: Fault) => void): ErrorHandler {
  return (error, c) => {
    if (error instanceof ProblemError)
      return problemResponse(c, error.code, error.message, error.errors);
    onFault({
      requestId: String(c.get("requestId") ?? ""),
      method: c.req.method,
      path: c.req.path,
      error,
    });
    if (isAway(error)) {
      c.header("Retry-After", "5");
      return problemResponse(c, "database_away", "The database does not answer right now.");
    }
    return problemResponse(c, "internal", "Something went wrong in here.");
  };
}

/** What is answered for an address that does not exist. */
export const answerNotFound: NotFoundHandler = (c) =>
  problemResponse(c, "not_found", "There is nothing at this address. /api/openapi.json lists all.");

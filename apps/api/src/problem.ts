import { STATUS_CODES } from "node:http";
import type { Context } from "hono";
import * as v from "valibot";

/** Why a request was not answered; the `code` of a problem document. */
export type ProblemCode =
  /** A parameter is missing or of the wrong form; `errors` names it. */
  | "bad_request"
  /** No such address, or nothing of that name is stored. */
  | "not_found"
  /** The address exists, but is read only. */
  | "method_not_allowed"
  /** A fault in here. The log has more under the request id. */
  | "internal"
  /** The database does not answer. The same request may work in a moment. */
  | "database_away"
  /** The server has just begun; the same request works in a moment. */
  | "starting";

/** A parameter that was refused. What was sent is never repeated. */
export interface ParameterFault {
  readonly parameter: string;
  readonly message: string;
}

/** The body of every answer that is not the one asked for: RFC 9457, `application/problem+json`. */
export const ProblemShape = v.pipe(
  v.object({
    type: v.literal("about:blank"),
    title: v.pipe(v.string(), v.description("The status in words.")),
    status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
    code: v.picklist([
      "bad_request",
      "not_found",
      "method_not_allowed",
      "internal",
      "database_away",
      "starting",
    ] satisfies ProblemCode[]),
    detail: v.pipe(v.string(), v.description("A sentence for people.")),
    requestId: v.pipe(v.string(), v.description("Also in X-Request-Id and in the server's log.")),
    errors: v.optional(
      v.pipe(
        v.array(v.object({ parameter: v.string(), message: v.string() })),
        v.description("The parameters that were refused."),
      ),
    ),
  }),
  v.metadata({ ref: "Problem" }),
);

/** A problem document. */
export type Problem = v.InferOutput<typeof ProblemShape>;

const statusOf = {
  bad_request: 400,
  not_found: 404,
  method_not_allowed: 405,
  internal: 500,
  database_away: 503,
  starting: 503,
} as const satisfies Record<ProblemCode, number>;

/** Thrown by a route to answer with a problem document. Its text goes to the client. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: ProblemCode;
  readonly errors: readonly ParameterFault[] | null;
  constructor(code: ProblemCode, detail: string, errors: readonly ParameterFault[] | null = null) {
    super(detail);
    this.code = code;
    this.errors = errors;
  }
}

/** The answer that carries a problem document. Never cached. */
export function problemResponse(
  c: Context,
  code: ProblemCode,
  detail: string,
  errors: readonly ParameterFault[] | null = null,
): Response {
  const status = statusOf[code];
  const body: Problem = {
    type: "about:blank",
    title: STATUS_CODES[status] ?? "Error",
    status,
    code,
    detail,
    requestId: String(c.get("requestId") ?? ""),
    ...(errors ? { errors: [...errors] } : {}),
  };
  c.header("Cache-Control", "no-store");
  c.header("Content-Type", "application/problem+json");
  return c.body(JSON.stringify(body), status);
}

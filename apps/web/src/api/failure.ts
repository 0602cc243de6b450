/** Why an answer is missing, in the kinds that a page can tell apart. */
export type FailureKind =
  /** What the address names is not there. */
  | "not_found"
  /** The address names something that cannot be. */
  | "bad_request"
  /** The server or its database does not answer; the same request may work in a moment. */
  | "away"
  /** A fault in the server. */
  | "fault";

/** An answer of the API that is not the one asked for, or none at all. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly kind: FailureKind;
  /** Stands in the server's log too; null when no answer came. */
  readonly requestId: string | null;

  constructor(kind: FailureKind, message: string, requestId: string | null, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
    this.requestId = requestId;
  }
}

/** The failure that an answer of this status stands for. */
export function kindOf(status: number): FailureKind {
  if (status === 404) return "not_found";
  if (status >= 400 && status < 500) return "bad_request";
  return status === 502 || status === 503 || status === 504 ? "away" : "fault";
}

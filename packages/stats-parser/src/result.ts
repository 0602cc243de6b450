/**
 * What every parser here returns: a value with warnings, or one typed error. Parsers never throw
 * anything else; the `…OrThrow` twins throw {@link StatsParseError}.
 */
export type ParseResult<T> = ParseSuccess<T> | ParseFailure;

/** A value that was read; `warnings` say what was missing or repaired on the way. */
export interface ParseSuccess<T> {
  readonly ok: true;
  readonly value: T;
  readonly warnings: readonly ParseWarning[];
}

/** A file that could not be read at all. */
export interface ParseFailure {
  readonly ok: false;
  readonly error: ParseError;
}

/** Why a whole file was refused. */
export type ParseErrorCode =
  /** No bytes, or a header and nothing behind it. */
  | "empty"
  /** The first line is no stats header (fewer than 8 fields). */
  | "bad_header"
  /** A header, but not one usable player line. */
  | "no_players"
  /** The round number is not 1 or 2. */
  | "bad_round"
  /** More than 64 player lines, or more than 1 MB. */
  | "too_large"
  /** A file name that does not fit (only where names are checked: import, poller, webhook). */
  | "bad_name"
  /** Not JSON, or JSON of another shape. */
  | "bad_json"
  /** A field that must be there is missing or of the wrong type. */
  | "bad_field"
  /** A round of 1 to 29 s: the sender's ghost, ignored. */
  | "ghost_round"
  /** A kind of file that is known but not read yet (proximity), or not known at all. */
  | "unsupported_kind";

/** One refused file: which one, where, and what was expected there. */
export interface ParseError {
  readonly code: ParseErrorCode;
  readonly message: string;
  readonly file: string;
  /** 1-based line in the file. */
  readonly line?: number;
  readonly field?: string;
}

/** Something odd in a file that could still be read. Codes: the file flags of docs/formats. */
export interface ParseWarning {
  readonly code: string;
  readonly message: string;
  /** 1-based line in the file. */
  readonly line?: number;
  readonly field?: string;
}

/** The one error class of this package, thrown by the `…OrThrow` functions only. */
export class StatsParseError extends Error {
  override readonly name = "StatsParseError";
  readonly code: ParseErrorCode;
  readonly detail: ParseError;
  constructor(detail: ParseError) {
    super(`${detail.file}${detail.line ? `:${detail.line}` : ""}: ${detail.message}`);
    this.code = detail.code;
    this.detail = detail;
  }
}

/** The value of a result, or a thrown {@link StatsParseError}. */
export function orThrow<T>(result: ParseResult<T>): T {
  if (result.ok) return result.value;
  throw new StatsParseError(result.error);
}

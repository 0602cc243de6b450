/**
 * What everything here answers: a value with warnings, or one typed error. Nothing is thrown, whatever
 * the bytes; {@link orThrow} throws {@link DemoReadError} for those who like it so.
 */
export type DemoResult<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly DemoWarning[] }
  | { readonly ok: false; readonly error: DemoError };

/** Why a file was refused, or where reading it ended. */
export type DemoErrorCode =
  // No demo at all.
  /** No bytes. */
  | "empty"
  /** More bytes than the caller allows. */
  | "too_large"
  /** Another kind of file, or bytes that do not begin with a whole gamestate. */
  | "not_a_demo"
  /** A demo of another game or version of the protocol. */
  | "unsupported_protocol"
  /** A recording of ETTV (protocol 284): every player at once, coded otherwise. */
  | "ettv_demo"
  // A demo that is damaged from some message on.
  /** A message of a length below 0 or above 32768. */
  | "bad_length"
  /** A message that ends within a value. */
  | "past_end"
  /** An operation that protocol 84 does not have there. */
  | "bad_operation"
  /** A code that stands for no byte. */
  | "bad_code"
  /** A configstring with an index outside of 0 to 1023. */
  | "bad_config_string"
  /** An entity with more than 71 fields, or a player with more than 77. */
  | "bad_field_count"
  /** A mask of visible areas longer than 32 bytes. */
  | "bad_area_count"
  /** An entity of a number that none has, or a list that is not in their order. */
  | "bad_entity_number"
  /** A text longer than the game has room for. */
  | "text_too_long"
  /** A snapshot or a command before there is a gamestate. */
  | "no_gamestate"
  /** More events than the caller allows, or more maps than any demo has. */
  | "too_many_events"
  // Cuts and new demos.
  /** A moment that cannot be read, or an end before the beginning. */
  | "bad_range"
  /** A cut that reaches beyond the demo. */
  | "out_of_range"
  /** A cut across a change of map. */
  | "map_change"
  /** What was to be written does not fit into a message. */
  | "message_too_large"
  /** A field, list or number that protocol 84 does not have. */
  | "bad_value"
  // Uploads.
  /** A file name that ends in none of the allowed ways. */
  | "bad_extension"
  /** A content type that is none of a demo. */
  | "bad_content_type";

/** One refusal, in words for a player, and where in the file. */
export interface DemoError {
  readonly code: DemoErrorCode;
  readonly message: string;
  /** Byte of the file at which it was found. */
  readonly offset?: number;
  /** The how-manieth message of the file it is, from 1. */
  readonly messageNumber?: number;
  /** That message's own number. */
  readonly sequence?: number;
}

/** What was odd in a demo that could still be read. */
export type DemoWarningCode =
  /** Protocol 83, which is read as if it were 84. */
  | "protocol_83"
  /** The file ends within a message. */
  | "truncated"
  /** The file ends without the mark for its end. */
  | "no_end_marker"
  /** The file is damaged; what came before was read. */
  | "damaged"
  /** Bytes behind the mark for the end. */
  | "trailing_bytes"
  /** Snapshots that are a difference to one that is not there, and so cannot be used. */
  | "unusable_snapshots"
  /** A mod or version whose numbers were not checked against recordings. */
  | "unverified_mod";

/** One oddity. */
export interface DemoWarning {
  readonly code: DemoWarningCode;
  readonly message: string;
}

/** The one error class of this package, thrown by {@link orThrow} only. */
export class DemoReadError extends Error {
  override readonly name = "DemoReadError";
  readonly code: DemoErrorCode;
  readonly detail: DemoError;
  constructor(detail: DemoError) {
    super(describeError(detail));
    this.code = detail.code;
    this.detail = detail;
  }
}

/** An error as one sentence, with the place where it has one. */
export function describeError({ message, offset, messageNumber }: DemoError): string {
  if (offset === undefined) return message;
  const place = messageNumber === undefined ? "" : `message ${messageNumber}, `;
  return `${message} (${place}byte ${offset})`;
}

/** The value of a result, or a thrown {@link DemoReadError}. */
export function orThrow<T>(result: DemoResult<T>): T {
  if (result.ok) return result.value;
  throw new DemoReadError(result.error);
}

export function failed(
  code: DemoErrorCode,
  message: string,
  place: Pick<DemoError, "offset" | "messageNumber" | "sequence"> = {},
): { readonly ok: false; readonly error: DemoError } {
  return { ok: false, error: { code, message, ...place } };
}

import type { ParseWarning } from "./result.ts";

/** Warnings about the file as a whole are its flags; other codes are about a line or a field. */
const FILE_FLAGS =
  /^(bad_name|round_name_mismatch|sides_untrusted:.*|bad_nexttime|decoded_cp1252:.*|guid8_shared|bullets_running_sum|maybe_truncated|player_lines_rejected:.*)$/;

/** The codes among these warnings that say something of the file as a whole. */
export function fileFlags(warnings: readonly ParseWarning[]): string[] {
  return warnings.map((warning) => warning.code).filter((code) => FILE_FLAGS.test(code));
}

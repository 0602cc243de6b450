import type { ParseError, ParseErrorCode, ParseWarning } from "../result.ts";

/** What is wrong with one round of a report; `prefix` (`rounds[2].`) leads to the round in its file. */
export class RoundNotes {
  readonly warnings: ParseWarning[] = [];
  readonly #file: string;
  readonly #prefix: string;

  constructor(file: string, prefix: string) {
    this.#file = file;
    this.#prefix = prefix;
  }

  warn(code: string, message: string, field?: string): void {
    const at = field === undefined ? {} : { field: this.#prefix + field };
    this.warnings.push({ code, message, ...at });
  }

  error(code: ParseErrorCode, message: string, field: string): ParseError {
    return { code, message, file: this.#file, field: this.#prefix + field };
  }
}

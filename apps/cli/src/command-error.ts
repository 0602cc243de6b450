/** What a run of the command ends with: done, something failed, wrong usage. */
export type ExitStatus = 0 | 1 | 2;

/** A failure with a sentence for the person at the prompt; the run ends with its status. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code: string;
  readonly status: ExitStatus;
  constructor(code: string, message: string, status: ExitStatus = 1) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** The person used the command wrongly: exit status 2. */
export function usageError(message: string): CommandError {
  return new CommandError("usage", message, 2);
}

import { CommandError, usageError } from "./command-error.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** Somebody was asked and did not want it. */
function declined(): CommandError {
  return new CommandError("declined", "nothing was changed");
}

/** Nobody sits there to be asked. */
function unasked(): CommandError {
  return usageError(
    "this changes the database and nobody can be asked here; --yes says that you mean it",
  );
}

/**
 * Goes on only when the person says yes (or said `--yes`).
 *
 * @throws {CommandError} status 1 when the person says no, 2 when there is nobody to ask
 */
export async function consent(terminal: Terminal, question: string, yes: boolean): Promise<void> {
  if (yes) return;
  if (terminal.ask === null) throw unasked();
  if (!(await terminal.ask.confirm(question))) throw declined();
}

/**
 * Goes on only when the person types the phrase (or said `--yes`): for what deletes.
 *
 * @throws {CommandError} like {@link consent}
 */
export async function typedConsent(
  terminal: Terminal,
  question: string,
  phrase: string,
  yes: boolean,
): Promise<void> {
  if (yes) return;
  if (terminal.ask === null) throw unasked();
  const answer = await terminal.ask.text(`${question} Type ${phrase} to go on.`);
  if (answer?.trim() !== phrase) throw declined();
}

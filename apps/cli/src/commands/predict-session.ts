import { sessionPrediction } from "@slomix/db";
import { CommandError, type ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import type { Context } from "../program.ts";
import { describeStored } from "../show/prediction-view.ts";
import { sessionOperand } from "./session-operand.ts";

/** `slomix predict session ID|last`: what was said before an evening, and what came of it. */
export async function predictSession(
  context: Context,
  [which = "last"]: readonly string[],
  flags: { readonly json?: boolean },
): Promise<ExitStatus> {
  const { terminal } = context;
  const session = sessionOperand(which);
  const stored = await withDatabase(context, (db) => sessionPrediction(db, session));
  if (stored === null) {
    throw new CommandError(
      "not_found",
      session === "last"
        ? "no evening was predicted yet"
        : `nothing was predicted of session ${session}`,
    );
  }
  if (flags.json) await terminal.print(JSON.stringify(stored));
  else await terminal.print(describeStored(stored, terminal));
  return 0;
}

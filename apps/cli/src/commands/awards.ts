import { sessionAwards, timeDeadSince } from "@slomix/db";
import { CommandError, type ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import type { Context } from "../program.ts";
import { describeAwards } from "../show/awards-view.ts";
import { sessionOperand } from "./session-operand.ts";

/** `slomix awards [SESSION]`: what was won in an evening, and how everybody played. */
export async function awards(
  context: Context,
  [which = "last"]: readonly string[],
  flags: { readonly json?: boolean; readonly chaos?: boolean },
): Promise<ExitStatus> {
  const { terminal } = context;
  const session = sessionOperand(which);
  const [found, since] = await withDatabase(
    context,
    async (db) => [await sessionAwards(db, session), await timeDeadSince(db)] as const,
  );
  if (found === null) {
    throw new CommandError(
      "not_found",
      session === "last" ? "there is no session yet" : `there is no session ${session}`,
    );
  }
  if (flags.json) await terminal.print(JSON.stringify(found));
  else await terminal.print(describeAwards(found, flags.chaos ?? false, since, terminal));
  return 0;
}

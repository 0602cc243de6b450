import { sessionDetail } from "@slomix/db";
import { CommandError, type ExitStatus, usageError } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import type { Context } from "../program.ts";
import { describeSession } from "../show/session-view.ts";

/** `slomix session ID|last`: one gaming session; 1 when there is no such session. */
export async function session(
  context: Context,
  [which = ""]: readonly string[],
  options: { readonly json?: boolean },
): Promise<ExitStatus> {
  const { terminal, config } = context;
  if (which !== "last" && !/^\d{1,9}$/.test(which)) {
    throw usageError(`a session is a number or last, not “${which}”`);
  }
  const detail = await withDatabase(context, (db) =>
    sessionDetail(db, which === "last" ? "last" : Number(which)),
  );
  if (detail === null) {
    throw new CommandError(
      "not_found",
      which === "last" ? "there is no session yet" : `there is no session ${which}`,
    );
  }
  if (options.json) await terminal.print(JSON.stringify(detail));
  else await terminal.print(describeSession(detail, config.settings.serverZone ?? null, terminal));
  return 0;
}

import { listSessions } from "@slomix/db";
import type { ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import type { Context } from "../program.ts";
import { describeSessions } from "../show/sessions-view.ts";
import { wholeNumber } from "./whole-number.ts";

/** Options of `slomix sessions`. */
interface Options {
  readonly json?: boolean;
  readonly limit?: string;
}

/** More sessions than anybody has. */
const all = 1_000_000;

/** `slomix sessions`: every gaming session with its score, newest first. */
export async function sessions(
  context: Context,
  _operands: readonly string[],
  options: Options,
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const limit = options.limit === undefined ? all : wholeNumber("--limit", options.limit);
  const page = await withDatabase(context, (db) => listSessions(db, { limit, offset: 0 }));
  if (options.json) await terminal.print(JSON.stringify(page.sessions));
  else await terminal.print(describeSessions(page, config.settings.serverZone ?? null, terminal));
  return 0;
}

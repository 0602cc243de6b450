import { seasonOverview, timeDeadSince } from "@slomix/db";
import { answered } from "../answer.ts";
import type { ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import type { Context } from "../program.ts";
import { describeSeason } from "../show/season-view.ts";

/** `slomix season [ID]`: champions and leaders of a quarter of a year. */
export async function season(
  context: Context,
  [id]: readonly string[],
  flags: { readonly json?: boolean },
): Promise<ExitStatus> {
  const { terminal } = context;
  const [overview, since] = await withDatabase(
    context,
    async (db) =>
      [answered(await seasonOverview(db, id?.toUpperCase())), await timeDeadSince(db)] as const,
  );
  if (flags.json) await terminal.print(JSON.stringify(overview));
  else await terminal.print(describeSeason(overview, since, terminal));
  return 0;
}

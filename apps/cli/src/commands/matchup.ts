import { matchup as meetingsOf } from "@slomix/db";
import { answered } from "../answer.ts";
import type { ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import { lineUpsOf } from "../players.ts";
import type { Context } from "../program.ts";
import { describeMatchup } from "../show/matchup-view.ts";
import { asOfMs, daysOf, type WindowFlags } from "../window.ts";

/** `slomix matchup A,B,C D,E,F`: how two line-ups did against each other. */
export async function matchup(
  context: Context,
  operands: readonly string[],
  flags: WindowFlags & { readonly json?: boolean },
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const options = {
    days: daysOf(flags),
    asOfMs: asOfMs(flags, config.settings.serverZone ?? undefined),
  };
  const { lineUps, found } = await withDatabase(context, async (db) => {
    const lineUps = await lineUpsOf(context, db, operands);
    const [a, b] = lineUps.map((team) => team.map(({ guid }) => guid)) as [string[], string[]];
    return { lineUps, found: answered(await meetingsOf(db, a, b, options)) };
  });
  if (flags.json) await terminal.print(JSON.stringify(found));
  else await terminal.print(describeMatchup(lineUps, found, terminal));
  return 0;
}

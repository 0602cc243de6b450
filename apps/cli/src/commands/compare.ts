import { comparePlayers, timeDeadSince } from "@slomix/db";
import { answered } from "../answer.ts";
import type { ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import { playersOf } from "../players.ts";
import type { Context } from "../program.ts";
import { describeComparison } from "../show/comparison-view.ts";
import { asOfMs, periodOf, sideOf, type WindowFlags } from "../window.ts";

/** `slomix compare PLAYER PLAYER …`: two to four players side by side. */
export async function compare(
  context: Context,
  wanted: readonly string[],
  flags: WindowFlags & { readonly json?: boolean },
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const [comparison, since] = await withDatabase(context, async (db) => {
    const players = await playersOf(context, db, wanted);
    const found = answered(
      await comparePlayers(
        db,
        players.map(({ guid }) => guid),
        {
          period: await periodOf(db, flags),
          asOfMs: asOfMs(flags, config.settings.serverZone ?? undefined),
          map: flags.map,
          side: sideOf(flags),
        },
      ),
    );
    return [found, await timeDeadSince(db)] as const;
  });
  if (flags.json) await terminal.print(JSON.stringify(comparison));
  else await terminal.print(describeComparison(comparison, flags, since, terminal));
  return 0;
}

import { predictionStatistics } from "@slomix/db";
import { CommandError, type ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import type { Context } from "../program.ts";
import { describeStatistics } from "../show/prediction-view.ts";
import { asOfMs, daysOf, type WindowFlags } from "../window.ts";

/** `slomix predict stats`: how good the predictions of some days were. */
export async function predictStats(
  context: Context,
  _operands: readonly string[],
  flags: WindowFlags & { readonly json?: boolean },
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const window = {
    days: daysOf(flags),
    asOfMs: asOfMs(flags, config.settings.serverZone ?? undefined),
  };
  const stats = await withDatabase(context, (db) => predictionStatistics(db, window));
  if (stats === null) throw new CommandError("no_rounds", "no round that counts yet");
  if (flags.json) await terminal.print(JSON.stringify(stats));
  else await terminal.print(describeStatistics(stats, terminal));
  return 0;
}

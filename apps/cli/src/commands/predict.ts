import { predictLineUps } from "@slomix/db";
import { type ModelName, modelNames } from "@slomix/predict";
import { CommandError, type ExitStatus, usageError } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import { lineUpsOf } from "../players.ts";
import type { Context } from "../program.ts";
import { describePrediction } from "../show/prediction-view.ts";
import { asOfMs, type WindowFlags } from "../window.ts";

/** `slomix predict A,B,C D,E,F`: who would win, how sure that is, and why. */
export async function predict(
  context: Context,
  operands: readonly string[],
  flags: WindowFlags & { readonly json?: boolean; readonly model?: string },
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const { map, model } = flags;
  if (model !== undefined && !modelNames.some((name) => name === model)) {
    throw usageError(`there is no model “${model}”; there are ${modelNames.join(", ")}`);
  }
  const at = asOfMs(flags, config.settings.serverZone ?? undefined);
  const { lineUps, result } = await withDatabase(context, async (db) => {
    const lineUps = await lineUpsOf(context, db, operands);
    const [teamA, teamB] = lineUps.map((team) => team.map(({ guid }) => guid)) as [
      string[],
      string[],
    ];
    const options = model === undefined ? {} : { model: model as ModelName };
    return {
      lineUps,
      result: await predictLineUps(db, { teamA, teamB, map, asOfMs: at }, options),
    };
  });
  if (!result.ok) throw new CommandError(result.error.code, result.error.message);
  if (flags.json) {
    const [teamA, teamB] = lineUps;
    await terminal.print(JSON.stringify({ teamA, teamB, map: map ?? null, ...result.value }));
  } else await terminal.print(describePrediction(lineUps, result.value, terminal));
  return 0;
}

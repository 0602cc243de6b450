import type { WeaponClass } from "@slomix/analytics";
import { LEADERBOARDS, leaderboard as rank } from "@slomix/db";
import { type ExitStatus, usageError } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import type { Context } from "../program.ts";
import { describeLeaderboard } from "../show/leaderboard-view.ts";
import { asOfMs, sideOf, type WindowFlags } from "../window.ts";
import { wholeNumber } from "./whole-number.ts";

/** Options of `slomix leaderboard`. */
interface Options extends Omit<WindowFlags, "days"> {
  readonly json?: boolean;
  readonly limit: string;
  readonly minRounds?: string;
  readonly weapons?: WeaponClass;
}

/** `slomix leaderboard METRIC`: who ranks where. */
export async function leaderboard(
  context: Context,
  [metric = ""]: readonly string[],
  options: Options,
): Promise<ExitStatus> {
  const { terminal } = context;
  const limit = wholeNumber("--limit", options.limit);
  const minRounds =
    options.minRounds === undefined ? undefined : wholeNumber("--min-rounds", options.minRounds);
  if (!LEADERBOARDS.some((board) => board.metric === metric)) {
    const known = LEADERBOARDS.map((board) => board.metric).join(", ");
    throw usageError(`there is no leaderboard “${metric}”; there are ${known}`);
  }
  const found = await withDatabase(context, (db) =>
    rank(db, metric, {
      limit,
      minRounds,
      period: options.period,
      asOfMs: asOfMs(options, context.config.settings.serverZone ?? undefined),
      map: options.map,
      side: sideOf(options),
      weaponClass: options.weapons,
    }),
  );
  if (found === null) throw usageError(`there is no leaderboard “${metric}”`);
  if (!found.ok) throw usageError(found.problem.message);
  const board = found.value;
  if (options.json) await terminal.print(JSON.stringify(board));
  else await terminal.print(describeLeaderboard(board, terminal));
  return 0;
}

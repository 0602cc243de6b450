import { LEADERBOARDS, leaderboard as rank } from "@slomix/db";
import { type ExitStatus, usageError } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import type { Context } from "../program.ts";
import { describeLeaderboard } from "../show/leaderboard-view.ts";
import { wholeNumber } from "./whole-number.ts";

/** Options of `slomix leaderboard`. */
interface Options {
  readonly json?: boolean;
  readonly limit: string;
  readonly minRounds?: string;
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
  const board = await withDatabase(context, (db) => rank(db, metric, { limit, minRounds }));
  if (board === null) throw usageError(`there is no leaderboard “${metric}”`);
  if (options.json) await terminal.print(JSON.stringify(board));
  else await terminal.print(describeLeaderboard(board, terminal));
  return 0;
}

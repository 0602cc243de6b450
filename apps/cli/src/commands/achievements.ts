import { achievements as earnedBy } from "@slomix/db";
import type { ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import { playerOf } from "../players.ts";
import type { Context } from "../program.ts";
import { describeAchievements } from "../show/achievements-view.ts";

/** `slomix achievements PLAYER`: badges and milestones, and how far the next ones are. */
export async function achievements(
  context: Context,
  [wanted = ""]: readonly string[],
  flags: { readonly json?: boolean },
): Promise<ExitStatus> {
  const { terminal } = context;
  const { player, earned } = await withDatabase(context, async (db) => {
    const player = await playerOf(context, db, wanted);
    return { player, earned: await earnedBy(db, player.guid) };
  });
  if (flags.json) await terminal.print(JSON.stringify({ name: player.name, ...earned }));
  else await terminal.print(describeAchievements(player, earned, terminal));
  return 0;
}

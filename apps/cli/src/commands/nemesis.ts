import { nemesis as nemesisOf, playerPairs } from "@slomix/db";
import { answered } from "../answer.ts";
import type { ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import { playerOf } from "../players.ts";
import type { Context } from "../program.ts";
import { describeNemesis } from "../show/pair-views.ts";
import { asOfMs, daysOf, type WindowFlags } from "../window.ts";

/** `slomix nemesis PLAYER`: whom a player suffers from, and who suffers from him. */
export async function nemesis(
  context: Context,
  [wanted = ""]: readonly string[],
  flags: WindowFlags & { readonly json?: boolean },
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const options = {
    days: daysOf(flags),
    asOfMs: asOfMs(flags, config.settings.serverZone ?? undefined),
  };
  const { player, found, pairs } = await withDatabase(context, async (db) => {
    const player = await playerOf(context, db, wanted);
    return {
      player,
      found: answered(await nemesisOf(db, player.guid, options)),
      pairs: await playerPairs(db, player.guid),
    };
  });
  if (flags.json) {
    const duels = pairs.map(({ guid, name, duel }) => ({ guid, name, ...duel }));
    await terminal.print(JSON.stringify({ ...player, ...found, duels }));
  } else await terminal.print(describeNemesis(player, found, pairs, terminal));
  return 0;
}

import { playerProfile } from "@slomix/db";
import { CommandError, type ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import { playerOf } from "../players.ts";
import type { Context } from "../program.ts";
import { describePlayer } from "../show/player-view.ts";

/** `slomix player NAME_OR_GUID`; 1 when nobody, or more than one, fits best. */
export async function player(
  context: Context,
  [wanted = ""]: readonly string[],
  options: { readonly json?: boolean },
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const profile = await withDatabase(context, async (db) => {
    const { guid, name } = await playerOf(context, db, wanted);
    const found = await playerProfile(db, guid);
    if (found === null) throw new CommandError("not_found", `${name} has played no round yet`);
    return found;
  });
  if (options.json) await terminal.print(JSON.stringify(profile));
  else await terminal.print(describePlayer(profile, config.settings.serverZone ?? null, terminal));
  return 0;
}

import { type Database, findPlayers, playerProfile } from "@slomix/db";
import { CommandError, type ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import type { Context } from "../program.ts";
import { describeFound, describePlayer } from "../show/player-view.ts";

/** `slomix player NAME_OR_GUID`; 1 when nobody, or more than one, fits best. */
export async function player(
  context: Context,
  [wanted = ""]: readonly string[],
  options: { readonly json?: boolean },
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const zone = config.settings.serverZone ?? null;
  const { found, profile } = await withDatabase(context, (db) => look(db, wanted));
  if (profile === null) {
    for (const line of describeFound(found, zone, terminal.errorInk)) terminal.say(line);
    throw new CommandError("ambiguous", `several players fit “${wanted}”; give the GUID`);
  }
  if (options.json) await terminal.print(JSON.stringify(profile));
  else await terminal.print(describePlayer(profile, zone, terminal));
  return 0;
}

/** The one who fits best; null in `profile` when several do. */
async function look(db: Database, wanted: string) {
  const found = await findPlayers(db, wanted);
  const best = found.filter(({ match }) => match === found[0]?.match);
  const [only] = best;
  if (only === undefined) throw new CommandError("not_found", `nobody is called “${wanted}”`);
  if (best.length > 1) return { found: best, profile: null };
  const profile = await playerProfile(db, only.guid);
  if (profile === null) {
    throw new CommandError("not_found", `${only.name} has played no round yet`);
  }
  return { found: best, profile };
}

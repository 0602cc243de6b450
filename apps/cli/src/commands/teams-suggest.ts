import { playerPairs, playerRatings } from "@slomix/db";
import { suggestTeams } from "@slomix/stopwatch";
import { type ExitStatus, usageError } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import { playersOf } from "../players.ts";
import type { Context } from "../program.ts";
import { describeTeams } from "../show/teams-view.ts";
import { asOfMs, type WindowFlags } from "../window.ts";

/** Of somebody who never played. */
const AVERAGE = 1000;

/** `slomix teams suggest PLAYER …`: the fairest splits of 4 to 12 players. */
export async function teamsSuggest(
  context: Context,
  wanted: readonly string[],
  flags: WindowFlags & { readonly json?: boolean },
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const at = asOfMs(flags, config.settings.serverZone ?? undefined);
  const names = wanted.flatMap((text) => text.split(",")).filter((name) => name.trim() !== "");
  const { suggestions, unknown } = await withDatabase(context, async (db) => {
    const players = await playersOf(context, db, names);
    const ratings = new Map((await playerRatings(db, at)).map((one) => [one.guid, one.rating]));
    const synergies = new Map<string, number>();
    for (const { guid } of players)
      for (const mate of await playerPairs(db, guid))
        if (mate.synergy) synergies.set(`${guid} ${mate.guid}`, mate.synergy.score);
    return {
      suggestions: suggestTeams(
        players.map(({ guid, name }) => ({ id: guid, name, rating: ratings.get(guid) ?? AVERAGE })),
        { synergy: (a, b) => synergies.get(`${a} ${b}`) },
      ),
      unknown: players.filter(({ guid }) => !ratings.has(guid)),
    };
  });
  if (!suggestions.ok) throw usageError(suggestions.message);
  if (flags.json) await terminal.print(JSON.stringify({ options: suggestions.options, unknown }));
  else await terminal.print(describeTeams(suggestions.options, unknown, terminal));
  return 0;
}

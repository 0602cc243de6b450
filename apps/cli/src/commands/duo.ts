import { duo as duoOf, playerPairs, withWithout } from "@slomix/db";
import { answered } from "../answer.ts";
import type { ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import { playersOf } from "../players.ts";
import type { Context } from "../program.ts";
import { describeDuo, describeMates } from "../show/pair-views.ts";
import { asOfMs, daysOf, type WindowFlags } from "../window.ts";

/** `slomix duo PLAYER [PLAYER]`: two players in one line-up, or a player's mates of all time. */
export async function duo(
  context: Context,
  wanted: readonly string[],
  flags: WindowFlags & { readonly json?: boolean },
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const options = {
    days: daysOf(flags),
    asOfMs: asOfMs(flags, config.settings.serverZone ?? undefined),
  };
  const { value, lines } = await withDatabase(context, async (db) => {
    const [first, second] = await playersOf(
      context,
      db,
      wanted.filter((name) => name !== undefined),
    );
    if (!first) throw new Error("commander lets nobody call this without a player");
    if (!second) {
      const mates = (await playerPairs(db, first.guid)).filter(
        (pair) => pair.with.record.matches > 0,
      );
      return { value: mates, lines: describeMates(first, mates, terminal) };
    }
    const pair = answered(await duoOf(db, first.guid, second.guid, options));
    const split = answered(await withWithout(db, first.guid, second.guid, options));
    const [kept] = (await playerPairs(db, first.guid)).filter(({ guid }) => guid === second.guid);
    return {
      value: { ...pair, withWithout: split, allTime: kept ?? null },
      lines: describeDuo(pair, split, kept?.synergy ?? null, terminal),
    };
  });
  await terminal.print(flags.json ? JSON.stringify(value) : lines);
  return 0;
}

import { consistency, fatigue, mapAffinity, playerRecord, playstyle, recentForm } from "@slomix/db";
import type { ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import { playerOf } from "../players.ts";
import type { Context } from "../program.ts";
import { describeForm } from "../show/form-view.ts";
import { asOfMs, daysOf, type WindowFlags } from "../window.ts";

/** `slomix form PLAYER`: how evenly, where and in which role a player does well, and his last evening. */
export async function form(
  context: Context,
  [wanted = ""]: readonly string[],
  flags: WindowFlags & { readonly json?: boolean },
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const window = {
    days: daysOf(flags),
    asOfMs: asOfMs(flags, config.settings.serverZone ?? undefined),
  };
  const found = await withDatabase(context, async (db) => {
    const player = await playerOf(context, db, wanted);
    const { guid } = player;
    return {
      ...player,
      form: await recentForm(db, guid, window.asOfMs),
      consistency: await consistency(db, guid, window),
      maps: await mapAffinity(db, guid, window),
      playstyle: await playstyle(db, guid, window),
      fatigue: await fatigue(db, guid),
      record: await playerRecord(db, guid, { kind: "all" }, window.asOfMs),
    };
  });
  if (flags.json) await terminal.print(JSON.stringify(found));
  else await terminal.print(describeForm(found, terminal));
  return 0;
}

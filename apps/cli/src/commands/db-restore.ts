import { resolve } from "node:path";
import { inspectBackup, restore } from "@slomix/db";
import type { ExitStatus } from "../command-error.ts";
import { typedConsent } from "../consent.ts";
import { targetName, withDatabase } from "../database.ts";
import type { Context } from "../program.ts";
import { isEmpty, safetyCopy } from "../safety-copy.ts";
import { plural } from "../terminal/figures.ts";
import { moment } from "../terminal/moments.ts";

const phrase = "YES REPLACE EVERYTHING";

/** `slomix db restore FILE`: a backup in the place of the database, which is backed up before. */
export async function dbRestore(
  context: Context,
  [file = ""]: readonly string[],
  options: { readonly yes?: boolean },
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const path = resolve(terminal.cwd, file);
  const { made } = await inspectBackup(path);
  const summary = await withDatabase(
    context,
    async (db) => {
      if (await isEmpty(db)) return restore(db, path, { wipe: true });
      await typedConsent(
        terminal,
        `There is data in ${targetName(config)}: it is backed up and then replaced.`,
        phrase,
        options.yes ?? false,
      );
      await safetyCopy(context, db, "restore");
      return restore(db, path, { wipe: true });
    },
    { mustExist: false },
  );
  const when = moment(made, null);
  await terminal.print(
    `${plural(summary.rows, "row")} restored, as they were on ${when.date} at ${when.time} UTC.`,
  );
  return 0;
}

import { rebuild } from "@slomix/db";
import type { ExitStatus } from "../command-error.ts";
import { typedConsent } from "../consent.ts";
import { targetName, withDatabase } from "../database.ts";
import type { Context } from "../program.ts";
import { isEmpty, safetyCopy } from "../safety-copy.ts";

const phrase = "YES DELETE EVERYTHING";

/**
 * `slomix db create`: tables in a new database. One that holds data is backed up and then emptied of
 * its rounds; people's links, permissions, demos and what webhooks told stay.
 */
export async function dbCreate(
  context: Context,
  _operands: readonly string[],
  options: { readonly yes?: boolean },
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const where = targetName(config);
  const created = await withDatabase(
    context,
    async (db) => {
      if (await isEmpty(db)) return true;
      await typedConsent(
        terminal,
        `There is data in ${where}: it is backed up and then emptied.`,
        phrase,
        options.yes ?? false,
      );
      await safetyCopy(context, db, "create");
      await rebuild(db, { files: [] });
      return false;
    },
    { mustExist: false },
  );
  await terminal.print(created ? `Ready: ${where}.` : `Empty again: ${where}.`);
  return 0;
}

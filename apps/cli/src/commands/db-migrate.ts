import type { ExitStatus } from "../command-error.ts";
import { targetName, withDatabase } from "../database.ts";
import type { Context } from "../program.ts";

/** `slomix db migrate`: the tables as this version wants them. Deletes nothing. */
export async function dbMigrate(context: Context): Promise<ExitStatus> {
  await withDatabase(context, (db) => db.migrate(), { mustExist: false, migrate: false });
  await context.terminal.print(`The tables of ${targetName(context.config)} are up to date.`);
  return 0;
}

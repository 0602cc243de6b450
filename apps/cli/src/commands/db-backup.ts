import { resolve } from "node:path";
import { backup } from "@slomix/db";
import type { ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import type { Context } from "../program.ts";
import { plural, size } from "../terminal/figures.ts";

/** `slomix db backup FILE`: the whole database in one file that both engines can read back. */
export async function dbBackup(
  context: Context,
  [file = ""]: readonly string[],
): Promise<ExitStatus> {
  const { terminal } = context;
  const summary = await withDatabase(context, (db) => backup(db, resolve(terminal.cwd, file)));
  await terminal.print(
    `${plural(summary.rows, "row")} of ${plural(Object.keys(summary.tables).length, "table")} in ${file}, ${size(summary.bytes)}, read back and checked.`,
  );
  return 0;
}

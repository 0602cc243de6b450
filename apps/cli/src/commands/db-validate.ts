import { validate } from "@slomix/db";
import type { ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import type { Context } from "../program.ts";
import { describeValidation } from "../show/validation-view.ts";

/** `slomix db validate`: the database held against itself and its files; 1 when it contradicts them. */
export async function dbValidate(
  context: Context,
  _operands: readonly string[],
  options: { readonly json?: boolean },
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const report = await withDatabase(context, (db) => validate(db, { settings: config.settings }));
  if (options.json) await terminal.print(JSON.stringify(report));
  else await terminal.print(describeValidation(report));
  return report.errors.length > 0 ? 1 : 0;
}

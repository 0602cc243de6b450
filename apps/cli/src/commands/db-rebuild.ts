import {
  type Database,
  health,
  type RebuildOptions,
  type RebuildReport,
  rebuild,
  updatePredictions,
  type ValidationReport,
  validate,
} from "@slomix/db";
import type { ExitStatus } from "../command-error.ts";
import { consent } from "../consent.ts";
import { targetName, withDatabase } from "../database.ts";
import type { Context } from "../program.ts";
import { isEmpty, safetyCopy } from "../safety-copy.ts";
import { describeValidation } from "../show/validation-view.ts";
import { demandedFiles } from "../sources/demanded-files.ts";
import { findSources } from "../sources/sources.ts";
import { plural, span } from "../terminal/figures.ts";

/** Options of `slomix db rebuild` and `slomix db fix-range`. */
export interface RebuildFlags {
  readonly from?: readonly string[];
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `slomix db rebuild`: everything derived anew from its files, in one transaction. */
export function dbRebuild(
  context: Context,
  _operands: readonly string[],
  flags: RebuildFlags,
): Promise<ExitStatus> {
  return deriveAgain(context, flags, {
    name: "rebuild",
    question: `Back ${targetName(context.config)} up and derive everything anew?`,
    work: rebuild,
  });
}

/** A way to derive rounds again. */
interface Again {
  readonly name: string;
  readonly question: string;
  readonly work: (db: Database, options: RebuildOptions) => Promise<RebuildReport>;
}

/** Asks, backs up, derives again and validates: 1 when the database contradicts itself afterwards. */
export async function deriveAgain(
  context: Context,
  flags: RebuildFlags,
  again: Again,
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const { settings } = config;
  const { from } = flags;
  const sources = from === undefined ? null : await findSources(from, terminal.cwd);
  const result = await withDatabase(context, async (db) => {
    await consent(terminal, again.question, flags.yes ?? false);
    const started = performance.now();
    const copy = (await isEmpty(db)) ? null : await safetyCopy(context, db, again.name);
    const reading = sources && terminal.progress("Reading", sources.total);
    const evenings = reading ? null : (await health(db)).sessions;
    let deriving = reading ? null : terminal.progress("Deriving evenings", evenings);
    const report = await again
      .work(db, {
        settings,
        ...(sources && reading
          ? { files: demandedFiles(sources, (done) => reading.update(done)) }
          : {}),
        onProgress: ({ done }) => {
          reading?.end();
          deriving ??= terminal.progress("Deriving evenings", null);
          deriving.update(done);
        },
      })
      .finally(() => {
        reading?.end();
        deriving?.end();
      });
    await updatePredictions(db);
    const validation = await validate(db, { settings });
    const seconds = Math.round(performance.now() - started) / 1000;
    return { ...report, backup: copy?.file ?? null, seconds, validation };
  });
  if (flags.json) await terminal.print(JSON.stringify(result));
  else await terminal.print(describeRebuild(result, result.validation));
  return result.validation.errors.length > 0 ? 1 : 0;
}

function describeRebuild(
  report: RebuildReport & { readonly seconds: number },
  validation: ValidationReport,
): string[] {
  const gone =
    report.removed > 0 ? `, ${plural(report.removed, "round")} without a file removed` : "";
  return [
    `${plural(report.rounds, "round")} in ${plural(report.sessions, "session")} derived anew in ${span(report.seconds)}${gone}.`,
    "",
    ...describeValidation(validation),
  ];
}

import { resolve } from "node:path";
import {
  type Database,
  type IncomingFile,
  type IngestFailure,
  ingest,
  updatePredictions,
} from "@slomix/db";
import type { ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import type { Context } from "../program.ts";
import { keepAside, quarantineFolder } from "../quarantine.ts";
import type { UnopenedKind } from "../sources/by-name.ts";
import { type KindCounts, kindCounts, kindLines } from "../sources/kinds.ts";
import { findSources, type Sources } from "../sources/sources.ts";
import { count, plural, span } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";
import { shorten } from "../terminal/shorten.ts";

/** Options of `slomix import`. */
interface Options {
  readonly json?: boolean;
  readonly force?: boolean;
  readonly verbose?: boolean;
}

/** What `import --json` prints. */
export interface ImportSummary {
  readonly files: number;
  readonly imported: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly orphans: number;
  readonly warned: number;
  readonly skipped: number;
  /** How many files there were of each kind, whatever became of them. */
  readonly kinds: KindCounts;
  /** Paths of the files that are none of ours, demos and archives apart; printed with `--verbose`. */
  readonly notOurs: readonly string[];
  /** With the database open. */
  readonly seconds: number;
  readonly failures: readonly IngestFailure[];
  /** The user stopped it: the rest was not looked at. */
  readonly stopped: boolean;
}

/** `slomix import PATH…`: files through the write path; 1 when one did not get in. */
export async function importFiles(
  context: Context,
  paths: readonly string[],
  options: Options,
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const sources = await findSources(paths, terminal.cwd);
  const summary = await withDatabase(
    context,
    (db) => importSources(context, db, sources, options.force ?? false),
    { mustExist: false },
  );
  const { notOurs, ...counts } = summary;
  if (options.json) {
    await terminal.print(JSON.stringify(options.verbose ? { ...counts, notOurs } : counts));
  } else {
    await terminal.print(describeImport(summary, sources, config.data));
    if (options.verbose) await terminal.print(describeNotOurs(notOurs, terminal.columns));
  }
  return summary.failures.length > 0 || summary.stopped ? 1 : 0;
}

/** Takes the sources into an open database, with a progress display on stderr. */
export async function importSources(
  { terminal, config }: Context,
  db: Database,
  sources: Sources,
  force: boolean,
): Promise<ImportSummary> {
  const stop = terminal.stop();
  const started = performance.now();
  const failures: IngestFailure[] = [];
  const unopened: Partial<Record<UnopenedKind, number>> = {};
  const notOurs: string[] = [];
  let foreign = 0;
  let seen = 0;
  const progress = terminal.progress("Importing", sources.total);
  const show = (done: number, failed: number) => {
    seen = done;
    const all = failed + failures.length;
    progress.update(done + failures.length + foreign, all > 0 ? `${count(all)} failed` : undefined);
  };
  async function* files(): AsyncGenerator<IncomingFile> {
    for await (const found of sources.read()) {
      if (stop.aborted) return;
      if (found.kind === "file") yield found.file;
      else if (found.kind === "failure") failures.push(found.failure);
      else {
        foreign += 1;
        unopened[found.what] = (unopened[found.what] ?? 0) + 1;
        if (found.what === "other") notOurs.push(found.path);
      }
    }
  }
  try {
    const report = await ingest(db, files(), {
      settings: config.settings,
      force,
      onProgress: ({ done, failed }) => show(done, failed),
      onQuarantine: async (file) => {
        try {
          await keepAside(quarantineFolder(resolve(terminal.cwd, config.data)), file);
        } catch (error) {
          const message = printable((error as Error).message);
          terminal.say(`slomix: no copy of ${printable(file.name)} could be kept: ${message}`);
        }
      },
    });
    show(seen, report.failures.length);
    await updatePredictions(db, report.sessions);
    return {
      files: report.files + failures.length + foreign,
      imported: report.imported,
      duplicates: report.duplicates,
      quarantined: report.quarantined,
      orphans: report.orphans,
      warned: report.warned,
      skipped: report.skipped + foreign,
      kinds: kindCounts({
        ...report.kinds,
        ...unopened,
        other: notOurs.length + report.notOurs.length,
      }),
      notOurs: [...notOurs, ...report.notOurs],
      seconds: Math.round(performance.now() - started) / 1000,
      failures: [...failures, ...report.failures],
      stopped: stop.aborted,
    };
  } finally {
    progress.end();
  }
}

/** Most failures that are listed one by one. */
const listed = 20;

/** The counts for people; a count of nothing is left out. */
export function describeImport(
  summary: ImportSummary,
  sources: Pick<Sources, "archivesLeft" | "linksLeft">,
  data: string,
): string[] {
  const { files, failures } = summary;
  const rows: [number, string][] = [
    [summary.imported, "imported"],
    [summary.orphans, "of them a Round 2 without its Round 1: nobody gets its numbers"],
    [summary.warned, "of them with warnings"],
    [summary.duplicates, "known already"],
    [summary.quarantined, `refused; copies in ${quarantineFolder(data)}`],
    [summary.skipped, "left alone"],
    [failures.length - summary.quarantined, "could not be read"],
  ];
  const kinds = kindLines(summary.kinds);
  const lines = [
    `${plural(files, "file")} in ${span(summary.seconds)}`,
    ...counted(rows.filter(([number], at) => number > 0 || at === 0)),
    ...(kinds.length > 0 ? ["", "By kind", ...counted(kinds)] : []),
  ];
  if (failures.length > 0) {
    lines.push("");
    for (const { file, code, message } of failures.slice(0, listed)) {
      lines.push(`${printable(placed(file, message))} (${code})`);
    }
    const rest = failures.length - listed;
    if (rest > 0) lines.push(`and ${count(rest)} more; --json lists them all`);
  }
  const { archivesLeft, linksLeft } = sources;
  if (archivesLeft.length > 0) {
    const named = firstOf(archivesLeft, "other archive");
    lines.push("", `Not opened: ${named}. Name an archive to import what is in it.`);
  }
  if (linksLeft.length > 0) {
    const named = firstOf(linksLeft, "other link");
    lines.push(
      "",
      `Not followed out of the folder: ${named}. Name a link to import what it leads to.`,
    );
  }
  if (summary.stopped) lines.push("", "Stopped. Run the same command again for the rest.");
  return lines;
}

/** Numbers below each other, each with its words. */
function counted(rows: readonly (readonly [number, string])[]): string[] {
  const width = Math.max(...rows.map(([number]) => count(number).length));
  return rows.map(([number, what]) => `  ${count(number).padStart(width)} ${what}`);
}

function firstOf([first = "", ...others]: readonly string[], other: string): string {
  const rest = others.length > 0 ? ` and ${plural(others.length, other)}` : "";
  return `${printable(first)}${rest}`;
}

/** Widest line that a path gets where there is no terminal to say how wide it is. */
const widestPath = 200;

/** The files that are none of ours, a line each. */
function describeNotOurs(paths: readonly string[], columns: number | null): string[] {
  if (paths.length === 0) return [];
  const room = (columns ?? widestPath) - 2;
  return ["", "Not ours", ...paths.map((path) => `  ${shorten(printable(path), room)}`)];
}

/** `file:3: message` out of `file` and `line 3: message`. */
function placed(file: string, message: string): string {
  const line = /^line (\d+): /.exec(message);
  return line ? `${file}:${line[1]}: ${message.slice(line[0].length)}` : `${file}: ${message}`;
}

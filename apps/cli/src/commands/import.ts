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
import { findSources, type Sources } from "../sources/sources.ts";
import { count, plural, span } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";

/** Options of `slomix import`. */
interface Options {
  readonly json?: boolean;
  readonly force?: boolean;
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
  if (options.json) await terminal.print(JSON.stringify(summary));
  else await terminal.print(describeImport(summary, sources, config.data));
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
      else foreign += 1;
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
  sources: Pick<Sources, "archivesLeft">,
  data: string,
): string[] {
  const { files, failures } = summary;
  const rows: [number, string][] = [
    [summary.imported, "imported"],
    [summary.orphans, "of them a Round 2 without its Round 1: nobody gets its numbers"],
    [summary.warned, "of them with warnings"],
    [summary.duplicates, "known already"],
    [summary.quarantined, `refused; copies in ${quarantineFolder(data)}`],
    [summary.skipped, "none of ours"],
    [failures.length - summary.quarantined, "could not be read"],
  ];
  const width = Math.max(...rows.map(([number]) => count(number).length));
  const lines = [
    `${plural(files, "file")} in ${span(summary.seconds)}`,
    ...rows.flatMap(([number, what], at) =>
      number > 0 || at === 0 ? [`  ${count(number).padStart(width)} ${what}`] : [],
    ),
  ];
  if (failures.length > 0) {
    lines.push("");
    for (const { file, code, message } of failures.slice(0, listed)) {
      lines.push(`${printable(placed(file, message))} (${code})`);
    }
    const rest = failures.length - listed;
    if (rest > 0) lines.push(`and ${count(rest)} more; --json lists them all`);
  }
  if (sources.archivesLeft.length > 0) {
    const [first = ""] = sources.archivesLeft;
    const others = sources.archivesLeft.length - 1;
    lines.push(
      "",
      `Not opened: ${printable(first)}${others > 0 ? ` and ${plural(others, "other archive")}` : ""}. Name an archive to import what is in it.`,
    );
  }
  if (summary.stopped) lines.push("", "Stopped. Run the same command again for the rest.");
  return lines;
}

/** `file:3: message` out of `file` and `line 3: message`. */
function placed(file: string, message: string): string {
  const line = /^line (\d+): /.exec(message);
  return line ? `${file}:${line[1]}: ${message.slice(line[0].length)}` : `${file}: ${message}`;
}

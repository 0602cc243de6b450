import { connect, type IncomingFile, ingest, listSessions, validate } from "@slomix/db";
import type { ExitStatus } from "../command-error.ts";
import type { Context } from "../program.ts";
import { samplePath } from "../samples.ts";
import { findSources, type Sources } from "../sources/sources.ts";
import { plural, span } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";

/** Files that a quick test takes: an evening's worth. */
const enough = 60;

/** `slomix db quick-test`: an import and its validation in a database that keeps nothing. */
export async function dbQuickTest(
  context: Context,
  paths: readonly string[],
  options: { readonly json?: boolean },
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const { settings } = config;
  const given = paths.length > 0 ? paths : [samplePath("season.tar.gz")];
  const sources = await findSources(given, terminal.cwd);
  const started = performance.now();
  const db = await connect("memory:");
  try {
    const imported = await ingest(db, someFiles(sources), { settings });
    const validation = await validate(db, { settings });
    const { total } = await listSessions(db, { limit: 1, offset: 0 });
    const rounds = validation.counts["rounds"] ?? 0;
    const { files, failures } = imported;
    const ok = failures.length === 0 && validation.errors.length === 0 && rounds > 0;
    const seconds = Math.round(performance.now() - started) / 1000;
    const result = {
      ok,
      files,
      rounds,
      sessions: total,
      seconds,
      failures,
      errors: validation.errors,
    };
    if (options.json) await terminal.print(JSON.stringify(result));
    else {
      await terminal.print([
        `${plural(files, "file")} became ${plural(rounds, "round")} in ${plural(total, "session")}, in memory, in ${span(seconds)}.`,
        ...failures.map(({ file, message }) => `  ${printable(`${file}: ${message}`)}`),
        ...validation.errors.map((error) => `  ${printable(error)}`),
        ok ? "All checks hold." : "Something is wrong.",
      ]);
    }
    return ok ? 0 : 1;
  } finally {
    await db.close();
  }
}

async function* someFiles(sources: Sources): AsyncGenerator<IncomingFile> {
  let taken = 0;
  for await (const found of sources.read()) {
    if (found.kind !== "file") continue;
    yield found.file;
    taken += 1;
    if (taken === enough) return;
  }
}

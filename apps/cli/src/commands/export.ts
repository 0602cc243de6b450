import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import { writeHistory } from "../export/history.ts";
import type { ExportFormat } from "../export/table-file.ts";
import type { Context } from "../program.ts";
import { count } from "../terminal/figures.ts";
import { table } from "../terminal/table.ts";

/** Options of `slomix export`. */
interface Options {
  readonly format: ExportFormat;
  readonly json?: boolean;
}

/** `slomix export DIR`: the whole history as files, all of one moment, each whole or not there. */
export async function exportHistory(
  context: Context,
  [dir = ""]: readonly string[],
  { format, json }: Options,
): Promise<ExitStatus> {
  const { terminal } = context;
  const target = resolve(terminal.cwd, dir);
  const stop = terminal.stop();
  const written = await withDatabase(context, async (db) => {
    await mkdir(target, { recursive: true });
    const work = await mkdtemp(join(target, ".export-"));
    try {
      const files = await db.transaction((tx) => writeHistory(tx, work, format, stop), {
        snapshot: true,
        readOnly: true,
      });
      await moveInto(work, target);
      return files;
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
  if (json) await terminal.print(JSON.stringify({ dir, files: written }));
  else {
    await terminal.print(
      table(
        [{ title: "File" }, { title: "Rows", align: "right" }],
        written.map(({ name, rows }) => [`${dir}/${name}`, count(rows)]),
        { columns: terminal.columns, palette: terminal.ink },
      ),
    );
  }
  return 0;
}

/** Puts every file in its place, over one of an earlier export. */
async function moveInto(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      await mkdir(target, { recursive: true });
      await moveInto(source, target);
    } else await rename(source, target);
  }
}

import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { isArchive } from "./archive-entry.ts";
import { walkFolder } from "./folder.ts";
import type { Found } from "./found.ts";
import { readOneFile } from "./read-file.ts";
import { byStamp } from "./stamp-order.ts";
import { countTar, tarFiles } from "./tar.ts";
import { countZip, zipFiles } from "./zip.ts";

/** Files to import, listed and not yet read. */
export interface Sources {
  /** How many files will come, for a progress bar. */
  readonly total: number;
  /** Archives that lie in the given folders: they are opened only when they are named. */
  readonly archivesLeft: readonly string[];
  /** Each file once, in the order of the stamps in the names; archives after the rest, one by one. */
  read(): AsyncGenerator<Found>;
}

/**
 * Looks at the given paths: files, folders with all that is below them, and archives (`.tar.gz`,
 * `.tgz`, `.tar`, `.zip`) of a server folder. Reads no file yet but the lists of archives.
 */
export async function findSources(paths: readonly string[], cwd: string): Promise<Sources> {
  const files: string[] = [];
  const failures: Found[] = [];
  const archives: string[] = [];
  const archivesLeft: string[] = [];
  const visited = new Set<string>();
  for (const path of paths) {
    const isFolder = await stat(resolve(cwd, path)).then(
      (about) => about.isDirectory(),
      () => false,
    );
    if (isFolder) {
      const walk = await walkFolder(path, cwd, visited);
      failures.push(...walk.failures);
      for (const file of walk.files) {
        if (isArchive(file)) archivesLeft.push(file);
        files.push(file);
      }
    } else if (isArchive(path)) archives.push(path);
    else files.push(path);
  }
  let total = files.length + failures.length;
  for (const archive of archives) {
    const held = isZip(archive) ? await countZip(archive, cwd) : await countTar(archive, cwd);
    // An archive that cannot be read is one failure.
    total += Math.max(1, held);
  }
  return {
    total,
    archivesLeft,
    async *read() {
      yield* failures;
      for (const path of byStamp(files, (file) => file)) yield await readOneFile(path, cwd);
      for (const archive of archives) {
        yield* isZip(archive) ? zipFiles(archive, cwd) : tarFiles(archive, cwd);
      }
    },
  };
}

function isZip(path: string): boolean {
  return /\.zip$/i.test(path);
}

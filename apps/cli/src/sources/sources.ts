import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { isArchive } from "./archive-entry.ts";
import { walkFolder } from "./folder.ts";
import { type Found, foreign } from "./found.ts";
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
  /** Links in the given folders that lead out of them: they are not followed. */
  readonly linksLeft: readonly string[];
  /**
   * Each file once: first those that are left unopened, then the others in the order of the stamps in
   * their names, then archives, one by one.
   */
  read(): AsyncGenerator<Found>;
}

/**
 * Looks at the given paths: files, folders with all that is below them, and archives (`.tar.gz`,
 * `.tgz`, `.tar`, `.zip`) of a server folder. Reads no file yet but the lists of archives. What cannot be
 * ours by its extension is never opened: a server folder holds gigabytes of maps beside its stats.
 */
export async function findSources(paths: readonly string[], cwd: string): Promise<Sources> {
  const files: string[] = [];
  const failures: Found[] = [];
  const archives: string[] = [];
  const archivesLeft: string[] = [];
  const linksLeft: string[] = [];
  const unopened: Found[] = [];
  const visited = new Set<string>();
  for (const path of paths) {
    const about = await stat(resolve(cwd, path)).catch(() => null);
    if (about?.isDirectory()) {
      const walk = await walkFolder(path, cwd, visited);
      for (const found of walk.failures) failures.push(found);
      for (const link of walk.linksLeft) linksLeft.push(link);
      for (const file of walk.files) {
        if (isArchive(file)) archivesLeft.push(file);
        const found = foreign(file);
        if (found) unopened.push(found);
        else files.push(file);
      }
    } else if (isArchive(path)) archives.push(path);
    else {
      // A path that somebody typed and that is not there is told, whatever it is called.
      const found = about === null ? null : foreign(path);
      if (found) unopened.push(found);
      else files.push(path);
    }
  }
  let total = files.length + failures.length + unopened.length;
  for (const archive of archives) {
    const held = isZip(archive) ? await countZip(archive, cwd) : await countTar(archive, cwd);
    // An archive that cannot be read is one failure.
    total += Math.max(1, held);
  }
  return {
    total,
    archivesLeft,
    linksLeft,
    async *read() {
      yield* failures;
      yield* unopened;
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

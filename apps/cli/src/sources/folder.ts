import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseRoundFileName } from "@slomix/stats-parser";
import { type Found, failure } from "./found.ts";
import { readError } from "./read-error.ts";

/** What a walk through a folder finds, unread. */
export interface Walk {
  /** Paths of files, beginning with the path of the folder as it was given. */
  readonly files: string[];
  readonly failures: Found[];
}

/**
 * Lists a folder and everything below it. Links are followed, each folder is entered once, so that
 * links in a circle end. A folder with the name of a round's file is a failure of its own.
 */
export async function walkFolder(
  folder: string,
  cwd: string,
  visited: Set<string> = new Set(),
): Promise<Walk> {
  const walk: Walk = { files: [], failures: [] };
  const waiting = [folder];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    try {
      const real = await realpath(resolve(cwd, path));
      if (visited.has(real)) continue;
      visited.add(real);
      const entries = await readdir(resolve(cwd, path), { withFileTypes: true });
      for (const entry of entries) {
        const inside = join(path, entry.name);
        if (await isFolder(entry, resolve(cwd, inside))) {
          if (parseRoundFileName(entry.name)) {
            walk.failures.push(failure(inside, "not_a_file", "a folder, not a file"));
          }
          waiting.push(inside);
        } else walk.files.push(inside);
      }
    } catch (error) {
      const { code, message } = readError(error);
      walk.failures.push(failure(path, code, message));
    }
  }
  return walk;
}

/** A link that leads nowhere counts as a file: reading it says what is wrong with it. */
async function isFolder(entry: Dirent, where: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return stat(where).then(
    (about) => about.isDirectory(),
    () => false,
  );
}

import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { isRoundFile } from "./by-name.ts";
import { type Found, failure } from "./found.ts";
import { readError } from "./read-error.ts";

/** What a walk through a folder finds, unread. */
export interface Walk {
  /** Links that lead out of the folder; they are not followed. */
  readonly linksLeft: string[];
  /** Paths of files, beginning with the path of the folder as it was given. */
  readonly files: string[];
  readonly failures: Found[];
}

/**
 * Lists a folder and everything below it. Links are followed where they stay in the folder; each
 * folder is entered once, so that links in a circle end. A folder with the name of a round's file is a
 * failure of its own.
 */
export async function walkFolder(
  folder: string,
  cwd: string,
  visited: Set<string> = new Set(),
): Promise<Walk> {
  const walk: Walk = { files: [], failures: [], linksLeft: [] };
  const root = await realpath(resolve(cwd, folder)).catch(() => null);
  const waiting = [folder];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    try {
      const real = await realpath(resolve(cwd, path));
      if (visited.has(real)) continue;
      visited.add(real);
      const entries = await readdir(resolve(cwd, path), { withFileTypes: true });
      for (const entry of entries) {
        const inside = join(path, entry.name);
        const what = await lookAt(entry, resolve(cwd, inside), root ?? real);
        if (what === "link out") walk.linksLeft.push(inside);
        else if (what === "file") walk.files.push(inside);
        else if (what === "folder") {
          if (isRoundFile(entry.name)) {
            walk.failures.push(failure(inside, "not_a_file", "a folder, not a file"));
          }
          waiting.push(inside);
        }
      }
    } catch (error) {
      const { code, message } = readError(error);
      walk.failures.push(failure(path, code, message));
    }
  }
  return walk;
}

/**
 * What an entry is to the walk; null for a second name of a file that the walk meets by itself. A link
 * that leads nowhere counts as a file: reading it says what is wrong with it.
 */
async function lookAt(
  entry: Dirent,
  where: string,
  root: string,
): Promise<"file" | "folder" | "link out" | null> {
  if (!entry.isSymbolicLink()) return entry.isDirectory() ? "folder" : "file";
  const real = await realpath(where).catch(() => null);
  if (real === null) return "file";
  if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) return "link out";
  if ((await stat(real)).isDirectory()) return "folder";
  // `latest.txt` beside the file that it stands for.
  return isRoundFile(entry.name) ? "file" : null;
}

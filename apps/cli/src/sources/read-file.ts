import { open, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { baseName } from "@slomix/stats-parser";
import { type Found, failure, maxFileBytes, tooLarge } from "./found.ts";
import { readError } from "./read-error.ts";

/**
 * Reads one file of a disk. `path` is what messages say; it is resolved against `cwd`. Folders,
 * pipes and devices are failures (`not_a_file`): reading a pipe could wait for ever.
 */
export async function readOneFile(path: string, cwd: string): Promise<Found> {
  const where = resolve(cwd, path);
  try {
    const about = await stat(where);
    if (!about.isFile()) {
      const what = about.isDirectory() ? "a folder" : "a pipe, socket or device";
      return failure(path, "not_a_file", `${what}, not a file`);
    }
    if (about.size > maxFileBytes) return tooLarge(path, about.size);
    const handle = await open(where, "r");
    try {
      const bytes = await handle.readFile();
      // It may have grown since: it is still being written.
      if (bytes.length > maxFileBytes) return tooLarge(path, bytes.length);
      return { kind: "file", file: { name: baseName(where), path, bytes } };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code, message } = readError(error);
    return failure(path, code, message);
  }
}

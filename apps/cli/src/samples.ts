import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { CommandError } from "./command-error.ts";

/**
 * A file of the samples that come with the project, wherever this code runs from.
 *
 * @throws {CommandError} `no_samples` when they are not there
 */
export function samplePath(...parts: readonly string[]): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const path = join(folder, "samples", ...parts);
    if (existsSync(path) && existsSync(join(folder, "pnpm-workspace.yaml"))) return path;
    if (dirname(folder) === folder) {
      throw new CommandError(
        "no_samples",
        `samples/${parts.join("/")} is missing in this checkout`,
      );
    }
  }
}

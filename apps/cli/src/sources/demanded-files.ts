import type { IncomingFile } from "@slomix/db";
import { parseRoundFileName } from "@slomix/stats-parser";
import { CommandError } from "../command-error.ts";
import type { Sources } from "./sources.ts";

/**
 * The files of sources that take the place of what a database holds: one that cannot be read, or
 * none with the name of a stats file, ends the work, so that a wrong path never empties a history.
 *
 * @throws {CommandError} the code of the file's failure; `no_files`
 */
export async function* demandedFiles(
  sources: Sources,
  onFile: (done: number) => void,
): AsyncGenerator<IncomingFile> {
  let done = 0;
  let stats = 0;
  for await (const found of sources.read()) {
    if (found.kind === "failure") {
      const { file, code, message } = found.failure;
      throw new CommandError(code, `${file}: ${message}; nothing was changed`);
    }
    done += 1;
    onFile(done);
    if (found.kind === "foreign") continue;
    if (parseRoundFileName(found.file.name)?.kind === "stats") stats += 1;
    yield found.file;
  }
  if (stats === 0) {
    throw new CommandError("no_files", "there is no stats file in --from; nothing was changed");
  }
}

import { CommandError, type ExitStatus } from "../command-error.ts";
import type { Terminal } from "../terminal/terminal.ts";

/**
 * Does the work of a demo command. With `--json` a file that is refused is an answer on stdout too,
 * in the shape of `parse`: `{file, ok: false, error: {code, message}}`, and the status is 1.
 *
 * @throws {CommandError} wrong usage; without `--json` every failure
 */
export async function orRefusal(
  file: string,
  json: boolean | undefined,
  terminal: Pick<Terminal, "print">,
  work: () => Promise<ExitStatus>,
): Promise<ExitStatus> {
  try {
    return await work();
  } catch (error) {
    if (!json || !(error instanceof CommandError) || error.status !== 1) throw error;
    // The file stands in a key of its own.
    const said = `${file}: `;
    const { code, message: sentence } = error;
    const message = sentence.startsWith(said) ? sentence.slice(said.length) : sentence;
    await terminal.print(JSON.stringify({ file, ok: false, error: { code, message } }));
    return error.status;
  }
}

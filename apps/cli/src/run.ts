import { CommanderError } from "commander";
import { CommandError, type ExitStatus } from "./command-error.ts";
import { buildProgram } from "./program.ts";
import { printable } from "./terminal/printable.ts";
import { OutputClosed, type Surroundings, terminal } from "./terminal/terminal.ts";

/**
 * Runs one command line (without node and script) and gives its exit status. Never throws: every
 * failure becomes a line on stderr.
 */
export async function run(args: readonly string[], around: Surroundings): Promise<ExitStatus> {
  const screen = terminal(around);
  let status: ExitStatus = 0;
  const program = buildProgram(screen, around.connect, (ended) => {
    status = ended;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return status;
  } catch (error) {
    // Commander has said its own sentence already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof OutputClosed) return 0;
    if (error instanceof CommandError) {
      screen.say(`slomix: ${printable(error.message)}`);
      return error.status;
    }
    const { sentence, status: failed } = explain(error);
    screen.say(`slomix: ${printable(sentence)}`);
    if (around.env["SLOMIX_DEBUG"] && error instanceof Error) screen.say(error.stack ?? "");
    return failed;
  }
}

/** What to do about a fault of the database or of listening, by its code. */
const advice: Readonly<Record<string, string>> = {
  unreachable: "check the address in --database-url or SLOMIX_DATABASE_URL",
  refused: "check user and password in --database-url or SLOMIX_DATABASE_URL",
  disk_full: "make room and run the same command again",
  gone: "run the same command again; nothing is imported twice",
  busy: "run the same command again",
  port_in_use: "stop it, or give --port another number",
  not_allowed: "give --port a number above 1023",
  bad_address: "give --host an address of this machine",
};

const noRoom = "no room left on the disk";

/** A sentence for a fault that no command foresaw. */
function explain(error: unknown): { sentence: string; status: ExitStatus } {
  if (!(error instanceof Error)) return { sentence: String(error), status: 1 };
  const code = (error as { code?: unknown }).code;
  if (/^(Database|Serve)Error$/.test(error.name) && typeof code === "string") {
    const said = code === "disk_full" ? noRoom : error.message;
    const hint = advice[code];
    return { sentence: hint ? `${said}; ${hint}` : said, status: 1 };
  }
  if (code === "ENOSPC") return { sentence: noRoom, status: 1 };
  if (typeof code === "string") return { sentence: error.message, status: 1 };
  return {
    sentence: `${error.message} (a fault in slomix; SLOMIX_DEBUG=1 shows where)`,
    status: 1,
  };
}

import { ask } from "./terminal/ask.ts";
import type { Surroundings } from "./terminal/terminal.ts";

/**
 * The process as a run's surroundings. The first Ctrl-C (or SIGTERM) asks the work to stop where it
 * can; the second ends the process at once.
 */
export function processSurroundings(): Surroundings {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(signal === "SIGINT" ? 130 : 143);
      stop.abort();
    });
  }
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    stop: stop.signal,
    ask: process.stdin.isTTY && process.stderr.isTTY ? ask(process.stdin, process.stderr) : null,
  };
}

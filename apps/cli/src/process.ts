import { ask } from "./terminal/ask.ts";
import type { Surroundings } from "./terminal/terminal.ts";

/**
 * The process as a run's surroundings. Ctrl-C (or SIGTERM) asks work that heeds it to stop, and ends
 * the process at once for all other work and the second time.
 */
export function processSurroundings(): Surroundings {
  const stop = new AbortController();
  let heeded = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (!heeded || stop.signal.aborted) process.exit(signal === "SIGINT" ? 130 : 143);
      stop.abort();
    });
  }
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    stop: () => {
      heeded = true;
      return stop.signal;
    },
    ask: process.stdin.isTTY && process.stderr.isTTY ? ask(process.stdin, process.stderr) : null,
  };
}

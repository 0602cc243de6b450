import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

/** A program was ended by a signal to this process, which should now end the same way. */
export class Interrupted extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`interrupted by ${signal}`);
    this.signal = signal;
  }
}

/** @type {NodeJS.Signals[]} */
const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a program of the workspace (`biome`, `turbo`, …) or of the system in its root. A signal
 * to this process goes on to the program; then this throws {@link Interrupted}.
 *
 * @param {string} root
 * @param {string[]} command
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env] added to this process's
 * @param {boolean} [options.show] passes the output through instead of keeping it
 * @returns {Promise<{ status: number, output: string }>}
 */
export async function runProgram(root, [program = "", ...args], options = {}) {
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let child;
  /** @type {NodeJS.Signals | undefined} */
  let interruptedBy;
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    interruptedBy = signal;
    child?.kill(signal);
  };
  // Before the program starts: a signal in between would leave it behind.
  for (const signal of STOP_SIGNALS) process.on(signal, stop);
  let result;
  try {
    child = spawn(program, args, {
      cwd: root,
      stdio: options.show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        PATH: [join(root, "node_modules/.bin"), process.env["PATH"]].join(delimiter),
        TURBO_TELEMETRY_DISABLED: "1",
        TURBO_NO_UPDATE_NOTIFIER: "1",
        // Kept output may be shown later, somewhere that is no terminal.
        ...(options.show ? {} : { FORCE_COLOR: "0", NO_COLOR: "1" }),
        ...options.env,
      },
    });
    result = await ending(child);
  } finally {
    for (const signal of STOP_SIGNALS) process.off(signal, stop);
  }
  if (interruptedBy) throw new Interrupted(interruptedBy);
  return result;
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<{ status: number, output: string }>}
 */
async function ending(child) {
  /** @type {Buffer[]} */
  const chunks = [];
  child.stdout?.on("data", (chunk) => chunks.push(chunk));
  child.stderr?.on("data", (chunk) => chunks.push(chunk));
  const status = await new Promise((resolve) => {
    child.on("error", (error) => {
      chunks.push(Buffer.from(`${error.message}\n`));
      resolve(1);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
  return { status, output: Buffer.concat(chunks).toString() };
}

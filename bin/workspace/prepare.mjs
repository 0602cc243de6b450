// Brings the workspace to where a command can run: packages installed, the command line built.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { withLock } from "./lock.mjs";
import { runProgram } from "./program.mjs";
import { buildStamp, installStamp } from "./stamps.mjs";

/**
 * The program that `slomix` becomes.
 *
 * @param {string} root the workspace
 */
export const commandLine = (root) => join(root, "apps/cli/dist/main.js");

/** An install or a build failed; the message says what it printed. */
export class PrepareError extends Error {}

/**
 * Installs packages and builds the command line, each only when what it depends on has
 * changed. Two runs at once: the second waits and then finds the work done. An interrupted
 * run has written no stamp, so the next one does the work again.
 *
 * @param {string} root the workspace
 * @param {{ build: boolean }} wanted
 */
export async function prepare(root, wanted) {
  const state = join(root, ".toolchain");
  const install = {
    name: "installing packages",
    stamp: join(state, "installed"),
    current: installStamp,
    result: join(root, "node_modules/.modules.yaml"),
    command: ["pnpm", "install", "--frozen-lockfile"],
  };
  const build = {
    name: "building",
    stamp: join(state, "built"),
    current: buildStamp,
    result: commandLine(root),
    command: ["turbo", "run", "build", "--filter=@slomix/cli", "--output-logs=errors-only"],
  };
  const steps = wanted.build ? [install, build] : [install];

  /** @param {typeof install} step */
  const isDone = ({ stamp, current, result }) =>
    existsSync(result) && existsSync(stamp) && readFileSync(stamp, "utf8") === current(root);
  if (steps.every(isDone)) return;

  mkdirSync(state, { recursive: true });
  const worker = join(state, "worker");
  await withLock(
    join(state, "lock"),
    () => say("another slomix is installing or building here; waiting …"),
    async () => {
      await outlive(worker);
      for (const { name, stamp, current, command } of steps.filter((step) => !isDone(step))) {
        say(`${name} …`);
        // Taken before the work: what changes meanwhile is seen by the next run.
        const before = current(root);
        rmSync(stamp, { force: true });
        const { status, output } = await runProgram(root, [...LEAVE_PID, worker, ...command], {
          env: { CI: "true" }, // pnpm and turbo: no questions, no progress bars
        });
        rmSync(worker, { force: true });
        if (status !== 0) throw new PrepareError(`${output}\`${command.join(" ")}\` failed`);
        writeFileSync(stamp, before);
      }
    },
  );
}

/**
 * Writes its pid to the file that follows, then becomes the program after that. The program's
 * own word, because this process may be killed as soon as it has started it.
 */
const LEAVE_PID = ["/bin/sh", "-c", 'echo $$ >"$0"; exec "$@"'];

/** Stdout belongs to the command. @param {string} message */
const say = (message) => process.stderr.write(`slomix: ${message}\n`);

/**
 * A run that was killed outright may have left its installer or builder at work: lets it
 * end first, for a minute at most, since the number may by now belong to something else.
 *
 * @param {string} worker file with a pid
 */
async function outlive(worker) {
  if (!existsSync(worker)) return;
  const pid = Number(readFileSync(worker, "utf8"));
  for (let tries = 0; tries < 600 && pid > 0 && isAlive(pid); tries++) await sleep(100);
  rmSync(worker, { force: true });
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

/** An import that runs in a process of its own. */
export interface RunningImport {
  readonly child: ChildProcess;
  /** When the database is open and the import begins. */
  readonly opened: Promise<void>;
  /** Everything it said, when it has ended, however it ended. */
  readonly ended: Promise<string>;
}

/** Starts importing the season's first evenings into a database. */
export function runImport(target: string, evenings: number): RunningImport {
  const child = spawn(
    process.execPath,
    [
      "--conditions=@slomix/source",
      join(import.meta.dirname, "import-child.ts"),
      target,
      String(evenings),
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  const ended = new Promise<string>((resolve) => child.once("close", () => resolve(said)));
  const opened = new Promise<void>((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("open\n")) resolve();
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("close", () => resolve());
  });
  return { child, opened, ended };
}

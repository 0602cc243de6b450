import { detectKind } from "@slomix/stats-parser";
import { CommandError, type ExitStatus } from "../command-error.ts";
import type { Context } from "../program.ts";
import { readOneFile } from "../sources/read-file.ts";
import { palette } from "../terminal/palette.ts";
import { companionsOf } from "../trace/companions.ts";
import { describeStep } from "../trace/describe-steps.ts";
import { follow } from "../trace/follow.ts";
import { jsonable } from "../trace/jsonable.ts";
import { dataFlowPage } from "../trace/page.ts";
import { type StepValues, steps } from "../trace/step-values.ts";

/** Options of `slomix trace`. */
interface Options {
  readonly json?: boolean;
  readonly markdown?: boolean;
}

/** `slomix trace FILE`: each step's value of one file; 1 when it does not get through. */
export async function trace(
  { terminal, config }: Context,
  [path = ""]: readonly string[],
  options: Options,
): Promise<ExitStatus> {
  const found = await readOneFile(path, terminal.cwd);
  if (found.kind === "failure") {
    throw new CommandError(found.failure.code, `${path}: ${found.failure.message}`);
  }
  if (found.kind === "foreign") throw new CommandError("too_large", `${path}: above 16 MB`);
  const { file } = found;
  const kind = detectKind(file.name, file.bytes);
  if (kind === null || kind === "proximity") {
    throw new CommandError("unsupported_kind", `${path} is no file that a round is made of`);
  }
  const files = await companionsOf(file, terminal.cwd, config.settings);
  const values = await follow(files, config.settings);
  const ended = stopOf(values, file.name);
  if (options.json) {
    const list = steps.map(({ step }) => ({ step, value: jsonable(values[step] ?? null) }));
    await terminal.print(JSON.stringify({ file: path, steps: list }));
  } else if (options.markdown) {
    const plain = { columns: 120, ink: palette(0, "dark") };
    await terminal.print(dataFlowPage(values, file.name, plain));
  } else {
    const room = terminal.columns === null ? null : terminal.columns - 2;
    for (const [at, { step, does }] of steps.entries()) {
      const lines = describeStep[step](values, file.name, { columns: room, ink: terminal.ink });
      if (lines === null) continue;
      if (at > 0) await terminal.print("");
      await terminal.print([
        `${terminal.ink.strong(`${at + 1} ${step}`)}  ${terminal.ink.quiet(does)}`,
        "",
        ...lines.map((line) => (line === "" ? "" : `  ${line}`)),
      ]);
    }
  }
  if (ended !== null) throw ended;
  return 0;
}

/** Why the traced file did not get through; null when it did. */
function stopOf(values: Partial<StepValues>, name: string): CommandError | null {
  const error = values.parse?.find(({ file }) => file.name === name)?.error ?? null;
  return error && new CommandError(error.code, `${name} stops at parse: ${error.message}`);
}

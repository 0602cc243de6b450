import { closeSync, openSync, writeSync } from "node:fs";
import { realpath, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import {
  type CutReport,
  DemoCutter,
  describeError,
  type Moment,
  parseMoment,
  stretchOf,
} from "@slomix/demo";
import { CommandError, type ExitStatus, usageError } from "../command-error.ts";
import { eachPiece, readDemoFile } from "../demo/demo-file.ts";
import { orRefusal } from "../demo/refusal.ts";
import type { Context } from "../program.ts";
import { plural, size, span } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Options of `slomix demo cut`. */
interface Options {
  readonly from: string;
  readonly to: string;
  readonly out: string;
  readonly json?: boolean;
}

/** `slomix demo cut FILE --from T --to T -o OUT`: a stretch of a recording as one of its own. */
export async function demoCut(
  { terminal }: Context,
  [file = ""]: readonly string[],
  options: Options,
): Promise<ExitStatus> {
  return orRefusal(file, options.json, terminal, () => cutOut(file, options, terminal));
}

async function cutOut(
  file: string,
  { from, to, out, json }: Options,
  terminal: Terminal,
): Promise<ExitStatus> {
  const [begin, end] = [momentOf("--from", from), momentOf("--to", to)];
  const target = resolve(terminal.cwd, out);
  const { demo } = await readDemoFile(file, terminal, { events: false });
  if ((await realpath(target).catch(() => null)) === (await realpath(resolve(terminal.cwd, file))))
    throw usageError("the cut cannot take the place of the recording it comes from");
  const stretch = stretchOf(demo, begin, end);
  if (!stretch.ok) throw new CommandError(stretch.error.code, stretch.error.message);

  const report = await writeWhole(target, (write) =>
    cut(file, terminal, new DemoCutter(stretch.value, write)),
  );
  if (json) await terminal.print(JSON.stringify({ file, out, ...report }));
  else await terminal.print(describeCut(out, report));
  return 0;
}

async function cut(file: string, terminal: Terminal, cutter: DemoCutter): Promise<CutReport> {
  // Asked to stop, it leaves nothing half written.
  const stop = terminal.stop();
  await eachPiece(file, terminal, (piece) => !stop.aborted && cutter.push(piece));
  if (stop.aborted) throw new CommandError("stopped", "stopped; nothing was written");
  const result = cutter.finish();
  if (!result.ok)
    throw new CommandError(result.error.code, `${file}: ${describeError(result.error)}`);
  for (const { message } of result.warnings) terminal.say(`slomix: ${printable(message)}`);
  return result.value;
}

/** Writes a file piece by piece. It takes its place when all of it is there, else nothing stays. */
async function writeWhole<T>(
  target: string,
  work: (write: (piece: Uint8Array) => void) => Promise<T>,
): Promise<T> {
  const part = `${target}.${process.pid}.part`;
  try {
    const file = openSync(part, "w");
    const write = (piece: Uint8Array) => {
      for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at);
    };
    const value = await work(write).finally(() => closeSync(file));
    await rename(part, target);
    return value;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function momentOf(option: string, text: string): Moment {
  const moment = parseMoment(text);
  if (!moment.ok) throw usageError(`${option}: ${moment.error.message}`);
  return moment.value;
}

function describeCut(out: string, report: CutReport): string {
  const { firstServerTime, lastServerTime, messages, copied, bytes } = report;
  const length = span((lastServerTime - firstServerTime) / 1000);
  const range = `server time ${firstServerTime} to ${lastServerTime}`;
  return `${printable(out)}: ${length} (${range}), ${plural(messages, "message")}, ${copied} of them as they were, ${size(bytes)}.`;
}

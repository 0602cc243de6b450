import { resolve } from "node:path";
import { Writable } from "node:stream";
import type { connect } from "@slomix/db";
import type { ExitStatus } from "../src/command-error.ts";
import { run } from "../src/run.ts";
import type { Ask } from "../src/terminal/terminal.ts";

/** The repository's samples. */
export const samples = resolve(import.meta.dirname, "../../../samples");

/** What a run printed, and its status. */
export interface Ended {
  readonly status: ExitStatus;
  readonly out: string;
  readonly err: string;
}

/** How a run differs from one in a pipe with nothing configured. */
export interface Setting {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Columns of a terminal with 24-bit colours on stdout; none: a pipe. */
  readonly columns?: number;
  readonly ask?: Ask;
  readonly stop?: AbortSignal;
  readonly connect?: typeof connect;
  /** Called with each piece of stdout as it comes. */
  readonly onOut?: (text: string) => void;
}

/** Runs a command line in this process. */
export async function slomix(args: readonly string[], setting: Setting = {}): Promise<Ended> {
  const stdout = collector(setting.columns, setting.onOut);
  const stderr = collector(undefined);
  const status = await run(args, {
    stdout,
    stderr,
    env:
      setting.columns === undefined
        ? { ...setting.env }
        : { COLORTERM: "truecolor", ...setting.env },
    cwd: setting.cwd ?? samples,
    stop: () => setting.stop ?? new AbortController().signal,
    ask: setting.ask ?? null,
    ...(setting.connect ? { connect: setting.connect } : {}),
  });
  return { status, out: stdout.text(), err: stderr.text() };
}

/** Lines of JSON. */
export function jsonLines(out: string): Record<string, never>[] {
  return out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** A person who answers every question alike, and keeps the questions. */
export function person(answer: string | boolean | null): Ask & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    confirm: async (question) => {
      asked.push(question);
      return typeof answer === "boolean" ? answer : null;
    },
    text: async (question) => {
      asked.push(question);
      return typeof answer === "string" ? answer : null;
    },
  };
}

function collector(columns: number | undefined, onWrite?: (text: string) => void) {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      onWrite?.(String(chunk));
      done();
    },
  });
  return Object.assign(stream, {
    text: () => chunks.join(""),
    ...(columns === undefined ? {} : { isTTY: true, columns, getColorDepth: () => 24 }),
  });
}

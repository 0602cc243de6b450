import type { Writable } from "node:stream";
import type { connect } from "@slomix/db";
import { colourDepth, ground } from "./colour.ts";
import { type Palette, palette } from "./palette.ts";
import { type ProgressState, progressBar, progressText, rateMeter } from "./progress.ts";

/** A stream of the process, or a test's stand-in for one. */
export interface OutputStream extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
  getColorDepth?(env?: object): number;
}

/** What surrounds a run of the command; the process itself outside tests. */
export interface Surroundings {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Aborted when the user wants to stop (Ctrl-C, SIGTERM). Whoever asks for it must heed it. */
  readonly stop: () => AbortSignal;
  /** Answers questions; null: nobody sits there. */
  readonly ask: Ask | null;
  /** Opens databases; left out: `connect` of @slomix/db. */
  readonly connect?: typeof connect;
}

/** Questions to a person. Both answer null when the person turned away (Ctrl-C). */
export interface Ask {
  confirm(question: string): Promise<boolean | null>;
  text(question: string): Promise<string | null>;
}

/** Progress of one long piece of work, on stderr. */
export interface Progress {
  update(done: number, note?: string): void;
  /** Takes the bar away. */
  end(): void;
}

/** Whoever read our output has gone (`slomix … | head`): the work ends, nothing is wrong. */
export class OutputClosed extends Error {
  override readonly name = "OutputClosed";
}

/** What a command writes to: results on stdout, everything else on stderr. */
export interface Terminal {
  readonly env: Surroundings["env"];
  readonly cwd: string;
  /** For work that ends by itself when it is asked to; until somebody calls this, Ctrl-C just ends the process. */
  readonly stop: () => AbortSignal;
  readonly ask: Ask | null;
  /** Columns for results; null where stdout is no terminal. */
  readonly columns: number | null;
  /** Colours for results. */
  readonly ink: Palette;
  /** Colours for stderr. */
  readonly errorInk: Palette;
  /**
   * Writes lines of a result.
   *
   * @throws {OutputClosed} when nobody reads any more; the stream's error for a full disk and the like
   */
  print(text: string | readonly string[]): Promise<void>;
  /** Writes a message on stderr, above a progress bar when there is one. */
  say(text: string): void;
  /** Begins a progress display: a bar on a terminal, else a line every few seconds. */
  progress(label: string, total: number | null): Progress;
}

/** How a result is laid out. */
export type View = Pick<Terminal, "columns" | "ink">;

/** Milliseconds between two drawings of a bar, and between two lines where there is no terminal. */
const redrawMs = 100;
const lineMs = 5000;

/** Builds the terminal of one run. */
export function terminal(around: Surroundings): Terminal {
  const { stdout, stderr, env } = around;
  // A write's own callback reports its error; without a listener the same error would end the process.
  stdout.on("error", () => {});
  stderr.on("error", () => {});
  let drawn = "";
  const draw = (line: string) => {
    if (line === drawn) return;
    stderr.write(`\r\u001b[2K${line}`);
    drawn = line;
  };
  const say = (text: string) => {
    const bar = drawn;
    if (bar) draw("");
    stderr.write(`${text}\n`);
    if (bar) draw(bar);
  };
  const errorInk = palette(colourDepth(stderr, env), ground(env));
  return {
    env,
    cwd: around.cwd,
    stop: around.stop,
    ask: around.ask,
    columns: stdout.isTTY ? (stdout.columns ?? 80) : null,
    ink: palette(colourDepth(stdout, env), ground(env)),
    errorInk,
    print: (text) =>
      new Promise((resolve, reject) => {
        const lines = typeof text === "string" ? [text] : text;
        if (lines.length === 0) return resolve();
        stdout.write(`${lines.join("\n")}\n`, (error) => {
          if (!error) resolve();
          else if ((error as NodeJS.ErrnoException).code === "EPIPE") reject(new OutputClosed());
          else reject(error);
        });
      }),
    say,
    progress: (label, total) => {
      const bar = Boolean(stderr.isTTY) && env["TERM"] !== "dumb";
      const rate = rateMeter();
      let shownAt = performance.now();
      let state: ProgressState = { done: 0, total, rate: null };
      const columns = () => stderr.columns ?? 80;
      if (bar) draw(progressBar(label, state, columns(), errorInk));
      rate(shownAt, 0);
      return {
        update: (done, note) => {
          const now = performance.now();
          state = { done, total, rate: rate(now, done), ...(note ? { note } : {}) };
          if (now - shownAt < (bar ? redrawMs : lineMs)) return;
          shownAt = now;
          if (bar) draw(progressBar(label, state, columns(), errorInk));
          else say(progressText(label, state));
        },
        end: () => {
          if (bar) draw("");
        },
      };
    },
  };
}

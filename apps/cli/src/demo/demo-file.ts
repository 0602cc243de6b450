import { open, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import {
  type Demo,
  DemoReader,
  type DemoWarning,
  describeError,
  MAX_DEMO_BYTES,
  type ReadOptions,
} from "@slomix/demo";
import { CommandError } from "../command-error.ts";
import { readError } from "../sources/read-error.ts";
import { size } from "../terminal/figures.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Bytes that are read at once. */
const PIECE = 1024 * 1024;
/** From this size on reading shows how far it is. */
const LARGE = 8 * PIECE;

/** A demo, and what was odd in it. */
export interface DemoFile {
  readonly demo: Demo;
  readonly warnings: readonly DemoWarning[];
}

/**
 * Reads a demo from the disk, a piece at a time. Progress of a large one goes to stderr.
 *
 * @throws {CommandError} when there is no such file, or it is no demo
 */
export async function readDemoFile(
  path: string,
  terminal: Terminal,
  options: ReadOptions = {},
): Promise<DemoFile> {
  const reader = new DemoReader({ ...options, fileName: basename(path) });
  await eachPiece(path, terminal, (piece) => reader.push(piece));
  const result = reader.finish();
  if (!result.ok)
    throw new CommandError(result.error.code, `${path}: ${describeError(result.error)}`);
  return { demo: result.value, warnings: result.warnings };
}

/**
 * Hands out the bytes of a file piece by piece until `take` wants no more. Each piece is only lent.
 *
 * @throws {CommandError} when the file cannot be read, or is larger than any demo
 */
export async function eachPiece(
  path: string,
  terminal: Terminal,
  take: (piece: Uint8Array) => boolean,
): Promise<void> {
  const where = resolve(terminal.cwd, path);
  try {
    const about = await stat(where);
    if (!about.isFile()) {
      const what = about.isDirectory() ? "a folder" : "a pipe, socket or device";
      throw new CommandError("not_a_file", `${path}: ${what}, not a file`);
    }
    if (about.size > MAX_DEMO_BYTES) {
      const most = `demos above ${size(MAX_DEMO_BYTES)} are not read`;
      throw new CommandError("too_large", `${path}: ${size(about.size)}; ${most}`);
    }
    const isLarge = about.size >= LARGE;
    const progress = isLarge ? terminal.progress("Reading, MB", megabytes(about.size)) : null;
    const file = await open(where, "r");
    try {
      const buffer = new Uint8Array(PIECE);
      for (let done = 0; ; ) {
        const { bytesRead } = await file.read(buffer, 0, PIECE);
        if (bytesRead === 0 || !take(buffer.subarray(0, bytesRead))) break;
        done += bytesRead;
        progress?.update(megabytes(done));
      }
    } finally {
      progress?.end();
      await file.close();
    }
  } catch (error) {
    throw error instanceof CommandError ? error : unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): CommandError {
  const { code, message } = readError(error);
  return new CommandError(code, `${path}: ${message}`);
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1e6);
}

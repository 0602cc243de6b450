import type { RoundNumber } from "@slomix/stats-parser";
import type { ReadFile, TelemetryLink } from "./link-telemetry.ts";
import type { StampedFile } from "./stretch.ts";

/** A stats file on the one clock: the webhook's round end where linked, else 3 s before its stamp. */
export interface TimedFile extends ReadFile {
  readonly file: StampedFile;
  readonly map: string;
  readonly number: RoundNumber;
  readonly link: TelemetryLink | null;
  /** Unix ms. */
  readonly endMs: number;
}

/** The writer waits this long (ms) after the end of a round before it names and writes the file. */
export const WRITE_DELAY_MS = 3_000;

/** Order of play: by end, ties by file name. */
export function byEnd(a: TimedFile, b: TimedFile): number {
  return a.endMs - b.endMs || (a.file.name < b.file.name ? -1 : 1);
}

import type { ReadFile, TelemetryLink } from "./link-telemetry.ts";
import { byEnd, type TimedFile, WRITE_DELAY_MS } from "./timed-file.ts";

/**
 * Puts stats files on the one clock, in order of play. A linked file ends when its webhook says. Of
 * the two readings of a stamp in the hour that autumn repeats, an unlinked Round 2 takes the second
 * when only that one puts it behind a Round 1 of its map within the window, an unlinked Round 1 when
 * only that one puts it before a Round 2 whose time is certain; else it is the first.
 */
export function timeFiles<R extends ReadFile>(
  files: readonly R[],
  links: ReadonlyMap<R, TelemetryLink>,
  windowMs: number,
): (TimedFile & R)[] {
  const timed: (TimedFile & R)[] = [];
  const doubtful: R[] = [];
  const place = (read: R, endMs: number) => {
    const link = links.get(read) ?? null;
    timed.push({ ...read, number: read.file.round, link, endMs });
  };
  for (const read of files) {
    const link = links.get(read);
    if (link) place(read, link.row.endMs);
    else if (read.readings.length === 1) place(read, endOf(read, 0));
    else doubtful.push(read);
  }
  for (const number of [1, 2] as const) {
    const sign = number === 1 ? 1 : -1;
    const others = timed.filter((t) => t.number !== number);
    const meets = (read: R, reading: number) =>
      others.some((other) => {
        const gap = (other.endMs - endOf(read, reading)) * sign;
        return other.map === read.map && gap > 0 && gap < windowMs;
      });
    for (const read of doubtful) {
      if (read.file.round !== number) continue;
      place(read, endOf(read, !meets(read, 0) && meets(read, 1) ? 1 : 0));
    }
  }
  return timed.sort(byEnd);
}

function endOf(read: ReadFile, reading: number): number {
  return (read.readings[reading] as number) - WRITE_DELAY_MS;
}

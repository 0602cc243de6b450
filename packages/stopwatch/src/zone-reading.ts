import { type InferredClock, inferClock, votesOf } from "./infer-clock.ts";
import type { RowLookup } from "./merge-telemetry.ts";
import type { ZoneReading } from "./paired-round.ts";
import { type ServerClock, zoneClock } from "./server-clock.ts";
import type { StampedFile } from "./stretch.ts";

/** The clock of each stretch, and what to tell of it. */
export interface StretchClocks {
  readonly clocks: readonly ServerClock[];
  readonly reading: Omit<ZoneReading, "ambiguous">;
}

/**
 * The server's clock in each stretch: the zone that is set, else what the webhooks of that stretch
 * alone tell. A stretch is read by itself, so that it reads the same whatever else is known, and so
 * that summer and winter may differ.
 */
export function readClocks(
  stretches: readonly (readonly StampedFile[])[],
  lookup: RowLookup,
  zone: string | null,
): StretchClocks {
  if (zone !== null) {
    const clock = zoneClock(zone);
    const suspect = stretches.length > 0 && fitsElsewhere(stretches.flat(), lookup, clock);
    return {
      clocks: stretches.map(() => clock),
      reading: { source: "setting", zone, offsetMinutes: null, suspect },
    };
  }
  const inferred = stretches.map((files) => inferClock(files, lookup));
  const heard = inferred.some((one) => one.votes > 0);
  return {
    clocks: inferred.map((one) => one.clock),
    reading: {
      source: heard ? "telemetry" : "utc",
      zone: null,
      offsetMinutes: heard ? commonest(inferred) : 0,
      suspect: false,
    },
  };
}

function commonest(inferred: readonly InferredClock[]): number {
  const tally = new Map<number, number>();
  for (const { offsetMinutes, votes } of inferred) {
    tally.set(offsetMinutes, (tally.get(offsetMinutes) ?? 0) + votes);
  }
  const [first] = [...tally].sort(
    ([a, left], [b, right]) => right - left || Math.abs(a) - Math.abs(b) || b - a,
  );
  return first?.[0] ?? 0;
}

/** Whether more files fit their webhooks with one and the same error of the zone than without. */
function fitsElsewhere(
  files: readonly StampedFile[],
  lookup: RowLookup,
  clock: ServerClock,
): boolean {
  const votes = votesOf(files, lookup).map(({ file, row, offset }) => {
    const real = file.stamp.naiveMs - offset;
    const errors = clock.readings(file.stamp.naiveMs).map((instant) => instant - real);
    return { file, row, error: errors.includes(0) ? 0 : (errors[0] ?? 0) };
  });
  const right = votes.filter((vote) => vote.error === 0);
  const fitting = new Set<unknown>(right.flatMap((vote) => [vote.file, vote.row]));
  const errors = new Map<number, number>();
  for (const { file, row, error } of votes) {
    if (fitting.has(file) || fitting.has(row)) continue;
    errors.set(error, (errors.get(error) ?? 0) + 1);
  }
  return [...errors.values()].some((count) => count > right.length);
}

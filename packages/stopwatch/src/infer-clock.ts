import { mapKey } from "./map-key.ts";
import type { RowLookup, TelemetryRow } from "./merge-telemetry.ts";
import { offsetClock, type ServerClock, turnedClock } from "./server-clock.ts";
import { sidesAgree } from "./sides-agree.ts";
import type { StampedFile } from "./stretch.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const QUARTER = 15 * MINUTE;
/** Clocks on earth stand at most this far from UTC. */
const WIDEST = 14 * HOUR;
/** A file is written 3 s after its round's end; a busy server may take longer, a rounded end be later. */
const SOONEST = -5_000;
const LATEST = 60_000;

/** A file and a webhook of the same map and round, and the offset (ms) that would make them one round. */
export interface Vote {
  readonly file: StampedFile;
  readonly row: TelemetryRow;
  readonly offset: number;
}

/** How the clock of a server whose zone nobody told was read in one stretch. */
export interface InferredClock {
  readonly clock: ServerClock;
  /** Minutes east of UTC; the later one where the clock was turned within the stretch. */
  readonly offsetMinutes: number;
  /** Pairs that speak for it; 0: no webhook told anything and the stamps are taken as UTC. */
  readonly votes: number;
}

/**
 * The offset of the server's clock in one stretch, from its webhooks: the multiple of 15 minutes,
 * at most 14 hours, for which the most (stats file, webhook) pairs of one map and round number have
 * stamp − offset − round end within −5..60 s. Ties go to the offset nearer UTC; nothing to go by is UTC.
 *
 * When what fits nowhere fits exactly one hour beside it, and all of that lies before or after all
 * the rest, the clock was turned in between, and each stamp is read on its own side of the turn.
 */
export function inferClock(files: readonly StampedFile[], lookup: RowLookup): InferredClock {
  const votes = votesOf(files, lookup);
  const best = mostVoted(votes);
  if (best === null) return { clock: offsetClock(0), offsetMinutes: 0, votes: 0 };
  const here = votes.filter((v) => v.offset === best);
  const heard = new Set<unknown>(here.flatMap((v) => [v.file, v.row]));
  const rest = votes.filter((v) => !heard.has(v.file) && !heard.has(v.row));
  const beside = rest.filter((v) => Math.abs(v.offset - best) === HOUR);
  const other = mostVoted(beside);
  if (other !== null) {
    const there = beside.filter((v) => v.offset === other);
    const turned = turnBetween(here, there) ?? turnBetween(there, here);
    if (turned) return { ...turned, votes: here.length + there.length };
  }
  return { clock: offsetClock(best / MINUTE), offsetMinutes: best / MINUTE, votes: here.length };
}

/**
 * The offset (ms) by which a webhook's end and a stamp (naive ms) would be one round: a multiple of
 * 15 minutes, at most 14 hours; null when there is none.
 */
export function offsetBetween(naiveMs: number, endMs: number): number | null {
  const distance = naiveMs - endMs;
  const offset = Math.floor((distance - SOONEST) / QUARTER) * QUARTER;
  if (distance - offset > LATEST || Math.abs(offset) > WIDEST) return null;
  return offset;
}

/** Every pair that some offset explains, each with that offset; pairs whose headers contradict are none. */
export function votesOf(files: readonly StampedFile[], lookup: RowLookup): Vote[] {
  const votes: Vote[] = [];
  for (const file of files) {
    const stamp = file.stamp.naiveMs;
    const map = mapKey(file.header.map);
    for (const row of lookup(map, file.round, stamp - WIDEST - LATEST, stamp + WIDEST - SOONEST)) {
      const offset = offsetBetween(stamp, row.endMs);
      if (offset !== null && sidesAgree(file, row)) votes.push({ file, row, offset });
    }
  }
  return votes;
}

function mostVoted(votes: readonly Vote[]): number | null {
  const tally = new Map<number, number>();
  for (const { offset } of votes) tally.set(offset, (tally.get(offset) ?? 0) + 1);
  let best: number | null = null;
  for (const [offset, count] of tally) {
    const most = best === null ? 0 : (tally.get(best) ?? 0);
    if (best === null || count > most || (count === most && nearerUtc(offset, best))) best = offset;
  }
  return best;
}

function nearerUtc(a: number, b: number): boolean {
  return Math.abs(a) - Math.abs(b) < 0 || (Math.abs(a) === Math.abs(b) && a > b);
}

/** The clock that was turned between two groups of pairs; null when the groups are not one after the other. */
function turnBetween(
  before: readonly Vote[],
  after: readonly Vote[],
): Omit<InferredClock, "votes"> | null {
  const early = before[0]?.offset;
  const late = after[0]?.offset;
  if (early === undefined || late === undefined) return null;
  const ends = (votes: readonly Vote[]) => votes.map((v) => v.row.endMs);
  const stamps = (votes: readonly Vote[]) => votes.map((v) => v.file.stamp.naiveMs);
  if (largest(ends(before)) >= smallest(ends(after))) return null;
  const lastEarly = largest(stamps(before));
  const firstLate = smallest(stamps(after));
  const clock =
    early > late
      ? turnedBack(early, late, lastEarly, firstLate)
      : turnedForward(early, late, lastEarly, firstLate);
  return clock && { clock, offsetMinutes: late / MINUTE };
}

/** The hour that is shown twice begins after `lastEarly` − 1 h and not after `firstLate`; clocks turn at full hours. */
function turnedBack(early: number, late: number, lastEarly: number, firstLate: number) {
  const first = nextHour(lastEarly - HOUR);
  const last = Math.floor(firstLate / HOUR) * HOUR;
  if (first <= last) return turnedClock(early, late, first, last + HOUR);
  if (lastEarly - HOUR >= firstLate) return null;
  return turnedClock(early, late, firstLate, firstLate + HOUR);
}

/** Stamps from the end of the skipped hour on are late ones. */
function turnedForward(early: number, late: number, lastEarly: number, firstLate: number) {
  if (lastEarly >= firstLate) return null;
  const turn = Math.min(nextHour(lastEarly) + HOUR, firstLate);
  return turnedClock(early, late, turn, turn);
}

const nextHour = (ms: number) => (Math.floor(ms / HOUR) + 1) * HOUR;
const smallest = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
const largest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));

import type { PauseEvent } from "../round-telemetry.ts";
import type { RoundLog } from "./round-log.ts";
import type { RoundNotes } from "./round-notes.ts";

/** A stretch of a round, milliseconds since it began. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Each team has a handful; every player's time is held against every pause. */
const MOST_PAUSES = 256;

/**
 * The pauses of a gamelog: from each `pause` to the next `unpause`. One without an end proves nothing,
 * nor do more than 256 (`bad_gamelog`).
 */
export function pausesOf(log: RoundLog | null, notes: RoundNotes): Stretch[] {
  const pauses: Stretch[] = [];
  let fromMs: number | null = null;
  for (const { label, atMs } of log?.events ?? []) {
    if (label === "pause") fromMs ??= atMs;
    if (label !== "unpause" || fromMs === null) continue;
    pauses.push({ fromMs, toMs: atMs });
    fromMs = null;
  }
  if (pauses.length > MOST_PAUSES) {
    notes.warn("bad_gamelog", `more than ${MOST_PAUSES} pauses; read without them`, "gamelog");
    return [];
  }
  return pauses;
}

/** Length of a stretch without the pauses in it, milliseconds. */
export function playedMs({ fromMs, toMs }: Stretch, pauses: readonly Stretch[]): number {
  let played = Math.max(0, toMs - fromMs);
  for (const pause of pauses) {
    played -= Math.max(0, Math.min(toMs, pause.toMs) - Math.max(fromMs, pause.fromMs));
  }
  return played;
}

/** The pauses on the clock; none where the round's start is unknown. */
export function pauseEventsOf(pauses: readonly Stretch[], startUnix: number | null): PauseEvent[] {
  if (startUnix === null) return [];
  return pauses.map(({ fromMs, toMs }) => ({
    startUnix: startUnix + Math.floor(fromMs / 1000),
    endUnix: startUnix + Math.floor(toMs / 1000),
    seconds: Math.round((toMs - fromMs) / 1000),
  }));
}

import type { PauseEvent } from "../round-telemetry.ts";
import type { RoundLog } from "./round-log.ts";

/** A stretch of a round, milliseconds since it began. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The pauses of a gamelog: from each `pause` to the next `unpause`. One without an end proves nothing. */
export function pausesOf(log: RoundLog | null): Stretch[] {
  const pauses: Stretch[] = [];
  let fromMs: number | null = null;
  for (const { label, atMs } of log?.events ?? []) {
    if (label === "pause") fromMs ??= atMs;
    if (label !== "unpause" || fromMs === null) continue;
    pauses.push({ fromMs, toMs: atMs });
    fromMs = null;
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

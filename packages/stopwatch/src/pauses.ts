import type { PairedRound } from "./paired-round.ts";

/** How often and how long (seconds) a round was paused. */
export interface RoundPauses {
  readonly count: number;
  readonly seconds: number;
}

const NONE: RoundPauses = { count: 0, seconds: 0 };
/** Below this the wall clock's own roughness looks like a pause. */
const SHORTEST_SECONDS = 5;

/**
 * The pauses of a round. The webhook's own count is right from 1.6.3 on; before that it misses real
 * pauses and reports stalls, so the pause is what the wall clock (round end − round start) has beyond
 * the play time, if that is 5 s or more: one pause or several, nobody knows, so the count is 1.
 * Without a webhook nothing is known: 0.
 */
export function roundPauses({ telemetry, stats }: PairedRound): RoundPauses {
  if (!telemetry) return NONE;
  if (telemetry.source !== "report" && tellsPauses(telemetry.version))
    return { count: telemetry.pauseCount, seconds: telemetry.pauseSeconds };
  if (telemetry.startUnix === null || stats.durationSeconds === null) return NONE;
  const beyond = telemetry.endUnix - telemetry.startUnix - stats.durationSeconds;
  return beyond >= SHORTEST_SECONDS ? { count: 1, seconds: Math.round(beyond) } : NONE;
}

/** Pauses are detected by the server's own pause flag from webhook 1.6.3 on. */
function tellsPauses(version: string | null): boolean {
  const [major = 0, minor = 0, patch = 0] = (version ?? "0").split(".").map(Number);
  return major > 1 || (major === 1 && (minor > 6 || (minor === 6 && patch >= 3)));
}

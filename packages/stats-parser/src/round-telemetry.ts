import type { RoundNumber, Side } from "./stats-file.ts";

/** A player as a webhook lists him: whole GUID (32 characters, upper case) and name without colours. */
export interface LineupPlayer {
  readonly guid: string;
  readonly name: string;
  readonly rawName: string;
}

/** One pause as reported. */
export interface PauseEvent {
  readonly startUnix: number;
  readonly endUnix: number;
  readonly seconds: number;
}

/** One player of a gametime file's `meta.spawn_stats`; a cross-check only. */
export interface SpawnStats {
  readonly guid: string;
  readonly name: string;
  readonly spawns: number;
  readonly deaths: number;
  readonly deadSeconds: number;
  readonly avgRespawnSeconds: number;
  readonly maxRespawnSeconds: number;
}

/**
 * What the round webhook, or the gametime file with the same body, says of one round.
 * Times in unix seconds of the server's clock. Null: absent, empty, or zero where zero means unknown.
 */
export interface RoundTelemetry {
  /** `webhook` or `gametime` (which alone carries spawn stats). */
  readonly source: "webhook" | "gametime";
  readonly file: string;
  readonly map: string;
  readonly round: RoundNumber;
  readonly winnerSide: Side | null;
  readonly defenderSide: Side | null;
  readonly startUnix: number | null;
  readonly endUnix: number;
  /** `Lua_Playtime` as sent: pauses are still in it before 1.6.3. */
  readonly playtimeSeconds: number | null;
  /** Minutes; has lost its fraction before 1.7. */
  readonly timeLimitMinutes: number | null;
  readonly pauseCount: number;
  readonly pauseSeconds: number;
  readonly pauses: readonly PauseEvent[];
  /** As sent; never used alone. */
  readonly endReason: string | null;
  readonly warmupSeconds: number | null;
  readonly warmupStartUnix: number | null;
  /** Side of who called a surrender vote, passed or not. */
  readonly surrenderSide: Side | null;
  readonly surrenderCallerGuid: string | null;
  readonly surrenderCallerName: string | null;
  /** Text of the log's `Exit:` line, where a sender tells it; proves a surrender. */
  readonly exit: string | null;
  readonly axisScore: number;
  readonly alliesScore: number;
  readonly axis: readonly LineupPlayer[];
  readonly allies: readonly LineupPlayer[];
  readonly spawnStats: readonly SpawnStats[];
  /** `1.6.0`, from the footer; null when it does not say. */
  readonly version: string | null;
}

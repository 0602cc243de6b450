import type { Untimed } from "./demo-event.ts";

/** One player on the scoreboard. */
export interface PlayerScore {
  readonly client: number;
  readonly xp: number;
  /** Milliseconds; −1 while connecting. */
  readonly ping: number;
  /** Minutes on the server. */
  readonly playTime: number;
  readonly powerups: number;
  readonly ready: boolean;
  readonly bot: boolean;
  readonly respawnsLeft: number;
}

/** The scoreboard, as it came when somebody looked at it. */
export interface ScoresEvent {
  readonly serverTime: number;
  readonly commandSequence: number;
  readonly type: "scores";
  /** Rounds won; null where a later part of the board came without the first. */
  readonly axisScore: number | null;
  readonly alliesScore: number | null;
  readonly players: readonly PlayerScore[];
}

const COLUMNS = 7;

/**
 * `sc0 AXIS ALLIES COUNT` and seven numbers a player (client, XP, ping, minutes, power-ups, flags,
 * respawns left), or `sc1 COUNT` and the players that had no room. Null for what is neither.
 */
export function scoresOf(
  words: readonly string[],
  commandSequence: number,
): Untimed<ScoresEvent> | null {
  const isFirst = words[0] === "sc0";
  let at = 1;
  const next = () => Number(words[at++]);
  const axisScore = isFirst ? next() : null;
  const alliesScore = isFirst ? next() : null;
  const told = next();
  const count = Math.min(told, Math.floor((words.length - at) / COLUMNS));
  const players: PlayerScore[] = [];
  for (let row = 0; row < count; row++) {
    const [client, xp, ping, playTime] = [next(), next(), next(), next()];
    const [powerups, flags, respawnsLeft] = [next(), next(), next()];
    const sum = client + xp + ping + playTime + powerups + flags + respawnsLeft;
    if (!Number.isFinite(sum)) return null;
    const [ready, bot] = [(flags & 1) !== 0, (flags & 2) !== 0];
    players.push({ client, xp, ping, playTime, powerups, ready, bot, respawnsLeft });
  }
  if (!Number.isFinite((axisScore ?? 0) + (alliesScore ?? 0) + told)) return null;
  return { commandSequence, type: "scores", axisScore, alliesScore, players };
}

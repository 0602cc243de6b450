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
  const numbers = words.slice(1).map(Number);
  if (numbers.some((number) => !Number.isFinite(number))) return null;
  const [axis = null, allies = null] = isFirst ? numbers : [];
  const at = isFirst ? 2 : 0;
  const count = Math.min(numbers[at] ?? 0, Math.floor((numbers.length - at - 1) / COLUMNS));
  const players: PlayerScore[] = [];
  for (let row = 0; row < count; row++) {
    const start = at + 1 + row * COLUMNS;
    const [client = 0, xp = 0, ping = 0, playTime = 0, powerups = 0, flags = 0, respawnsLeft = 0] =
      numbers.slice(start, start + COLUMNS);
    const [ready, bot] = [(flags & 1) !== 0, (flags & 2) !== 0];
    players.push({ client, xp, ping, playTime, powerups, ready, bot, respawnsLeft });
  }
  return { commandSequence, type: "scores", axisScore: axis, alliesScore: allies, players };
}

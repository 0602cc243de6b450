import type { LogPeople } from "./log-people.ts";
import { sideText } from "./report-values.ts";
import type { LogEvent, RoundLog } from "./round-log.ts";
import { playedMs, type Stretch } from "./round-pauses.ts";

/** Who spawns this early was there when the round began. */
const FIRST_SPAWN_MS = 5000;
/** Entries of which each is about a player on a team. */
const PRESENCE = new Set(["kill", "teamkill", "suicide", "damage", "revive"]);
const NAMING = ["player", "killer", "victim"] as const;

/**
 * Seconds that each player was on a team, without pauses, as a gamelog tells it: from his first spawn
 * to the end. Who does something or dies before he ever spawned was there from the start. Time
 * between leaving and the next spawn does not count. Who is in no entry is not in the answer.
 */
export function playedSecondsOf(
  log: RoundLog,
  people: LogPeople,
  endMs: number,
  pauses: readonly Stretch[],
): Map<string, number> {
  const since = new Map<string, number>();
  const played = new Map<string, number>();
  const leave = (player: string, atMs: number) => {
    const fromMs = since.get(player);
    since.delete(player);
    const stretch = fromMs === undefined ? 0 : playedMs({ fromMs, toMs: atMs }, pauses);
    played.set(player, (played.get(player) ?? 0) + stretch);
  };
  for (const event of log.events) {
    const { label, atMs, entry } = event;
    if (label === "spawn" || label === "disconnect") {
      const player = people.guid(entry["player"]);
      if (player === null) continue;
      if (label === "disconnect" || !onTeam(event)) leave(player, atMs);
      else if (!since.has(player)) {
        const first = !played.has(player) && atMs <= FIRST_SPAWN_MS;
        since.set(player, first ? 0 : atMs);
      }
    } else if (PRESENCE.has(label)) {
      for (const field of NAMING) {
        const player = people.guid(entry[field]);
        if (player !== null && !since.has(player) && !played.has(player)) since.set(player, 0);
      }
    }
  }
  for (const player of [...since.keys()]) leave(player, endMs);
  return new Map([...played].map(([player, ms]) => [player, ms / 1000]));
}

function onTeam({ entry }: LogEvent): boolean {
  const side = sideText(entry["team"]);
  return side === "1" || side === "2";
}

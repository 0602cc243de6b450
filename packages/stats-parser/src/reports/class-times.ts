import type { Side } from "../stats-file.ts";
import { classOf } from "./kill-events.ts";
import type { LogPeople } from "./log-people.ts";
import type { ReportPlayer } from "./report-players.ts";
import { sideText } from "./report-values.ts";
import type { ClassTime, PlayerClass } from "./round-events.ts";
import type { RoundLog } from "./round-log.ts";
import { playedMs, type Stretch } from "./round-pauses.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What a player is playing, and since when. */
interface Playing {
  readonly side: Side | null;
  readonly playerClass: PlayerClass;
  readonly sinceMs: number;
}

/** How long each class was played on each side, without pauses; in order of their first spawns. */
export function classTimesOf(
  log: RoundLog,
  people: LogPeople,
  players: readonly ReportPlayer[],
  endMs: number,
  pauses: readonly Stretch[],
): ClassTime[] {
  const sides = new Map(players.map(({ guid, line }) => [guid, sideOf(line.side)]));
  const times = new Map<string, Mutable<ClassTime>>();
  const playing = new Map<string, Playing>();
  const timeOf = (player: string, { side, playerClass }: Playing) => {
    const key = `${player} ${side} ${playerClass}`;
    const time = times.get(key) ?? { player, side, playerClass, playedMs: 0, spawns: 0 };
    times.set(key, time);
    return time;
  };
  const close = (player: string, toMs: number) => {
    const now = playing.get(player);
    if (now === undefined) return;
    timeOf(player, now).playedMs += playedMs({ fromMs: now.sinceMs, toMs }, pauses);
    playing.delete(player);
  };
  for (const { label, atMs, entry } of log.events) {
    if (label !== "spawn" && label !== "class_change" && label !== "disconnect") continue;
    const player = people.guid(entry["player"]);
    if (player === null) continue;
    const before = playing.get(player)?.side ?? sides.get(player) ?? null;
    close(player, atMs);
    const playerClass = label === "disconnect" ? null : classOf(entry["class"]);
    if (playerClass === null) continue;
    const side = label === "spawn" ? sideOf(entry["team"]) : before;
    const now = { side, playerClass, sinceMs: atMs };
    playing.set(player, now);
    if (label === "spawn") timeOf(player, now).spawns++;
  }
  for (const player of [...playing.keys()]) close(player, Math.max(endMs, 0));
  return [...times.values()];
}

function sideOf(value: unknown): Side | null {
  const side = sideText(value);
  if (side === "1") return 1;
  return side === "2" ? 2 : null;
}

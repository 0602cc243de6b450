import { PLAYER_FIELDS, TAB } from "./player-fields.ts";
import type { ParseWarning } from "./result.ts";
import type { PlayerRound } from "./round-stats.ts";
import type { StatsFile } from "./stats-file.ts";

const HIGH_DPM = 1000;
/** Points between the writer's time-dead ratio and the one that follows from its minutes. */
const RATIO_POINTS = 5;
/** The writer prints no time-dead ratio up to this many minutes of play. */
const RATIO_FROM_MINUTES = 2;
/** Kills and deaths of a round may differ by this many … */
const KILLS_APART = 3;
/** … or this share: leavers and reconnecters lose some. */
const KILLS_APART_SHARE = 0.05;

/** What does not fit together in the rows of a round; nothing here changes a number. */
export function rowWarnings(file: StatsFile, players: readonly PlayerRound[]): ParseWarning[] {
  const warnings: ParseWarning[] = [];
  const ratios: ParseWarning[] = [];
  let kills = 0;
  let deaths = 0;
  for (const player of players) {
    kills += player.kills;
    deaths += player.deaths;
    if (player.dpm > HIGH_DPM) {
      warnings.push({ code: "high_dpm", message: `${player.name}: ${Math.round(player.dpm)} DPM` });
    }
    const apart = file.round === 1 ? deadRatioApart(player) : 0;
    if (apart > RATIO_POINTS) {
      const message = `${player.name}: minutes dead and ratio differ by ${apart.toFixed(1)} points`;
      const field = PLAYER_FIELDS[TAB.timeDeadRatio]?.key ?? "";
      ratios.push({ code: "time_dead_mismatch", message, field });
    }
  }
  warnings.push(...onceForMost(ratios, players.length));
  const apart = Math.abs(kills - deaths);
  if (apart > KILLS_APART && apart > KILLS_APART_SHARE * Math.max(kills, deaths)) {
    const message = `${kills} kills, but ${deaths} deaths by enemies`;
    warnings.push({ code: "kills_deaths_mismatch", message });
  }
  return warnings;
}

/** What most rows share is the writer's way: one warning for all. */
function onceForMost(warnings: readonly ParseWarning[], rows: number): readonly ParseWarning[] {
  const [first] = warnings;
  if (!first || warnings.length < 2 || warnings.length * 2 <= rows) return warnings;
  return [
    { ...first, message: `${warnings.length} of ${rows} players, the first ${first.message}` },
  ];
}

function deadRatioApart(player: PlayerRound): number {
  const minutes = player.rawTab?.[TAB.timePlayedMinutes] ?? null;
  const dead = player.rawTab?.[TAB.timeDeadMinutes] ?? null;
  const ratio = player.rawTab?.[TAB.timeDeadRatio] ?? null;
  if (minutes === null || dead === null || ratio === null) return 0;
  return minutes > RATIO_FROM_MINUTES ? Math.abs((dead / minutes) * 100 - ratio) : 0;
}

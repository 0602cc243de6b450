import type { PlayerRound, WeaponRound } from "@slomix/stats-parser";
import type { SqlValue } from "../../connect.ts";

/** What every row of a round repeats. */
export interface RoundContext {
  readonly date: string;
  readonly map: string;
  readonly number: number;
}

/** One player's round with the GUID that the database knows him by. */
export interface StoredPlayer {
  readonly guid: string;
  readonly player: PlayerRound;
}

type PlayerColumn = readonly [string, (p: StoredPlayer, r: RoundContext) => SqlValue];

/** Columns of `player_comprehensive_stats` behind `round_id`, with where each value comes from. */
export const PLAYER_COLUMNS: readonly PlayerColumn[] = [
  ["round_date", (_, r) => r.date],
  ["map_name", (_, r) => r.map],
  ["round_number", (_, r) => r.number],
  ["player_guid", ({ guid }) => guid],
  ["player_name", ({ player }) => player.rawName],
  ["clean_name", ({ player }) => player.name],
  ["team", ({ player }) => player.side ?? 0],
  ["is_bot", ({ player }) => player.bot],
  ["kills", ({ player }) => player.kills],
  ["deaths", ({ player }) => player.deaths],
  ["damage_given", ({ player }) => player.damageGiven],
  ["damage_received", ({ player }) => player.damageReceived],
  ["team_damage_given", ({ player }) => player.teamDamageGiven],
  ["team_damage_received", ({ player }) => player.teamDamageReceived],
  ["gibs", ({ player }) => player.gibs],
  ["self_kills", ({ player }) => player.selfKills],
  ["full_selfkills", ({ player }) => player.fullSelfKills],
  ["team_kills", ({ player }) => player.teamKills],
  ["team_gibs", ({ player }) => player.teamGibs],
  ["headshot_kills", ({ player }) => player.headshotKills],
  ["headshots", ({ player }) => player.headshots],
  ["hits", ({ player }) => player.hits],
  ["shots", ({ player }) => player.shots],
  ["time_played_seconds", ({ player }) => player.timePlayedSeconds],
  ["time_played_minutes", ({ player }) => minutes(player.timePlayedSeconds)],
  ["time_played_percent", ({ player }) => player.timePlayedPercent],
  ["time_dead_minutes", ({ player }) => player.timeDeadMinutes],
  ["time_dead_ratio", ({ player }) => player.timeDeadRatio],
  ["xp", ({ player }) => player.xp],
  ["kd_ratio", ({ player }) => player.kdRatio],
  ["dpm", ({ player }) => player.dpm],
  ["efficiency", ({ player }) => player.efficiency],
  ["bullets_fired", ({ player }) => player.bulletsFired],
  ["accuracy", ({ player }) => player.accuracy],
  ["kill_assists", ({ player }) => player.killAssists],
  // No file of the game server tells these two.
  ["objectives_completed", () => 0],
  ["objectives_destroyed", () => 0],
  ["objectives_stolen", ({ player }) => player.objectivesStolen],
  ["objectives_returned", ({ player }) => player.objectivesReturned],
  ["dynamites_planted", ({ player }) => player.dynamitesPlanted],
  ["dynamites_defused", ({ player }) => player.dynamitesDefused],
  ["times_revived", ({ player }) => player.timesRevived],
  ["revives_given", ({ player }) => player.revivesGiven],
  ["most_useful_kills", ({ player }) => player.usefulKills],
  ["useless_kills", ({ player }) => player.uselessKills],
  ["kill_steals", ({ player }) => player.killSteals],
  ["denied_playtime", ({ player }) => player.deniedPlaytimeSeconds],
  ["constructions", ({ player }) => player.constructions],
  ["tank_meatshield", ({ player }) => player.tankMeatshield],
  ["double_kills", ({ player }) => player.doubleKills],
  ["triple_kills", ({ player }) => player.tripleKills],
  ["quad_kills", ({ player }) => player.quadKills],
  ["multi_kills", ({ player }) => player.multiKills],
  ["mega_kills", ({ player }) => player.megaKills],
  ["killing_spree_best", ({ player }) => player.killingSpreeBest],
  ["death_spree_worst", ({ player }) => player.deathSpreeWorst],
  ["rounds_hint", ({ player }) => player.roundsHint],
  ["flags", ({ player }) => player.flags],
  ["raw_tab", ({ player }) => player.rawTab],
];

type WeaponColumn = readonly [
  string,
  (w: WeaponRound, p: StoredPlayer, r: RoundContext) => SqlValue,
];

/** Columns of `weapon_comprehensive_stats` behind `round_id`. */
export const WEAPON_COLUMNS: readonly WeaponColumn[] = [
  ["round_date", (_, __, r) => r.date],
  ["map_name", (_, __, r) => r.map],
  ["round_number", (_, __, r) => r.number],
  ["player_guid", (_, { guid }) => guid],
  ["player_name", (_, { player }) => player.name],
  ["weapon_name", (w) => `WS_${w.weapon}`],
  ["kills", (w) => w.kills],
  ["deaths", (w) => w.deaths],
  ["headshots", (w) => w.headshots],
  ["shots", (w) => w.shots],
  ["hits", (w) => w.hits],
  ["accuracy", (w) => (w.shots > 0 ? Math.min(100, (w.hits / w.shots) * 100) : 0)],
];

const minutes = (seconds: number | null) => (seconds === null ? null : seconds / 60);

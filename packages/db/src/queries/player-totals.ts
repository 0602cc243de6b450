import { accuracy, dpm, efficiency, kdRatio, percent } from "./ratios.ts";

/** Sums over rounds. */
export interface PlayerSums {
  readonly rounds: number;
  readonly kills: number;
  /** By enemies. */
  readonly deaths: number;
  readonly damageGiven: number;
  readonly damageReceived: number;
  readonly teamDamageGiven: number;
  readonly teamDamageReceived: number;
  readonly headshots: number;
  readonly headshotKills: number;
  readonly shots: number;
  readonly hits: number;
  readonly gibs: number;
  readonly selfKills: number;
  readonly teamKills: number;
  readonly teamGibs: number;
  readonly killAssists: number;
  readonly revivesGiven: number;
  readonly timesRevived: number;
  readonly xp: number;
  readonly timePlayedSeconds: number;
  /** In each round at most the time played. */
  readonly timeDeadSeconds: number;
  readonly deniedPlaytimeSeconds: number;
  readonly usefulKills: number;
  readonly dynamitesPlanted: number;
  readonly dynamitesDefused: number;
  readonly objectivesStolen: number;
  readonly objectivesReturned: number;
  readonly constructions: number;
  readonly doubleKills: number;
  readonly tripleKills: number;
  readonly quadKills: number;
  readonly multiKills: number;
  readonly megaKills: number;
  /** The longest of all. */
  readonly killingSpreeBest: number;
  readonly deathSpreeWorst: number;
}

/** Sums with the ratios made of them. */
export interface PlayerTotals extends PlayerSums {
  readonly kdRatio: number;
  readonly dpm: number;
  readonly efficiency: number;
  readonly accuracy: number;
  /** Head hits in percent of hits. */
  readonly headshotPercent: number;
  /** Kills by a headshot in percent of kills. */
  readonly headshotKillPercent: number;
  readonly timeDeadPercent: number;
}

const summed = {
  kills: "kills",
  deaths: "deaths",
  damageGiven: "damage_given",
  damageReceived: "damage_received",
  teamDamageGiven: "team_damage_given",
  teamDamageReceived: "team_damage_received",
  headshots: "headshots",
  headshotKills: "headshot_kills",
  shots: "shots",
  hits: "hits",
  gibs: "gibs",
  selfKills: "self_kills",
  teamKills: "team_kills",
  teamGibs: "team_gibs",
  killAssists: "kill_assists",
  revivesGiven: "revives_given",
  timesRevived: "times_revived",
  xp: "xp",
  timePlayedSeconds: "time_played_seconds",
  deniedPlaytimeSeconds: "denied_playtime",
  usefulKills: "most_useful_kills",
  dynamitesPlanted: "dynamites_planted",
  dynamitesDefused: "dynamites_defused",
  objectivesStolen: "objectives_stolen",
  objectivesReturned: "objectives_returned",
  constructions: "constructions",
  doubleKills: "double_kills",
  tripleKills: "triple_kills",
  quadKills: "quad_kills",
  multiKills: "multi_kills",
  megaKills: "mega_kills",
} as const satisfies Partial<Record<keyof PlayerSums, string>>;

/** SQL columns of {@link PlayerSums} over rows `p` of `player_comprehensive_stats`. */
export const SUMS = [
  "count(*)::int as rounds",
  ...Object.entries(summed).map(([key, column]) => `coalesce(sum(p.${column}), 0) as "${key}"`),
  `coalesce(sum(least(p.time_dead_minutes * 60, p.time_played_seconds)), 0) as "timeDeadSeconds"`,
  `coalesce(max(p.killing_spree_best), 0) as "killingSpreeBest"`,
  `coalesce(max(p.death_spree_worst), 0) as "deathSpreeWorst"`,
].join(", ");

/** The ratios that follow from the sums. */
export function withRatios<Sums extends PlayerSums>(sums: Sums): Sums & PlayerTotals {
  return {
    ...sums,
    xp: rounded(sums.xp),
    timePlayedSeconds: rounded(sums.timePlayedSeconds),
    timeDeadSeconds: rounded(sums.timeDeadSeconds),
    kdRatio: kdRatio(sums.kills, sums.deaths),
    dpm: dpm(sums.damageGiven, sums.timePlayedSeconds),
    efficiency: efficiency(sums.kills, sums.deaths),
    accuracy: accuracy(sums.hits, sums.shots),
    headshotPercent: Math.min(100, percent(sums.headshots, sums.hits)),
    headshotKillPercent: Math.min(100, percent(sums.headshotKills, sums.kills)),
    timeDeadPercent: percent(sums.timeDeadSeconds, sums.timePlayedSeconds),
  };
}

/** Sums of tenths are not tenths in binary. */
const rounded = (value: number) => Math.round(value * 1000) / 1000;

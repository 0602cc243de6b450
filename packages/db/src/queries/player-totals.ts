import { isMeasured, metricValue, type PlayerSums, type SumKey } from "@slomix/analytics";

/** The sums that profiles and sessions tell. */
const TOLD = [
  "rounds",
  "kills",
  "deaths",
  "damageGiven",
  "damageReceived",
  "teamDamageGiven",
  "teamDamageReceived",
  "headshots",
  "headshotKills",
  "shots",
  "hits",
  "accuracyShots",
  "accuracyHits",
  "accuracyHeadshots",
  "gibs",
  "selfKills",
  "teamKills",
  "teamGibs",
  "killAssists",
  "revivesGiven",
  "timesRevived",
  "xp",
  "timePlayedSeconds",
  "timeDeadSeconds",
  "timedSeconds",
  "deniedPlaytimeSeconds",
  "usefulKills",
  "dynamitesPlanted",
  "dynamitesDefused",
  "objectivesStolen",
  "objectivesReturned",
  "constructions",
  "doubleKills",
  "tripleKills",
  "quadKills",
  "multiKills",
  "megaKills",
  "killingSpreeBest",
  "deathSpreeWorst",
] as const satisfies readonly SumKey[];

/** What must be read to tell them. */
export const TOTALS_SUMS: ReadonlySet<SumKey> = new Set<SumKey>([
  ...TOLD,
  "objectivesCompleted",
  "objectivesDestroyed",
]);

/** A player's sums over rounds with the ratios made of them. */
export interface PlayerTotals
  extends Readonly<Omit<Record<(typeof TOLD)[number], number>, "timeDeadSeconds">> {
  /** Null: no round measures it. */
  readonly timeDeadSeconds: number | null;
  readonly kdRatio: number;
  readonly dpm: number;
  readonly efficiency: number;
  /** Hits in percent of shots, accuracy weapons only. */
  readonly accuracy: number;
  /** Head hits in percent of hits, accuracy weapons only. */
  readonly headshotPercent: number;
  /** Kills by a headshot in percent of kills. */
  readonly headshotKillPercent: number;
  /** Of the rounds that measure it; null: none does. */
  readonly timeDeadPercent: number | null;
}

/** Sums and ratios to tell, by the definitions of `@slomix/analytics`. */
export function totalsOf(sums: PlayerSums): PlayerTotals {
  const told = Object.fromEntries(TOLD.map((key) => [key, sums[key]])) as Record<
    (typeof TOLD)[number],
    number
  >;
  return {
    ...told,
    timeDeadSeconds: isMeasured("timeDead", sums) ? sums.timeDeadSeconds : null,
    kdRatio: metricValue("kd", sums),
    dpm: metricValue("dpm", sums),
    efficiency: metricValue("efficiency", sums),
    accuracy: metricValue("accuracy", sums),
    headshotPercent: metricValue("headshotHits", sums),
    headshotKillPercent: metricValue("headshots", sums),
    timeDeadPercent: isMeasured("timeDeadShare", sums) ? metricValue("timeDeadShare", sums) : null,
  };
}

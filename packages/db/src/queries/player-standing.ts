import { isMeasured, type MetricKey, metricValue, type PlayerEntry } from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { sumsOfMetric } from "./boards.ts";
import { type PlayerRival, playerRivals } from "./player-rivals.ts";
import { percent } from "./ratios.ts";
import { daysOf, newestWindow, type Stretch } from "./rounds-window.ts";
import { sumsOfPlayers } from "./sums-of-players.ts";

/** One number of a player among those of everybody comparable. */
export interface StandingMeasure {
  readonly measure: StandingKey;
  readonly label: string;
  readonly unit: "ratio" | "HP/min" | "percent" | "s/min" | "a round";
  readonly decimals: number;
  readonly value: number;
  /** Everybody's value, the player's own too, lowest first. */
  readonly values: readonly number[];
  readonly median: number;
  /** Between these two lies the middle half. */
  readonly quarter: number;
  readonly threeQuarters: number;
  /** 1 is best; equals share it. */
  readonly rank: number;
  /** Percent of the others who are behind, equals left out. */
  readonly behind: number;
}

/** What is compared. */
export type StandingKey =
  | "dpm"
  | "kd"
  | "accuracy"
  | "headshotKills"
  | "usefulKills"
  | "deniedTime"
  | "revives"
  | "timeAlive";

/** A player among the others of the 90 days up to the newest round. */
export interface PlayerStanding extends Stretch {
  /** Who is compared has played at least so many rounds. */
  readonly minimumRounds: number;
  /** So many have, the player among them or not. */
  readonly players: number;
  /** The player's own rounds. */
  readonly rounds: number;
  /** Empty for who has not played enough: few rounds say little. Without what no round of his measures. */
  readonly measures: readonly StandingMeasure[];
  readonly rivals: readonly PlayerRival[];
}

const LEAST_ROUNDS = 30;
const PERIOD = "90d";

/** What is compared, each a metric of the registry. */
const MEASURES: readonly (Pick<StandingMeasure, "measure" | "label" | "unit" | "decimals"> & {
  readonly metric: MetricKey;
})[] = [
  { measure: "dpm", metric: "dpm", label: "DPM", unit: "HP/min", decimals: 0 },
  { measure: "kd", metric: "kd", label: "K/D", unit: "ratio", decimals: 2 },
  { measure: "accuracy", metric: "accuracy", label: "Accuracy", unit: "percent", decimals: 1 },
  {
    measure: "headshotKills",
    metric: "headshots",
    label: "Headshot kills",
    unit: "percent",
    decimals: 0,
  },
  {
    measure: "usefulKills",
    metric: "usefulKillShare",
    label: "Useful kills",
    unit: "percent",
    decimals: 0,
  },
  {
    measure: "deniedTime",
    metric: "deniedPerMinute",
    label: "Denied time",
    unit: "s/min",
    decimals: 1,
  },
  { measure: "revives", metric: "revivesPerRound", label: "Revives", unit: "a round", decimals: 1 },
  { measure: "timeAlive", metric: "survival", label: "Time alive", unit: "percent", decimals: 0 },
];

/**
 * A player's numbers beside those of everybody with 30 rounds or more in the 90 days up to the
 * newest round. Null: nobody of that GUID, or a bot. Four statements at most.
 *
 * @throws {DatabaseError}
 */
export async function playerStanding(db: Reader, guid: string): Promise<PlayerStanding | null> {
  const [known] = await db.query(
    `select 1 from player_comprehensive_stats p where p.player_guid = $1 and not p.is_bot limit 1`,
    [guid],
  );
  if (!known) return null;
  const window = await newestWindow(db, PERIOD);
  const everybody = await sumsOfPlayers(db, {
    window,
    sums: new Set(MEASURES.flatMap(({ metric }) => sumsOfMetric(metric))),
  });
  const compared = everybody.filter(({ sums }) => sums.rounds >= LEAST_ROUNDS);
  const self = compared.find((player) => player.guid === guid);
  const days = daysOf(window);
  return {
    ...days,
    minimumRounds: LEAST_ROUNDS,
    players: compared.length,
    rounds: everybody.find((player) => player.guid === guid)?.sums.rounds ?? 0,
    measures: self
      ? MEASURES.filter(({ metric }) => isMeasured(metric, self.sums)).map((one) =>
          measured(
            one,
            self,
            compared.filter(({ sums }) => isMeasured(one.metric, sums)),
          ),
        )
      : [],
    rivals: await playerRivals(db, guid, window),
  };
}

function measured(
  { metric, ...words }: (typeof MEASURES)[number],
  self: PlayerEntry,
  everybody: readonly PlayerEntry[],
): StandingMeasure {
  const value = metricValue(metric, self.sums);
  const values = everybody.map(({ sums }) => metricValue(metric, sums)).sort((a, b) => a - b);
  const below = values.filter((other) => other < value).length;
  const above = values.filter((other) => other > value).length;
  return {
    ...words,
    value,
    values,
    median: quantile(values, 0.5),
    quarter: quantile(values, 0.25),
    threeQuarters: quantile(values, 0.75),
    rank: above + 1,
    behind: percent(below, values.length - 1),
  };
}

/** The value below which that part of sorted values lies, between two of them where it falls there. */
function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

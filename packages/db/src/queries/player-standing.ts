import type { Reader } from "../database.ts";
import { AIMED } from "./aimed-weapons.ts";
import { COUNTED } from "./counted-rounds.ts";
import { type Stretch, stretchOf } from "./period.ts";
import { type PlayerRival, playerRivals } from "./player-rivals.ts";
import { type PlayerSums, type PlayerTotals, SUMS, withRatios } from "./player-totals.ts";
import { accuracy, percent } from "./ratios.ts";

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
  /** Empty for who has not played enough: few rounds say little. */
  readonly measures: readonly StandingMeasure[];
  readonly rivals: readonly PlayerRival[];
}

const LEAST_ROUNDS = 30;

interface ComparedRow extends PlayerSums {
  readonly guid: string;
  readonly aimedHits: number;
  readonly aimedShots: number;
}

interface Compared extends PlayerTotals {
  readonly guid: string;
  readonly aimedAccuracy: number;
}

const MEASURES: readonly (Pick<StandingMeasure, "measure" | "label" | "unit" | "decimals"> & {
  readonly of: (p: Compared) => number;
})[] = [
  { measure: "dpm", label: "DPM", unit: "HP/min", decimals: 0, of: (p) => p.dpm },
  { measure: "kd", label: "K/D", unit: "ratio", decimals: 2, of: (p) => p.kdRatio },
  {
    measure: "accuracy",
    label: "Accuracy",
    unit: "percent",
    decimals: 1,
    of: (p) => p.aimedAccuracy,
  },
  {
    measure: "headshotKills",
    label: "Headshot kills",
    unit: "percent",
    decimals: 0,
    of: (p) => p.headshotKillPercent,
  },
  {
    measure: "usefulKills",
    label: "Useful kills",
    unit: "percent",
    decimals: 0,
    of: (p) => Math.min(100, percent(p.usefulKills, p.kills)),
  },
  {
    measure: "deniedTime",
    label: "Denied time",
    unit: "s/min",
    decimals: 1,
    of: (p) => (p.timePlayedSeconds > 0 ? (p.deniedPlaytimeSeconds * 60) / p.timePlayedSeconds : 0),
  },
  {
    measure: "revives",
    label: "Revives",
    unit: "a round",
    decimals: 1,
    of: (p) => p.revivesGiven / p.rounds,
  },
  {
    measure: "timeAlive",
    label: "Time alive",
    unit: "percent",
    decimals: 0,
    of: (p) => 100 - p.timeDeadPercent,
  },
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
  const stretch = known ? await stretchOf(db, "90d") : null;
  if (!known) return null;
  const { from, to } = stretch ?? { from: "2003-01-01", to: "2003-01-01" };
  const rows = await db.query<ComparedRow>(COMPARED, [from, to, guid, LEAST_ROUNDS]);
  const everybody = rows.map(({ aimedHits, aimedShots, ...sums }) => ({
    ...withRatios(sums),
    aimedAccuracy: accuracy(aimedHits, aimedShots),
  }));
  const compared = everybody.filter((p) => p.rounds >= LEAST_ROUNDS);
  const self = compared.find((p) => p.guid === guid);
  return {
    from,
    to,
    minimumRounds: LEAST_ROUNDS,
    players: compared.length,
    rounds: everybody.find((p) => p.guid === guid)?.rounds ?? 0,
    measures: self ? MEASURES.map((one) => measured(one, self, compared)) : [],
    rivals: await playerRivals(db, guid, { from, to }),
  };
}

const COMPARED = `with played as (
    select r.id from rounds r where r.round_date between $1::date and $2::date and ${COUNTED}
  ), sums as (
    select p.player_guid as guid, ${SUMS}
    from played join player_comprehensive_stats p on p.round_id = played.id
    where not p.is_bot group by p.player_guid having count(*) >= $4 or p.player_guid = $3
  ), aimed as (
    select w.player_guid as guid, sum(w.hits) as hits, sum(w.shots) as shots
    from weapon_comprehensive_stats w where w.round_id in (select id from played) and ${AIMED}
    group by w.player_guid
  )
  select sums.*, coalesce(aimed.hits, 0) as "aimedHits", coalesce(aimed.shots, 0) as "aimedShots"
  from sums left join aimed on aimed.guid = sums.guid`;

function measured(
  { of, ...words }: (typeof MEASURES)[number],
  self: Compared,
  everybody: readonly Compared[],
): StandingMeasure {
  const value = of(self);
  const values = everybody.map(of).sort((a, b) => a - b);
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

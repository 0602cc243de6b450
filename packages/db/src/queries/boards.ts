import {
  BOARD_KEYS,
  BOARDS,
  type BoardKey,
  METRICS,
  type MetricKey,
  metricBest,
  metricFormula,
  metricName,
  metricUnit,
  type SampleMinimum,
  type SumKey,
  type SumName,
  sumName,
} from "@slomix/analytics";

/** A bound below which a number says little. */
export interface LeaderboardMinimum {
  readonly sum: SumKey;
  /** What is counted, plural: `rounds`, `shots with accuracy weapons`. */
  readonly label: string;
  readonly least: number;
}

/** A leaderboard, described: everything that shows it takes its words and bounds from here. */
export interface LeaderboardDefinition {
  readonly metric: BoardKey;
  readonly label: string;
  /** The number in full, as a heading has it. */
  readonly title: string;
  /** One sentence: what the number means. */
  readonly description: string;
  /** How it is made of sums, in words. */
  readonly formula: string;
  readonly unit: string;
  /** Decimals to show. */
  readonly decimals: number;
  /** Whether a high or a low value stands on top. */
  readonly best: "highest" | "lowest";
  /** Who has less over all time is not ranked. */
  readonly minimum: readonly LeaderboardMinimum[];
  /** It can be asked for one class of weapons. */
  readonly byWeaponClass: boolean;
}

/** All leaderboards, in the order in which they are offered. */
export const LEADERBOARDS: readonly LeaderboardDefinition[] = BOARD_KEYS.map(definitionOf);

/** The leaderboard of this name; undefined when there is none. */
export function leaderboardOf(metric: string): LeaderboardDefinition | undefined {
  return LEADERBOARDS.find((one) => one.metric === metric);
}

function definitionOf(key: BoardKey): LeaderboardDefinition {
  const metric = METRICS[key];
  return {
    metric: key,
    label: metricName(key),
    title: metric.label,
    description: metric.meaning,
    formula: metricFormula(key),
    unit: metricUnit(key),
    decimals: metric.decimals,
    best: metricBest(key) ?? "highest",
    minimum: boundsOf({ rounds: metric.minimum.rounds.allTime, ...metric.minimum.sums }),
    byWeaponClass: metric.weaponFormula !== null,
  };
}

/** Bounds as a list, in words; without those that everybody reaches. */
export function boundsOf(minimum: SampleMinimum, name: SumName = sumName): LeaderboardMinimum[] {
  return (Object.entries(minimum) as [SumKey, number][])
    .filter(([, least]) => least > 0)
    .map(([sum, least]) => ({ sum, label: name(sum), least }));
}

/** Every sum that a board reads: for its value, its bounds, and what it shows beside. */
export function sumsOfBoard(key: BoardKey): Set<SumKey> {
  return new Set([
    ...BESIDE,
    ...[key, ...BOARDS[key].shows].flatMap(sumsOfMetric),
    ...(Object.keys(METRICS[key].minimum.sums) as SumKey[]),
  ]);
}

/** Every sum in a metric's formula, and the rounds behind it. */
export function sumsOfMetric(key: MetricKey): SumKey[] {
  const { of, less = [], per = [], perLess = [] } = METRICS[key].formula;
  return ["rounds", ...of, ...less, ...per, ...perLess];
}

/** What every row of a leaderboard tells. */
export const BESIDE = [
  "rounds",
  "kills",
  "deaths",
  "usefulKills",
  "revivesGiven",
  "timePlayedSeconds",
] as const satisfies readonly SumKey[];

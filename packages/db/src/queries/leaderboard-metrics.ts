/** What a leaderboard ranks by. */
export type LeaderboardMetric = "kd" | "dpm" | "kills" | "accuracy" | "damage";

/** A leaderboard, described: everything that shows it takes its words and bounds from here. */
export interface LeaderboardDefinition {
  readonly metric: LeaderboardMetric;
  readonly label: string;
  /** One sentence: how the value comes about. */
  readonly description: string;
  readonly unit: "ratio" | "HP/min" | "count" | "percent" | "HP";
  /** Decimals to show. */
  readonly decimals: number;
  /** Whether a high or a low value stands on top. */
  readonly best: "highest" | "lowest";
  /** Who plays less than this is not ranked. */
  readonly minimum: LeaderboardMinimum;
}

/** Bounds below which a number says little. */
export interface LeaderboardMinimum {
  readonly rounds: number;
  /** Shots with the weapons that the metric looks at. */
  readonly shots?: number;
  /** Damage given, in HP. */
  readonly damage?: number;
}

// A sum grows with every round and needs few of them; a rate of a few rounds is luck.
const FOR_SUMS = 10;
const FOR_RATES = 50;

/** All leaderboards. */
export const LEADERBOARDS: readonly LeaderboardDefinition[] = [
  {
    metric: "kd",
    label: "K/D",
    description: "Kills for each death by an enemy.",
    unit: "ratio",
    decimals: 2,
    best: "highest",
    minimum: { rounds: FOR_RATES },
  },
  {
    metric: "dpm",
    label: "DPM",
    description: "Damage given to enemies for each minute played.",
    unit: "HP/min",
    decimals: 1,
    best: "highest",
    minimum: { rounds: FOR_RATES },
  },
  {
    metric: "kills",
    label: "Kills",
    description: "Enemies killed.",
    unit: "count",
    decimals: 0,
    best: "highest",
    minimum: { rounds: FOR_SUMS },
  },
  {
    metric: "accuracy",
    label: "Accuracy",
    description:
      "Hits for each shot, without grenades, dynamite, satchels, mines, airstrikes, artillery and syringes.",
    unit: "percent",
    decimals: 1,
    best: "highest",
    minimum: { rounds: FOR_RATES, shots: 1000 },
  },
  {
    metric: "damage",
    label: "Damage",
    description: "Damage given to enemies.",
    unit: "HP",
    decimals: 0,
    best: "highest",
    minimum: { rounds: FOR_SUMS, damage: 300 },
  },
];

/** The leaderboard of this name; undefined when there is none. */
export function leaderboardOf(metric: string): LeaderboardDefinition | undefined {
  return LEADERBOARDS.find((one) => one.metric === metric);
}

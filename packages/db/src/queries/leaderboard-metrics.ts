/** What a leaderboard ranks by. */
export type LeaderboardMetric =
  | "dpm"
  | "kills"
  | "kd"
  | "accuracy"
  | "headshots"
  | "headshotHits"
  | "rounds"
  | "revives"
  | "gibs"
  | "objectives"
  | "efficiency"
  | "teamwork"
  | "multikills"
  | "grenades"
  | "damage";

/** A leaderboard, described: everything that shows it takes its words and bounds from here. */
export interface LeaderboardDefinition {
  readonly metric: LeaderboardMetric;
  readonly label: string;
  /** The number in full, as a heading has it. */
  readonly title: string;
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
  /** Shots and hits with the weapons that the metric looks at. */
  readonly shots?: number;
  readonly hits?: number;
  readonly kills?: number;
  /** Damage given, in HP. */
  readonly damage?: number;
}

// A sum grows with every round and needs few of them; a rate of a few rounds is luck.
const FOR_SUMS = 10;
const FOR_RATES = 50;

const count = {
  unit: "count",
  decimals: 0,
  best: "highest",
  minimum: { rounds: FOR_SUMS },
} as const;
const share = { unit: "percent", decimals: 1, best: "highest" } as const;

/** All leaderboards, in the order in which they are offered. */
export const LEADERBOARDS: readonly LeaderboardDefinition[] = [
  {
    metric: "dpm",
    label: "DPM",
    title: "Damage a minute",
    description: "Damage given to enemies for each minute played.",
    unit: "HP/min",
    decimals: 1,
    best: "highest",
    minimum: { rounds: FOR_RATES },
  },
  { ...count, metric: "kills", label: "Kills", title: "Kills", description: "Enemies killed." },
  {
    metric: "kd",
    label: "K/D",
    title: "Kills a death",
    description: "Kills for each death by an enemy.",
    unit: "ratio",
    decimals: 2,
    best: "highest",
    minimum: { rounds: FOR_RATES },
  },
  {
    ...share,
    metric: "accuracy",
    label: "Accuracy",
    title: "Accuracy",
    description:
      "Hits for each shot, without grenades, dynamite, satchels, mines, airstrikes, artillery and syringes.",
    minimum: { rounds: FOR_RATES, shots: 1000 },
  },
  {
    ...share,
    metric: "headshots",
    label: "Headshot kills",
    title: "Headshot kills",
    description: "Kills whose last hit was to the head, in percent of all kills.",
    minimum: { rounds: FOR_RATES, kills: 500 },
  },
  {
    ...share,
    metric: "headshotHits",
    label: "Head hits",
    title: "Hits to the head",
    description:
      "Hits to the head in percent of all hits, with the weapons that accuracy looks at.",
    minimum: { rounds: FOR_RATES, hits: 1000 },
  },
  {
    ...count,
    metric: "rounds",
    label: "Rounds",
    title: "Rounds played",
    description: "Rounds played that count; a map has two.",
  },
  {
    ...count,
    metric: "revives",
    label: "Revives",
    title: "Revives",
    description: "Team mates brought back with the syringe.",
  },
  {
    ...count,
    metric: "gibs",
    label: "Gibs",
    title: "Gibs",
    description: "Enemies on the ground finished off, so that no medic can bring them back.",
  },
  {
    ...count,
    metric: "objectives",
    label: "Objectives",
    title: "Objectives",
    description: "Objectives taken and brought back, dynamites planted and defused.",
  },
  {
    ...share,
    metric: "efficiency",
    label: "Efficiency",
    title: "Efficiency",
    description: "Kills in percent of kills and deaths together.",
    minimum: { rounds: FOR_RATES },
  },
  {
    ...share,
    metric: "teamwork",
    label: "Team damage",
    title: "Team damage",
    description: "Damage given to team mates in percent of damage given to enemies; low is good.",
    best: "lowest",
    minimum: { rounds: FOR_RATES, damage: 300 },
  },
  {
    ...count,
    metric: "multikills",
    label: "Multikills",
    title: "Multikills",
    description: "Chains of two to six kills, each within three seconds of the one before.",
  },
  {
    ...count,
    metric: "grenades",
    label: "Grenades",
    title: "Grenade kills",
    description: "Enemies killed with hand grenades.",
  },
  {
    metric: "damage",
    label: "Damage",
    title: "Damage",
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

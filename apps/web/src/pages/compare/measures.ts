import type { PlayerProfile } from "../../api/players.ts";

/** A number that two careers are compared by. */
export interface Measure {
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  /** Null: nothing was played that it could be made of. */
  readonly of: (player: PlayerProfile) => number | null;
  /** Which end is the good one; null: neither. */
  readonly best: "highest" | "lowest" | null;
}

const share = (part: number, whole: number) => (whole > 0 ? (part / whole) * 100 : null);
const each = (sum: number, rounds: number) => (rounds > 0 ? sum / rounds : null);
const high = "highest" as const;

/** What is compared, in the order of the table. Rates are made of sums. */
export const MEASURES: readonly Measure[] = [
  { label: "DPM", unit: "HP/min", decimals: 0, of: ({ totals }) => totals.dpm, best: high },
  { label: "K/D", unit: "ratio", decimals: 2, of: ({ totals }) => totals.kdRatio, best: high },
  { label: "Accuracy", unit: "% hits", decimals: 1, of: (p) => p.aimedAccuracy, best: high },
  {
    label: "Headshot kills",
    unit: "% kills",
    decimals: 1,
    of: ({ totals }) => totals.headshotKillPercent,
    best: high,
  },
  {
    label: "Useful kills",
    unit: "% kills",
    decimals: 1,
    of: ({ totals }) => share(totals.usefulKills, totals.kills),
    best: high,
  },
  {
    label: "Revives",
    unit: "a round",
    decimals: 1,
    of: ({ totals }) => each(totals.revivesGiven, totals.rounds),
    best: high,
  },
  {
    label: "Gibs",
    unit: "a round",
    decimals: 1,
    of: ({ totals }) => each(totals.gibs, totals.rounds),
    best: high,
  },
  {
    label: "Denied time",
    unit: "s a round",
    decimals: 0,
    of: ({ totals }) => each(totals.deniedPlaytimeSeconds, totals.rounds),
    best: high,
  },
  {
    label: "Time dead",
    unit: "% of time",
    decimals: 0,
    of: ({ totals }) => totals.timeDeadPercent,
    best: "lowest",
  },
  {
    label: "Team damage",
    unit: "% of damage",
    decimals: 1,
    of: ({ totals }) => share(totals.teamDamageGiven, totals.damageGiven),
    best: "lowest",
  },
  {
    label: "Maps won",
    unit: "%",
    decimals: 0,
    of: ({ results: { won, lost, drawn } }) => share(won, won + lost + drawn),
    best: high,
  },
  {
    label: "Rounds",
    unit: "count",
    decimals: 0,
    of: ({ totals }) => totals.rounds,
    best: null,
  },
  {
    label: "Played",
    unit: "h",
    decimals: 0,
    of: ({ totals }) => totals.timePlayedSeconds / 3600,
    best: null,
  },
];

/** Who is ahead, as the shown decimals tell: 0 the first, 1 the second; null: nobody. */
export function ahead(measure: Measure, a: number | null, b: number | null): 0 | 1 | null {
  if (measure.best === null || a === null || b === null) return null;
  const [first, second] = [a, b].map((value) => Number(value.toFixed(measure.decimals)));
  if (first === undefined || second === undefined || first === second) return null;
  return first > second === (measure.best === "highest") ? 0 : 1;
}

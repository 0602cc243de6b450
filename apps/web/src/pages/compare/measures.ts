import { METRICS, type MetricKey, metricBest } from "@slomix/analytics";
import type { PlayerProfile } from "../../api/players.ts";
import { measured } from "../../players/measured.ts";

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

/** A metric of the registry, with its unit as it reads behind the label. */
function metric(key: MetricKey, label: string, unit: string, decimals?: number): Measure {
  return {
    label,
    unit,
    decimals: decimals ?? METRICS[key].decimals,
    of: ({ totals }) => measured(key, [totals]),
    best: metricBest(key),
  };
}

/** What is compared, in the order of the table. */
export const MEASURES: readonly Measure[] = [
  metric("dpm", "DPM", "HP/min", 0),
  metric("kd", "K/D", "ratio"),
  metric("accuracy", "Accuracy", "% hits"),
  metric("headshots", "Headshot kills", "% kills"),
  metric("usefulKillShare", "Useful kills", "% kills"),
  metric("revivesPerRound", "Revives", "a round", 1),
  metric("gibsPerRound", "Gibs", "a round", 1),
  metric("deniedPerMinute", "Denied time", "s/min", 1),
  metric("timeDeadShare", "Time dead", "% of time", 0),
  metric("teamwork", "Team damage", "% of damage"),
  {
    label: "Maps won",
    unit: "%",
    decimals: 0,
    of: ({ results: { won, lost, drawn } }) => {
      const maps = won + lost + drawn;
      return maps > 0 ? (won / maps) * 100 : null;
    },
    best: "highest",
  },
  { ...metric("games", "Rounds", "count"), best: null },
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

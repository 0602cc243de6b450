import type { MetricSums } from "./metric.ts";
import { type MetricKey, metricValue } from "./metrics.ts";

/** One spoke of the radar. */
export interface RadarAxis {
  readonly metric: MetricKey;
  readonly label: string;
  /** The value that reaches the rim. */
  readonly rim: number;
}

/** Five spokes, the first at 12 o'clock, then clockwise. */
export const RADAR_AXES: readonly RadarAxis[] = [
  { metric: "kd", label: "K/D", rim: 5 },
  { metric: "accuracy", label: "Accuracy", rim: 50 },
  { metric: "dpm", label: "DPM", rim: 1000 },
  { metric: "headshots", label: "Headshot %", rim: 50 },
  { metric: "games", label: "Rounds", rim: 500 },
];

/** A value on its spoke, 0 to 10. */
export function radarScore(axis: RadarAxis, value: number): number {
  return Math.min(10, Math.max(0, (value / axis.rim) * 10));
}

/** The scores of all spokes, in their order. */
export function radarScores(sums: MetricSums): number[] {
  return RADAR_AXES.map((axis) => radarScore(axis, metricValue(axis.metric, sums)));
}

import type { MetricSums } from "./metric.ts";
import { type MetricKey, metricValue } from "./metrics.ts";
import { type Level, type Progress, progressOn } from "./thresholds.ts";

/** What a milestone is about. */
export type MilestoneType = "kills" | "games" | "kd";

/** A level that is announced when it is reached. */
export interface Milestone extends Level {
  readonly type: MilestoneType;
  /** 24-bit RGB as `#RRGGBB`. */
  readonly colour: string;
}

/** A scale of milestones. */
export interface MilestoneScale {
  readonly type: MilestoneType;
  readonly metric: MetricKey;
  /** Fewer rounds reach no level. */
  readonly rounds: number;
  readonly levels: readonly Milestone[];
}

const level = (
  type: MilestoneType,
  threshold: number,
  emoji: string,
  title: string,
  colour: string,
): Milestone => ({ type, threshold, emoji, title, colour });

/** Milestones that are announced; badges beside names have scales of their own. */
export const MILESTONES: readonly MilestoneScale[] = [
  {
    type: "kills",
    metric: "kills",
    rounds: 0,
    levels: [
      level("kills", 100, "🎯", "First Blood Century", "#95A5A6"),
      level("kills", 500, "💥", "Killing Machine", "#3498DB"),
      level("kills", 1000, "💀", "Thousand Killer", "#9B59B6"),
      level("kills", 2500, "⚔️", "Elite Warrior", "#E74C3C"),
      level("kills", 5000, "☠️", "Death Incarnate", "#C0392B"),
      level("kills", 10_000, "👑", "Legendary Slayer", "#F39C12"),
    ],
  },
  {
    type: "games",
    metric: "games",
    rounds: 0,
    levels: [
      level("games", 10, "🎮", "Getting Started", "#95A5A6"),
      level("games", 50, "🎯", "Regular Player", "#3498DB"),
      level("games", 100, "🏆", "Dedicated Gamer", "#9B59B6"),
      level("games", 250, "⭐", "Community Veteran", "#E74C3C"),
      level("games", 500, "💎", "Hardcore Legend", "#F39C12"),
      level("games", 1000, "👑", "Ultimate Champion", "#F1C40F"),
    ],
  },
  {
    type: "kd",
    metric: "kd",
    rounds: 20,
    levels: [
      level("kd", 1, "⚖️", "Balanced Fighter", "#95A5A6"),
      level("kd", 1.5, "📈", "Above Average", "#3498DB"),
      level("kd", 2, "🔥", "Elite Killer", "#E74C3C"),
      level("kd", 3, "💯", "Unstoppable", "#F39C12"),
    ],
  },
];

/** Where a player stands on one scale. */
export interface MilestoneProgress extends Progress<Milestone> {
  readonly type: MilestoneType;
  /** `<guid>_<type>_<threshold>` of every level reached: what was announced once is not announced again. */
  readonly keys: readonly string[];
  /** What keeps the scale closed, such as `12 of 20 rounds`; null when it is open. */
  readonly closed: string | null;
}

/** Progress on all scales. A K/D can fall below a level again: the ledger of keys remembers. */
export function milestonesOf(guid: string, sums: MetricSums): MilestoneProgress[] {
  return MILESTONES.map(({ type, metric, rounds, levels }) => {
    const open = sums.rounds >= rounds;
    const value = metricValue(metric, sums);
    const progress = open ? progressOn(levels, value) : { ...progressOn(levels, 0), value };
    return {
      type,
      ...progress,
      keys: levels.slice(0, progress.rank).map(({ threshold }) => `${guid}_${type}_${threshold}`),
      closed: open ? null : `${sums.rounds} of ${rounds} rounds`,
    };
  });
}

/** Levels that `after` reaches and `before` did not, in the order of the scales. */
export function newMilestones(before: MetricSums, after: MetricSums): Milestone[] {
  return MILESTONES.flatMap(({ metric, rounds, levels }) => {
    const rankIn = (sums: MetricSums) =>
      sums.rounds >= rounds ? progressOn(levels, metricValue(metric, sums)).rank : 0;
    return levels.slice(rankIn(before), Math.max(rankIn(before), rankIn(after)));
  });
}

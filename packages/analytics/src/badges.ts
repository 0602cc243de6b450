import type { SumKey } from "./counters.ts";
import { evaluate, type Formula } from "./formula.ts";
import type { MetricSums } from "./metric.ts";
import { METRICS } from "./metrics.ts";
import { type Level, type Progress, progressOn } from "./thresholds.ts";

/** What a badge is for. */
export type BadgeCategory =
  | "kills"
  | "rounds"
  | "kd"
  | "revives"
  | "timesRevived"
  | "dynamitesPlanted"
  | "dynamitesDefused"
  | "objectives";

/** A scale of badges: the highest level reached stands beside the name. */
export interface BadgeScale {
  readonly category: BadgeCategory;
  readonly label: string;
  readonly formula: Formula<SumKey>;
  /** Fewer rounds earn no badge of this scale. */
  readonly rounds: number;
  readonly levels: readonly Level[];
}

const level = (threshold: number, emoji: string, title: string): Level => ({
  threshold,
  emoji,
  title,
});

/** All scales, in the order in which badges stand beside a name. */
export const BADGES: readonly BadgeScale[] = [
  {
    category: "kills",
    label: "Kills",
    formula: METRICS.kills.formula,
    rounds: 0,
    levels: [
      level(1000, "🎯", "Thousand Killer"),
      level(5000, "💀", "Death Incarnate"),
      level(10_000, "☠️", "Elite Slayer"),
      level(20_000, "👑", "Legendary God"),
    ],
  },
  {
    category: "rounds",
    label: "Rounds",
    formula: METRICS.games.formula,
    rounds: 0,
    levels: [
      level(50, "🎮", "Getting Started"),
      level(500, "🕹️", "Regular Player"),
      level(5000, "🏆", "Dedicated Gamer"),
      level(10_000, "⭐", "Community Veteran"),
      level(30_000, "💎", "Legendary Champion"),
    ],
  },
  {
    category: "kd",
    label: "K/D",
    formula: METRICS.kd.formula,
    rounds: 20,
    levels: [
      level(0, "⚰️", "Ground Zero"),
      level(1, "⚖️", "Balanced Fighter"),
      level(1.5, "📈", "Above Average"),
      level(2, "🔥", "Elite Killer"),
      level(2.5, "⚡", "Dominator"),
      level(3, "💯", "God Tier"),
    ],
  },
  {
    category: "revives",
    label: "Revives given",
    formula: METRICS.revives.formula,
    rounds: 0,
    levels: [
      level(100, "💉", "Field Medic"),
      level(500, "🏥", "Combat Surgeon"),
      level(5000, "⚕️", "Miracle Worker"),
    ],
  },
  {
    category: "timesRevived",
    label: "Times revived",
    formula: METRICS.timesRevived.formula,
    rounds: 0,
    levels: [
      level(100, "🔄", "Lucky One"),
      level(500, "♻️", "Frequent Visitor"),
      level(3000, "🔁", "Immortal"),
    ],
  },
  {
    category: "dynamitesPlanted",
    label: "Dynamites planted",
    formula: METRICS.dynamitesPlanted.formula,
    rounds: 0,
    levels: [
      level(50, "💣", "Demolitions Expert"),
      level(200, "🧨", "Explosive Artist"),
      level(1000, "💥", "Master Demolitionist"),
    ],
  },
  {
    category: "dynamitesDefused",
    label: "Dynamites defused",
    formula: METRICS.dynamitesDefused.formula,
    rounds: 0,
    levels: [
      level(50, "🛡️", "Bomb Squad"),
      level(200, "🔰", "Elite Defuser"),
      level(1000, "🏛️", "Fortress Guardian"),
    ],
  },
  {
    category: "objectives",
    label: "Objectives stolen and returned",
    formula: { of: ["objectivesStolen", "objectivesReturned"] },
    rounds: 0,
    levels: [
      level(25, "🚩", "Objective Hunter"),
      level(250, "🎖️", "Mission Specialist"),
      level(2500, "🏅", "Objective Master"),
    ],
  },
];

/** The sums that badges are made of. */
export const BADGE_SUMS: ReadonlySet<SumKey> = new Set<SumKey>([
  "rounds",
  ...BADGES.flatMap(({ formula: { of, less = [], per = [], perLess = [] } }) => [
    ...of,
    ...less,
    ...per,
    ...perLess,
  ]),
]);

/** Where a player stands on one scale. */
export interface BadgeProgress extends Progress<Level> {
  readonly category: BadgeCategory;
  readonly label: string;
}

/** A badge that stands beside a name. */
export interface EarnedBadge extends Level {
  readonly category: BadgeCategory;
}

/** Progress on every scale, over the sums of a career. */
export function badgeProgress(sums: MetricSums): BadgeProgress[] {
  return BADGES.map(({ category, label, formula, rounds, levels }) => {
    const value = evaluate(formula, sums);
    const open = sums.rounds >= rounds;
    const progress = open
      ? progressOn(levels, value)
      : { ...progressOn(levels, Number.NEGATIVE_INFINITY), value, progress: 0, missing: 0 };
    return { category, label, ...progress };
  });
}

/** The badges beside a name: one a scale, the highest reached. */
export function badgesOf(sums: MetricSums): EarnedBadge[] {
  return badgeProgress(sums).flatMap(({ category, reached }) =>
    reached ? [{ category, ...reached }] : [],
  );
}

/** The badges as text, in the order of the scales. */
export function badgeText(sums: MetricSums): string {
  return badgesOf(sums)
    .map(({ emoji }) => emoji)
    .join("");
}

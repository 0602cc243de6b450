import { compareText } from "./counted-round.ts";
import { METRICS, type MetricKey, metricValue } from "./metrics.ts";
import type { PlayerEntry } from "./players.ts";
import { mean, populationDeviation } from "./spread.ts";

/** One part of the performance score. */
export interface ScorePart {
  readonly metric: MetricKey;
  /** Weight of the deviation from the session's mean; below 0 it counts against the player. */
  readonly weight: number;
}

/** Slomix's own score: what it is made of is what is shown. */
export const SCORE_PARTS: readonly ScorePart[] = [
  { metric: "dpm", weight: 0.3 },
  { metric: "kd", weight: 0.2 },
  { metric: "usefulKillsPerRound", weight: 0.15 },
  { metric: "revivesPerRound", weight: 0.15 },
  { metric: "objectivesPerRound", weight: 0.1 },
  { metric: "deniedPerMinute", weight: 0.1 },
  { metric: "teamwork", weight: -0.05 },
];

/** A part with what it came to. */
export interface ScoredPart extends ScorePart {
  readonly label: string;
  readonly value: number;
  /** Deviations from the session's mean; 0 where everybody is equal. */
  readonly z: number;
  /** What it adds to the score. */
  readonly points: number;
}

/** A player's performance in a session: 100 is the session's average, 15 one deviation in all parts. */
export interface PerformanceScore {
  readonly guid: string;
  readonly name: string;
  readonly rounds: number;
  readonly score: number;
  readonly parts: readonly ScoredPart[];
}

/** Scores of a session. */
export interface PerformanceScores {
  /** Best first. */
  readonly scores: readonly PerformanceScore[];
  /** Played less than 40 % of the session's rounds: no score. */
  readonly tooFew: readonly {
    readonly guid: string;
    readonly name: string;
    readonly reason: string;
  }[];
}

const LEAST_SHARE = 0.4;
const AVERAGE = 100;
const DEVIATION = 15;

/**
 * Performance of a session's players, measured against each other.
 *
 * @param sessionRounds Rounds of the session that count.
 */
export function performanceScores(
  players: readonly PlayerEntry[],
  sessionRounds: number,
): PerformanceScores {
  const needed = Math.max(1, Math.ceil(LEAST_SHARE * sessionRounds));
  const taking = players.filter(({ sums }) => sums.rounds >= needed);
  const parts = SCORE_PARTS.map(({ metric, weight }) => {
    const values = taking.map(({ sums }) => metricValue(metric, sums));
    return { metric, weight, middle: mean(values), deviation: populationDeviation(values) };
  });
  return {
    scores: taking
      .map(({ guid, name, sums }): PerformanceScore => {
        const scored = parts.map(({ metric, weight, middle, deviation }): ScoredPart => {
          const value = metricValue(metric, sums);
          // Differences far below what can be shown are noise of adding up.
          const z =
            deviation > 1e-9 * Math.max(1, Math.abs(middle)) ? (value - middle) / deviation : 0;
          const { label } = METRICS[metric];
          return { metric, weight, label, value, z, points: DEVIATION * weight * z };
        });
        const points = scored.reduce((sum, part) => sum + part.points, 0);
        return { guid, name, rounds: sums.rounds, score: AVERAGE + points, parts: scored };
      })
      .sort((a, b) => b.score - a.score || compareText(a.guid, b.guid)),
    tooFew: players
      .filter(({ sums }) => sums.rounds < needed)
      .map(({ guid, name, sums }) => ({
        guid,
        name,
        reason: `${sums.rounds} of ${sessionRounds} rounds, ${needed} are needed`,
      })),
  };
}

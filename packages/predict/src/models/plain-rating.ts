import { logistic } from "../logistic.ts";
import type { Matchup } from "../played-match.ts";
import type { Model } from "./model.ts";
import { OpenskillRatings, USUAL_SCALE } from "./openskill-ratings.ts";

/**
 * Weng-Lin ratings as they come, nothing fitted: team = sum of its players, a missing player counts as
 * μ 25, P = logistic((μA − μB) / c) with c² = Σσ² + n β² over the n players.
 */
export function plainRatingModel(): Model {
  const ratings = new OpenskillRatings(USUAL_SCALE);
  const { mu, beta, tau } = USUAL_SCALE;
  const sum = (guids: readonly string[]) => {
    let above = 0;
    let variance = 0;
    for (const guid of [...guids].sort()) {
      const player = ratings.of(guid);
      above += player.mu - mu;
      variance += player.sigma ** 2 + tau ** 2;
    }
    return { above, variance };
  };
  return {
    features({ teamA, teamB }: Matchup) {
      const a = sum(teamA);
      const b = sum(teamB);
      const players = teamA.length + teamB.length;
      return [(a.above - b.above) / Math.sqrt(a.variance + b.variance + players * beta ** 2)];
    },
    probability: (features) => (features ? logistic(features[0] ?? 0) : 0.5),
    learn: (match) => ratings.learn(match),
    refit: () => {},
  };
}

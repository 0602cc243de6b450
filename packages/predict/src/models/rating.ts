import type { Matchup } from "../played-match.ts";
import { meanOver } from "./mean-over.ts";
import type { Model } from "./model.ts";
import { OpenskillRatings, type RatingScale, USUAL_SCALE } from "./openskill-ratings.ts";
import { Slopes } from "./slopes.ts";

/**
 * A newcomer is as unsure as one match is: the regulars of one server differ less than the world's
 * players, for whom the usual scale is made.
 */
export const CLUB_SCALE: RatingScale = { ...USUAL_SCALE, sigma: USUAL_SCALE.beta };

/** Difference of mean ratings, in units of a match's luck: luck grows with the root of the team size. */
export function ratingDifference(ratings: OpenskillRatings, { teamA, teamB }: Matchup): number {
  const { mu, beta } = ratings.scale;
  const above = (guid: string) => (ratings.of(guid).mu - mu) / beta;
  return (meanOver(teamA, above) - meanOver(teamB, above)) * rootOfSize({ teamA, teamB });
}

/** Root of the mean team size. */
export function rootOfSize({ teamA, teamB }: Matchup): number {
  return Math.sqrt((teamA.length + teamB.length) / 2);
}

/** Weng-Lin ratings on the club's scale, their slope fitted to the matches so far. */
export function ratingModel(): Model {
  const ratings = new OpenskillRatings(CLUB_SCALE);
  const slopes = new Slopes([{ mean: 1, precision: 1 }]);
  return {
    features: (matchup) => [ratingDifference(ratings, matchup)],
    probability: (features) => slopes.probability(features),
    learn(match, features) {
      slopes.add(match, features);
      ratings.learn(match);
    },
    refit: () => slopes.refit(),
  };
}

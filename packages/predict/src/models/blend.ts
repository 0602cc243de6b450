import type { Prior } from "../logistic.ts";
import type { Matchup } from "../played-match.ts";
import { INDICATORS, PlayerIndicators } from "./indicators.ts";
import { meanOver } from "./mean-over.ts";
import type { Model } from "./model.ts";
import { OpenskillRatings } from "./openskill-ratings.ts";
import { CLUB_SCALE, rootOfSize } from "./rating.ts";
import { Slopes } from "./slopes.ts";

/**
 * What a player's strength is made of: the indicators, then the rating. A priori all count, the
 * indicators alike; a hundred matches are enough to tell otherwise.
 */
const STRENGTH: readonly Prior[] = [
  ...INDICATORS.map(() => ({ mean: 0.7, precision: 3 })),
  { mean: 0.5, precision: 10 },
];

/** Being more: 6 against 5 is worth 0.36 log odds (59 %) until matches tell otherwise. */
const SIZE: Prior = { mean: 2, precision: 1 };

/** The blend, and what it holds of each player. */
export interface BlendModel extends Model {
  /** Log odds that a player adds to a duel with an average one; 0 for a newcomer. */
  strength(guid: string): number;
}

/**
 * Results and numbers in one: how players aim, kill and damage, and what their teams won (Weng-Lin
 * ratings), weighted by a logistic regression that is fitted anew before each session. A match's log odds
 * are the difference of mean strengths × the root of the team size, as luck grows with that root.
 */
export function blendModel(): BlendModel {
  const indicators = new PlayerIndicators();
  const ratings = new OpenskillRatings(CLUB_SCALE);
  const slopes = new Slopes([...STRENGTH, SIZE]);
  const parts = (guid: string) => [
    ...indicators.of(guid),
    (ratings.of(guid).mu - CLUB_SCALE.mu) / CLUB_SCALE.beta,
  ];
  return {
    features(matchup: Matchup) {
      const { teamA, teamB } = matchup;
      const known = new Map([...teamA, ...teamB].map((guid) => [guid, parts(guid)]));
      const root = rootOfSize(matchup);
      const mean = (guids: readonly string[], k: number) =>
        meanOver(guids, (guid) => known.get(guid)?.[k] ?? 0);
      return [
        ...STRENGTH.map((_, k) => (mean(teamA, k) - mean(teamB, k)) * root),
        Math.log(teamA.length) - Math.log(teamB.length),
      ];
    },
    probability: (features) => slopes.probability(features),
    learn(match, features) {
      slopes.add(match, features);
      indicators.learn(match);
      ratings.learn(match);
    },
    refit: () => slopes.refit(),
    strength(guid) {
      const weights = slopes.fitted ?? STRENGTH.map(({ mean }) => mean);
      return parts(guid).reduce((sum, part, k) => sum + part * (weights[k] ?? 0), 0);
    },
  };
}

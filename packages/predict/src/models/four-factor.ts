import { Evenings } from "../factors/evenings.ts";
import { fourFactors } from "../factors/four-factors.ts";
import { clampChance, START_STEEPNESS, weighFactors } from "../factors/weigh-factors.ts";
import { logistic } from "../logistic.ts";
import type { Model } from "./model.ts";
import { Slopes } from "./slopes.ts";

/**
 * Head-to-head, form, map and substitutions, weighed and put through a logistic whose steepness is
 * fitted to the predictions graded so far.
 */
export function fourFactorModel(): Model {
  const evenings = new Evenings();
  const steepness = new Slopes([{ mean: START_STEEPNESS, precision: 1 / START_STEEPNESS ** 2 }]);
  return {
    features(matchup, asOfMs) {
      const { score } = weighFactors(fourFactors(evenings, matchup, asOfMs));
      return score === null ? null : [score - 0.5];
    },
    probability(features) {
      if (!features) return 0.5;
      const [k = START_STEEPNESS] = steepness.fitted ?? [];
      return clampChance(logistic(k * (features[0] ?? 0)));
    },
    learn(match, features) {
      steepness.add(match, features);
      evenings.learn(match);
    },
    refit: () => steepness.refit(),
  };
}

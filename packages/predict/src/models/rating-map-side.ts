import { dot, fitLogistic, logistic, type Row } from "../logistic.ts";
import { decisiveOutcome, type Team } from "../played-match.ts";
import type { Model } from "./model.ts";
import { OpenskillRatings } from "./openskill-ratings.ts";
import { CLUB_SCALE, ratingDifference } from "./rating.ts";
import { FEWEST_MATCHES } from "./slopes.ts";

/** A map is worth about ±0.2 log odds to who attacks first, before it was played. */
const EFFECT = { mean: 0, precision: 20 };

/**
 * The rating model with an advantage for who attacks first, overall and on each map. It is here to be
 * measured: as long as it does worse than `rating`, maps and sides have no place in the default.
 */
export function ratingMapSideModel(): Model {
  const ratings = new OpenskillRatings(CLUB_SCALE);
  // 0: rating, 1: attacks first, 2 …: attacks first on a map.
  const columns = new Map<string, number>();
  const rows: Row[] = [];
  let fitted: readonly number[] | null = null;
  return {
    features(matchup) {
      const map = matchup.map?.toLowerCase();
      if (map && !columns.has(map)) columns.set(map, columns.size + 2);
      const column = map === undefined ? undefined : columns.get(map);
      const first = attackFirst(matchup.firstAttackers);
      const features = [ratingDifference(ratings, matchup), first];
      if (column !== undefined) features[column] = first;
      return Array.from(features, (value) => value ?? 0);
    },
    probability: (features) => (features && fitted ? logistic(dot(features, fitted)) : 0.5),
    learn(match, features) {
      const y = decisiveOutcome(match);
      if (features && y !== null) rows.push({ x: features, y });
      ratings.learn(match);
    },
    refit() {
      if (rows.length < FEWEST_MATCHES) return;
      const priors = [{ mean: 1, precision: 1 }, EFFECT, ...[...columns].map(() => EFFECT)];
      fitted = fitLogistic(rows, priors);
    },
  };
}

function attackFirst(team: Team | null | undefined): 1 | 0 | -1 {
  if (!team) return 0;
  return team === "A" ? 1 : -1;
}

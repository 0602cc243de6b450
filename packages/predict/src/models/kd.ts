import { FLAT } from "../logistic.ts";
import type { Matchup, PlayedMatch } from "../played-match.ts";
import { meanOver } from "./mean-over.ts";
import type { Model } from "./model.ts";
import { Slopes } from "./slopes.ts";

/** Everybody starts with so many kills and as many deaths: a newcomer has K/D 1. */
const HEAD_START = 20;

/**
 * The better mean K/D wins: logistic of b × the difference of the teams' mean
 * (kills + 20) / (deaths + 20), b by maximum likelihood before each session.
 */
export function kdModel(): Model {
  const totals = new Map<string, { kills: number; deaths: number }>();
  const slopes = new Slopes([FLAT]);
  const kd = (guid: string) => {
    const { kills, deaths } = totals.get(guid) ?? { kills: 0, deaths: 0 };
    return (kills + HEAD_START) / (deaths + HEAD_START);
  };
  return {
    features: ({ teamA, teamB }: Matchup) => [meanOver(teamA, kd) - meanOver(teamB, kd)],
    probability: (features) => slopes.probability(features),
    learn(match: PlayedMatch, features) {
      slopes.add(match, features);
      for (const { guid, kills, deaths } of match.players) {
        const total = totals.get(guid) ?? { kills: 0, deaths: 0 };
        totals.set(guid, { kills: total.kills + kills, deaths: total.deaths + deaths });
      }
    },
    refit: () => slopes.refit(),
  };
}

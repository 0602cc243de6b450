import { Experience } from "./experience.ts";
import { knownAt } from "./history.ts";
import { blendModel } from "./models/blend.ts";
import type { PlayedMatch } from "./played-match.ts";
import { Replay } from "./replay.ts";

/** How good a player is. */
export interface PlayerRating {
  readonly guid: string;
  /** 1000 for the average and for newcomers, 200 a unit of strength; never below 0. */
  readonly rating: number;
  /** Log odds that the player adds to a duel with an average one. */
  readonly strength: number;
  readonly matches: number;
}

const AVERAGE = 1000;
const POINTS = 200;

/**
 * Everybody who had played by `asOfMs` (unix ms), best first: the strengths that the blend predicts
 * with, on a scale for fair teams.
 */
export function ratePlayers(history: readonly PlayedMatch[], asOfMs: number): PlayerRating[] {
  const model = blendModel();
  const replay = new Replay([model]);
  const experience = new Experience();
  const players = new Set<string>();
  for (const match of knownAt(history, asOfMs)) {
    replay.learnUntil(match.startMs);
    replay.begin(match);
    experience.learn(match);
    for (const guid of [...match.teamA, ...match.teamB]) players.add(guid);
    for (const { guid } of match.players) players.add(guid);
  }
  replay.learnUntil(asOfMs);
  replay.refit();
  return [...players]
    .map((guid) => {
      const strength = model.strength(guid);
      const rating = Math.max(0, AVERAGE + POINTS * strength);
      return { guid, rating, strength, matches: experience.of(guid) };
    })
    .sort((a, b) => b.strength - a.strength || (a.guid < b.guid ? -1 : 1));
}

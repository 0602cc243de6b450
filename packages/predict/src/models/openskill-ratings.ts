import { type Rating, rate, rating } from "openskill";
import { bradleyTerryFull } from "openskill/models";
import { isPlayable, type PlayedMatch } from "../played-match.ts";

/** The scale of the ratings. All in rating points. */
export interface RatingScale {
  readonly mu: number;
  /** How unsure a newcomer's rating is. */
  readonly sigma: number;
  /** How much luck there is in one player's match. */
  readonly beta: number;
  /** How much a player may change from one match to the next. */
  readonly tau: number;
}

/** The scale that Weng and Lin's ratings are usually given on. */
export const USUAL_SCALE: RatingScale = { mu: 25, sigma: 25 / 3, beta: 25 / 6, tau: 25 / 300 };

/** Ratings of players (Weng-Lin, Bradley-Terry), brought up to date match by match. */
export class OpenskillRatings {
  readonly scale: RatingScale;
  readonly #ratings = new Map<string, Rating>();

  constructor(scale: RatingScale) {
    this.scale = scale;
  }

  of(guid: string): Rating {
    return this.#ratings.get(guid) ?? rating({ mu: this.scale.mu, sigma: this.scale.sigma });
  }

  /** A draw pulls both teams together; no verdict changes nothing. A missing player counts as an average one. */
  learn(match: PlayedMatch): void {
    if (match.winner === null || !isPlayable(match)) return;
    const teams = [[...match.teamA].sort(), [...match.teamB].sort()];
    const size = Math.max(...teams.map((team) => team.length));
    const { mu, sigma, beta, tau } = this.scale;
    const padded = teams.map((team) => [
      ...team.map((guid) => this.of(guid)),
      ...Array.from({ length: size - team.length }, () => ({ mu, sigma: 0 })),
    ]);
    const rank = match.winner === "draw" ? [1, 1] : match.winner === "A" ? [1, 2] : [2, 1];
    const rated = rate(padded, { model: bradleyTerryFull, rank, mu, sigma, beta, tau });
    teams.forEach((team, t) => {
      team.forEach((guid, i) => {
        const next = rated[t]?.[i];
        if (next) this.#ratings.set(guid, next);
      });
    });
  }
}

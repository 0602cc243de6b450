import type { PlayedMatch, PlayerMatch } from "../played-match.ts";

/** A ratio that tells good players from others, over all matches of a player. */
export interface Indicator {
  readonly key: "accuracy" | "killsPerDeath" | "damage";
  /** Pseudo-counts of the average player that everybody starts with, in units of the denominator. */
  readonly headStart: number;
  /** Numerator and denominator of one player in one match. */
  readonly parts: (player: PlayerMatch, match: MatchTotals) => readonly [number, number];
}

/** Damage and playing time (s) of all players of a match. */
export interface MatchTotals {
  readonly damageGiven: number;
  readonly seconds: number;
}

/**
 * About one match's worth of the average player each. Damage is measured against what an average player
 * of the same match would have done in the same time, so that maps and team sizes cancel out.
 */
export const INDICATORS: readonly Indicator[] = [
  {
    key: "accuracy",
    headStart: 800,
    parts: ({ hits, shots }) => [hits, shots],
  },
  {
    key: "killsPerDeath",
    headStart: 20,
    parts: ({ kills, deaths }) => [kills, deaths],
  },
  {
    key: "damage",
    headStart: 3000,
    parts: ({ damageGiven, seconds }, match) => [
      damageGiven,
      match.seconds > 0 ? (match.damageGiven * seconds) / match.seconds : 0,
    ],
  },
];

/** Below this log ratio differences are small, above they are large: about two spreads of a club's players. */
const UNIT = 0.3;

/** Sums of the indicators, by player and over everybody. */
export class PlayerIndicators {
  readonly #players = new Map<string, number[]>();
  readonly #everybody = new Array<number>(2 * INDICATORS.length).fill(0);

  /** The player against the average, a logarithm for each indicator; 0 for a newcomer. */
  of(guid: string): number[] {
    const sums = this.#players.get(guid);
    return INDICATORS.map(({ headStart }, k) => {
      const numerator = this.#everybody[2 * k] ?? 0;
      const denominator = this.#everybody[2 * k + 1] ?? 0;
      if (!sums || numerator <= 0 || denominator <= 0) return 0;
      const average = numerator / denominator;
      const own = ((sums[2 * k] ?? 0) + average * headStart) / ((sums[2 * k + 1] ?? 0) + headStart);
      return Math.log(own / average) / UNIT;
    });
  }

  learn({ players }: PlayedMatch): void {
    const totals = { damageGiven: 0, seconds: 0 };
    for (const { damageGiven, seconds } of players) {
      totals.damageGiven += damageGiven;
      totals.seconds += seconds;
    }
    for (const player of [...players].sort((a, b) => (a.guid < b.guid ? -1 : 1))) {
      const sums = this.#players.get(player.guid) ?? this.#everybody.map(() => 0);
      INDICATORS.forEach(({ parts }, k) => {
        parts(player, totals).forEach((part, side) => {
          sums[2 * k + side] = (sums[2 * k + side] ?? 0) + part;
          this.#everybody[2 * k + side] = (this.#everybody[2 * k + side] ?? 0) + part;
        });
      });
      this.#players.set(player.guid, sums);
    }
  }
}

import { BADGES, type BadgeCategory } from "./badges.ts";
import { compareText } from "./counted-round.ts";
import { evaluate } from "./formula.ts";
import type { PlayerEntry } from "./players.ts";
import { type Level, progressOn } from "./thresholds.ts";

/** A badge, and how many have come to it. */
export interface HeldBadge extends Level {
  /** Players who have reached it, those who went on to a higher one among them. */
  readonly reached: number;
  /** Players whose highest it is: it stands beside their names. */
  readonly holders: number;
}

/** Somebody who leads a scale of badges. */
export interface BadgeLeader {
  readonly guid: string;
  readonly name: string;
  readonly value: number;
  /** The badge that he holds. */
  readonly title: string;
}

/** A scale of badges, and who has come how far on it. */
export interface BadgeStanding {
  readonly category: BadgeCategory;
  readonly label: string;
  /** Fewer rounds earn no badge of this scale. */
  readonly rounds: number;
  /** Lowest first. */
  readonly levels: readonly HeldBadge[];
  /** Who has come furthest, at most three; nobody without a badge. */
  readonly leaders: readonly BadgeLeader[];
}

const LEADERS = 3;

/** Every scale of badges with its holders, over the sums of careers in any order. */
export function badgeStandings(players: readonly PlayerEntry[]): BadgeStanding[] {
  return BADGES.map(({ category, label, formula, rounds, levels }) => {
    const ranked = players
      .filter(({ sums }) => sums.rounds >= rounds)
      .map(({ guid, name, sums }) => {
        const value = evaluate(formula, sums);
        return { guid, name, played: sums.rounds, ...progressOn(levels, value) };
      })
      .filter(({ reached }) => reached !== null)
      .sort((a, b) => b.value - a.value || b.played - a.played || compareText(a.guid, b.guid));
    return {
      category,
      label,
      rounds,
      levels: levels.map((level, i) => ({
        ...level,
        reached: ranked.filter(({ rank }) => rank > i).length,
        holders: ranked.filter(({ rank }) => rank === i + 1).length,
      })),
      leaders: ranked.slice(0, LEADERS).map(({ guid, name, value, reached }) => ({
        guid,
        name,
        value,
        title: reached?.title ?? "",
      })),
    };
  });
}

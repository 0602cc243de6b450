import { compareText, countedRows } from "./counted-round.ts";
import { endFor, isDecisive, letterOf, type MatchRow, rowsByMatch } from "./match-row.ts";
import { metricValue } from "./metrics.ts";
import type { PlayerRow } from "./player-row.ts";
import { emptySums, sumRows } from "./player-sums.ts";

/** What makes up the synergy of two players. Win rates are shares, 0 to 1. */
export interface SynergyParts {
  readonly winsTogether: number;
  /** Of each in matches where the other was not a mate. */
  readonly winsSoloA: number;
  readonly winsSoloB: number;
  /** K/D together against K/D without the other, percent. */
  readonly boostA: number;
  readonly boostB: number;
  /** Rounds on the same side. */
  readonly rounds: number;
}

/** How much better two players do on one side than apart. */
export interface Synergy {
  /** Win rate together less the mean of both without each other. */
  readonly winBoost: number;
  /** Mean of both boosts, percent. */
  readonly performanceBoost: number;
  readonly score: number;
  readonly label: "Excellent" | "Good" | "Positive" | "Neutral" | "Poor";
  /** 0 to 1, full from 50 rounds. */
  readonly confidence: number;
}

/** The synergy of a pair; the smaller GUID is `a`. */
export interface PairSynergy extends Synergy {
  readonly a: string;
  readonly b: string;
  readonly parts: SynergyParts;
}

const ROUNDS = 10;
const FULL_ROUNDS = 50;

/** Synergy from its parts. */
export function synergyOf(parts: SynergyParts): Synergy {
  const winBoost = parts.winsTogether - (parts.winsSoloA + parts.winsSoloB) / 2;
  const performanceBoost = (parts.boostA + parts.boostB) / 2;
  const score = 0.6 * winBoost + (0.4 * performanceBoost) / 100;
  return {
    winBoost,
    performanceBoost,
    score,
    label:
      score > 0.15
        ? "Excellent"
        : score > 0.08
          ? "Good"
          : score > 0.03
            ? "Positive"
            : score > -0.03
              ? "Neutral"
              : "Poor",
    confidence: Math.min(Math.max(0, parts.rounds) / FULL_ROUNDS, 1),
  };
}

/** A player's matches of one kind: with somebody, or all of them. */
export interface SynergyTotals {
  readonly matches: number;
  readonly wins: number;
  /** The player's own, in those matches. */
  readonly rounds: number;
  readonly kills: number;
  readonly deaths: number;
}

/** What a pair's synergy is made of: each player's matches with the other, and all of his. */
export interface PairTotals {
  readonly togetherA: SynergyTotals;
  readonly togetherB: SynergyTotals;
  readonly allA: SynergyTotals;
  readonly allB: SynergyTotals;
}

/** The synergy of a pair from totals that were kept; null with fewer than ten rounds on one side. */
export function pairSynergy(a: string, b: string, totals: PairTotals): PairSynergy | null {
  const { togetherA, togetherB } = totals;
  const rounds = Math.min(togetherA.rounds, togetherB.rounds);
  if (rounds < ROUNDS) return null;
  const winsTogether = winShare(togetherA);
  const soloA = less(totals.allA, togetherA);
  const soloB = less(totals.allB, togetherB);
  const parts: SynergyParts = {
    winsTogether,
    // Who never played without the other is measured against nothing: no boost.
    winsSoloA: soloA.rounds > 0 ? winShare(soloA) : winsTogether,
    winsSoloB: soloB.rounds > 0 ? winShare(soloB) : winsTogether,
    boostA: boost(togetherA, soloA),
    boostB: boost(togetherB, soloB),
    rounds,
  };
  return { a, b, parts, ...synergyOf(parts) };
}

/** Every pair with ten rounds on the same side, by GUIDs. Shown, never used to make teams. */
export function synergies(matches: readonly MatchRow[], rows: readonly PlayerRow[]): PairSynergy[] {
  const counted = matches.filter(isDecisive);
  const byMatch = rowsByMatch(countedRows(rows));
  const own = new Map<string, Map<MatchRow, SynergyTotals>>();
  for (const match of counted) {
    for (const guid of [...match.lineUpA, ...match.lineUpB]) {
      const played = (byMatch.get(match.matchId) ?? []).filter((row) => row.guid === guid);
      const { rounds, kills, deaths } = sumRows(played);
      const won = endFor(match, letterOf(match, guid) ?? "A") === "win";
      const tallies = own.get(guid) ?? new Map<MatchRow, SynergyTotals>();
      own.set(guid, tallies.set(match, { matches: 1, wins: won ? 1 : 0, rounds, kills, deaths }));
    }
  }
  const total = (guid: string, wanted: (match: MatchRow) => boolean): SynergyTotals => {
    const all = { matches: 0, wins: 0, rounds: 0, kills: 0, deaths: 0 };
    for (const [match, one] of own.get(guid) ?? []) {
      if (!wanted(match)) continue;
      for (const key of TOTAL_KEYS) all[key] += one[key];
    }
    return all;
  };
  const guids = [...own.keys()].sort(compareText);
  return guids.flatMap((a, i) =>
    guids.slice(i + 1).flatMap((b) => {
      const isMate = (match: MatchRow) => {
        const letter = letterOf(match, a);
        return letter !== null && letter === letterOf(match, b);
      };
      const pair = pairSynergy(a, b, {
        togetherA: total(a, isMate),
        togetherB: total(b, isMate),
        allA: total(a, () => true),
        allB: total(b, () => true),
      });
      return pair ? [pair] : [];
    }),
  );
}

const NOTHING = emptySums();
const TOTAL_KEYS = ["matches", "wins", "rounds", "kills", "deaths"] as const;

function less(all: SynergyTotals, part: SynergyTotals): SynergyTotals {
  const rest = { ...all } as Record<(typeof TOTAL_KEYS)[number], number>;
  for (const key of TOTAL_KEYS) rest[key] -= part[key];
  return rest;
}

function winShare({ matches, wins }: SynergyTotals): number {
  return matches > 0 ? wins / matches : 0;
}

function kdOf(totals: SynergyTotals): number {
  const { rounds, kills, deaths } = totals;
  return metricValue("kd", { ...NOTHING, rounds, kills, deaths });
}

function boost(together: SynergyTotals, solo: SynergyTotals): number {
  const usual = kdOf(solo);
  return usual > 0 ? ((kdOf(together) - usual) / usual) * 100 : 0;
}

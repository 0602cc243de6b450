import { compareText, countedRows } from "./counted-round.ts";
import { endFor, isDecisive, letterOf, type MatchRow, recordOf, rowsByMatch } from "./match-row.ts";
import { metricValue } from "./metrics.ts";
import type { PlayerRow } from "./player-row.ts";
import { emptySums, type PlayerSums, sumRows } from "./player-sums.ts";

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

/** Every pair with ten rounds on the same side, by GUIDs. Shown, never used to make teams. */
export function synergies(matches: readonly MatchRow[], rows: readonly PlayerRow[]): PairSynergy[] {
  const counted = matches.filter(isDecisive);
  const byMatch = rowsByMatch(countedRows(rows));
  const own = new Map<string, Map<MatchRow, Tally>>();
  for (const match of counted) {
    for (const guid of [...match.lineUpA, ...match.lineUpB]) {
      const played = (byMatch.get(match.matchId) ?? []).filter((row) => row.guid === guid);
      const tallies = own.get(guid) ?? new Map<MatchRow, Tally>();
      own.set(guid, tallies.set(match, sumRows(played)));
    }
  }
  const matchesOf = (guid: string) => [...(own.get(guid)?.keys() ?? [])];
  const part = (guid: string, chosen: readonly MatchRow[]): Part => {
    const all = { rounds: 0, kills: 0, deaths: 0 };
    const tallies = own.get(guid);
    for (const match of chosen) {
      const one = tallies?.get(match);
      all.rounds += one?.rounds ?? 0;
      all.kills += one?.kills ?? 0;
      all.deaths += one?.deaths ?? 0;
    }
    const ends = chosen.map((match) => endFor(match, letterOf(match, guid) ?? "A"));
    return {
      wins: recordOf(ends).winRate / 100,
      kd: metricValue("kd", { ...emptySums(), ...all }),
      rounds: all.rounds,
    };
  };
  const guids = [...own.keys()].sort(compareText);
  return guids.flatMap((a, i) =>
    guids.slice(i + 1).flatMap((b) => {
      const isMate = (match: MatchRow) => {
        const letter = letterOf(match, a);
        return letter !== null && letter === letterOf(match, b);
      };
      const together = matchesOf(a).filter(isMate);
      const [withB, withA] = [part(a, together), part(b, together)];
      const rounds = Math.min(withB.rounds, withA.rounds);
      if (rounds < ROUNDS) return [];
      const soloA = part(
        a,
        matchesOf(a).filter((match) => !isMate(match)),
      );
      const soloB = part(
        b,
        matchesOf(b).filter((match) => !isMate(match)),
      );
      const parts: SynergyParts = {
        winsTogether: withB.wins,
        // Who never played without the other is measured against nothing: no boost.
        winsSoloA: soloA.rounds > 0 ? soloA.wins : withB.wins,
        winsSoloB: soloB.rounds > 0 ? soloB.wins : withB.wins,
        boostA: boost(withB, soloA),
        boostB: boost(withA, soloB),
        rounds,
      };
      return [{ a, b, parts, ...synergyOf(parts) }];
    }),
  );
}

type Tally = Pick<PlayerSums, "rounds" | "kills" | "deaths">;

interface Part {
  readonly wins: number;
  readonly kd: number;
  readonly rounds: number;
}

function boost(together: Part, solo: Part): number {
  return solo.kd > 0 ? ((together.kd - solo.kd) / solo.kd) * 100 : 0;
}

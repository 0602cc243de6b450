import type { JudgedRound } from "./judged-round.ts";
import { mapKey } from "./map-key.ts";
import { type MapScore, scoreMap } from "./map-score.ts";
import type { SurrenderRule } from "./settings.ts";

/** One map that was played, or begun, in a session. */
export interface MapPlay {
  readonly map: string;
  readonly matchId: string;
  readonly round1: JudgedRound | null;
  readonly round2: JudgedRound | null;
  readonly score: MapScore;
}

/**
 * The maps of a session in the order in which they began: pairs; a Round 1 without a Round 2, which is
 * `aborted` when an aborted file of its map follows at once; a Round 2 without a Round 1. Replaced
 * Round 1s are no match, and an aborted file alone is none.
 *
 * @param rounds The session's rounds with humans, by end; aborted ones included.
 */
export function findPlays(
  rounds: readonly JudgedRound[],
  restarts: ReadonlyMap<string, unknown>,
  surrender: SurrenderRule,
): MapPlay[] {
  const here = new Map(rounds.map((round) => [round.key, round]));
  const partnerOf = (round: JudgedRound) => (round.partner && here.get(round.partner.key)) ?? null;
  const plays: MapPlay[] = [];
  rounds.forEach((round, index) => {
    if (round.round.state === "aborted" || restarts.has(round.key)) return;
    const partner = partnerOf(round);
    // A stand-in beside a round that counts for nothing stands for nothing.
    if (round.round.file === null && !partner) return;
    if (round.round.number === 1) {
      const next = rounds[index + 1];
      const aborted =
        !partner &&
        next?.round.state === "aborted" &&
        mapKey(next.round.map) === mapKey(round.round.map);
      const facts2 = aborted ? "aborted" : (partner?.facts ?? null);
      plays.push(play(round, partner, scoreMap(round.facts, facts2, surrender)));
    } else if (!partner || restarts.has(partner.key)) {
      plays.push(play(null, round, scoreMap(null, round.facts, surrender)));
    }
  });
  return plays;
}

function play(round1: JudgedRound | null, round2: JudgedRound | null, score: MapScore): MapPlay {
  const first = (round1 ?? round2)?.round;
  return { map: first?.map ?? "", matchId: first?.matchId ?? "", round1, round2, score };
}

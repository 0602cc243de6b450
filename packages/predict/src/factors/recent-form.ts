import { meanOver } from "../models/mean-over.ts";
import type { Matchup } from "../played-match.ts";
import type { Evenings } from "./evenings.ts";
import { bySample, type Factor, unavailable } from "./factor.ts";

const SESSIONS = 5;
const PSEUDO_GAMES = 4;
const FEWEST = 5;

/**
 * How the players' last five sessions went: each one's share of won maps, drawn to one half by four
 * pseudo-games; the mean of each team; and from these two the chance that one beats the other
 * (both beat half of the others: even).
 */
export function recentForm(evenings: Evenings, { teamA, teamB }: Matchup): Factor {
  const a = teamForm(evenings, teamA);
  const b = teamForm(evenings, teamB);
  const details = { shareA: a.share, shareB: b.share, gamesA: a.games, gamesB: b.games };
  if (a.games === 0 || b.games === 0 || a.games + b.games < FEWEST) {
    return unavailable("form", "Too few decided maps in the players' last five sessions.", details);
  }
  const odds = a.share * (1 - b.share);
  const against = b.share * (1 - a.share);
  const perPlayer = Math.min(a.games / teamA.length, b.games / teamB.length);
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return {
    key: "form",
    score: odds / (odds + against),
    available: true,
    confidence: bySample(perPlayer, { high: 20, medium: 8 }),
    text: `In their last five sessions team A's players won ${percent(a.share)} of their maps, team B's ${percent(b.share)}.`,
    details,
  };
}

function teamForm(evenings: Evenings, guids: readonly string[]): { share: number; games: number } {
  let games = 0;
  const share = meanOver(guids, (guid) => {
    let wins = 0;
    let matches = 0;
    for (const { played } of evenings.of(guid).slice(0, SESSIONS)) {
      const record = played.get(guid);
      wins += record?.wins ?? 0;
      matches += record?.matches ?? 0;
    }
    games += matches;
    return (wins + PSEUDO_GAMES / 2) / (matches + PSEUDO_GAMES);
  });
  return { share, games };
}

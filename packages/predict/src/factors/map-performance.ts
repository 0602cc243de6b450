import { meanOver } from "../models/mean-over.ts";
import type { Matchup } from "../played-match.ts";
import type { Evenings } from "./evenings.ts";
import { bySample, type Factor, unavailable } from "./factor.ts";
import { shareOfDamage } from "./share-of-damage.ts";

/**
 * Who does more damage on this map: the mean over a team's players of their damage a minute there, all
 * time; players who never played it are left out. The score is A's share of both means.
 */
export function mapPerformance(evenings: Evenings, matchup: Matchup): Factor {
  const { map, teamA, teamB } = matchup;
  if (!map) return unavailable("map", "The map is not known yet.");
  const a = teamOnMap(evenings, teamA, map);
  const b = teamOnMap(evenings, teamB, map);
  const details = { dpmA: a.dpm, dpmB: b.dpm, matchesA: a.matches, matchesB: b.matches };
  if (a.matches === 0 || b.matches === 0 || a.dpm + b.dpm < 1) {
    return unavailable("map", `Not enough was played on ${map}.`, details);
  }
  const perPlayer = Math.min(a.matches / teamA.length, b.matches / teamB.length);
  return {
    key: "map",
    score: shareOfDamage(a.dpm, b.dpm),
    available: true,
    confidence: bySample(perPlayer, { high: 20, medium: 8 }),
    text: `On ${map} team A's players do ${Math.round(a.dpm)} damage a minute, team B's ${Math.round(b.dpm)}.`,
    details,
  };
}

function teamOnMap(
  evenings: Evenings,
  guids: readonly string[],
  map: string,
): { dpm: number; matches: number } {
  const known = guids.filter((guid) => evenings.onMap(guid, map).seconds > 0);
  const dpm = meanOver(known, (guid) => {
    const { damage, seconds } = evenings.onMap(guid, map);
    return (damage * 60) / seconds;
  });
  return { dpm, matches: known.reduce((sum, guid) => sum + evenings.onMap(guid, map).matches, 0) };
}

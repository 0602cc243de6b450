import type { SessionReport } from "../api/report.ts";
import { figure } from "../format/numbers.ts";
import { shortMap } from "./short-map.ts";
import { teamName } from "./teams.ts";

/** Damage of both teams in one round, HP a minute and player. */
export interface PacePoint {
  readonly label: string;
  readonly map: string;
  readonly round: 1 | 2;
  readonly a: number | null;
  readonly b: number | null;
}

/** The rounds of a session that have numbers, in the order of play. */
export function pacePoints(report: SessionReport): PacePoint[] {
  return report.matches.flatMap((match) =>
    match.rounds
      .filter(({ valid, dpmA, dpmB }) => valid && (dpmA !== null || dpmB !== null))
      .map(({ round, dpmA, dpmB }) => ({
        label: `${shortMap(match.map)} R${round}`,
        map: match.map,
        round,
        a: dpmA,
        b: dpmB,
      })),
  );
}

/** What the chart shows: who did more damage how often, and where the peak is. */
export function paceSentence(report: SessionReport, points: readonly PacePoint[]): string {
  const both = points.filter(({ a, b }) => a !== null && b !== null);
  if (both.length === 0) return "No round has numbers of both teams.";
  const aMore = both.filter(({ a, b }) => (a ?? 0) > (b ?? 0)).length;
  const more = aMore * 2 >= both.length ? "A" : "B";
  const count = more === "A" ? aMore : both.length - aMore;
  const { teamA, teamB } = report.score;
  const won = more === "A" ? teamA > teamB : teamB > teamA;
  const ending = teamA === teamB ? "" : won ? " and won" : " and still lost";
  const peak = both
    .flatMap((point) => [
      { point, slot: "A" as const, value: point.a ?? 0 },
      { point, slot: "B" as const, value: point.b ?? 0 },
    ])
    .reduce((x, y) => (y.value > x.value ? y : x));
  const name = (slot: "A" | "B") => teamName(report.teamNames, slot);
  return `${name(more)} did more damage in ${count} of ${both.length} rounds${ending}. The peak is ${name(peak.slot)} on ${peak.point.map}, round ${peak.point.round}: ${figure(peak.value)} HP a minute and player.`;
}

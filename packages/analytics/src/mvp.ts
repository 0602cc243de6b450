import type { TeamLetter } from "@slomix/stopwatch";
import { compareText } from "./counted-round.ts";
import type { MetricSums } from "./metric.ts";
import { type MetricKey, metricValue } from "./metrics.ts";
import type { PlayerRow } from "./player-row.ts";
import { sumRows } from "./player-sums.ts";
import type { PlayerEntry } from "./players.ts";

/** A team's most valuable player of a session: most kills. */
export interface TeamMvp {
  readonly team: TeamLetter;
  readonly guid: string;
  readonly name: string;
  readonly kills: number;
  readonly shown: Readonly<Partial<Record<MetricKey, number>>>;
}

const SHOWN: readonly MetricKey[] = ["kd", "dpm", "revives", "gibs"];

/** MVPs of both teams by kills, then damage, then GUID; a team without a kill has none. */
export function teamMvps(
  players: readonly PlayerEntry[],
  rosters: readonly { readonly letter: TeamLetter; readonly guids: readonly string[] }[],
): TeamMvp[] {
  return rosters.flatMap(({ letter, guids }) => {
    const [first] = players
      .filter(({ guid, sums }) => guids.includes(guid) && sums.kills > 0)
      .sort(
        (a, b) =>
          b.sums.kills - a.sums.kills ||
          b.sums.damageGiven - a.sums.damageGiven ||
          compareText(a.guid, b.guid),
      );
    if (!first) return [];
    const { guid, name, sums } = first;
    const shown = Object.fromEntries(SHOWN.map((key) => [key, metricValue(key, sums)]));
    return [{ team: letter, guid, name, kills: sums.kills, shown }];
  });
}

/** The value that a round's MVP has most of: 10 × K/D + efficiency + damage ÷ 100. */
export function roundMvpScore(sums: MetricSums): number {
  return 10 * metricValue("kd", sums) + metricValue("efficiency", sums) + sums.damageGiven / 100;
}

/** A round's most valuable player; null when nobody did anything. On a tie the smaller GUID. */
export function roundMvp(
  rows: readonly PlayerRow[],
): { readonly guid: string; readonly name: string; readonly score: number } | null {
  const [first] = rows
    .filter(({ bot }) => !bot)
    .map((row) => ({ guid: row.guid, name: row.name, score: roundMvpScore(sumRows([row])) }))
    .sort((a, b) => b.score - a.score || compareText(a.guid, b.guid));
  return first && first.score > 0 ? first : null;
}

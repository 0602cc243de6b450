import { awardLabel } from "@slomix/stats-parser";
import { compareText } from "./counted-round.ts";

/** An award that the game server gave for a round, with who won it. */
export interface RoundAwardRow {
  /** Label as in the endstats file. */
  readonly award: string;
  /** Null: nobody of the round bears the name. */
  readonly guid: string | null;
  readonly name: string;
  /** First number of the value; null when there is none. */
  readonly value: number | null;
}

/** How often somebody won an award, and what his wins add up to. */
export interface AwardTotal {
  readonly award: string;
  readonly guid: string | null;
  readonly name: string;
  readonly wins: number;
  /** Null for ratios, percentages and records, which nobody can add up, and for unknown awards. */
  readonly total: number | null;
}

/**
 * Awards of several rounds by award and winner: most wins first, then the larger total. Winners
 * without a GUID are told apart by name.
 */
export function awardTotals(rows: readonly RoundAwardRow[]): AwardTotal[] {
  const totals = new Map<string, { row: RoundAwardRow; wins: number; sum: number }>();
  for (const row of rows) {
    const key = JSON.stringify([row.award, row.guid ?? [row.name]]);
    const before = totals.get(key) ?? { row, wins: 0, sum: 0 };
    const value = Number.isFinite(row.value) ? (row.value ?? 0) : 0;
    totals.set(key, { row, wins: before.wins + 1, sum: before.sum + value });
  }
  return [...totals.values()]
    .map(({ row, wins, sum }) => ({
      award: row.award,
      guid: row.guid,
      name: row.name,
      wins,
      total: awardLabel(row.award)?.additive ? Math.round(sum * 1000) / 1000 : null,
    }))
    .sort(
      (a, b) =>
        b.wins - a.wins ||
        (b.total ?? 0) - (a.total ?? 0) ||
        compareText(a.award, b.award) ||
        compareText(a.name, b.name),
    );
}

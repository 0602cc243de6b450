import type { SumKey } from "@slomix/analytics";
import {
  CLASS_COLUMNS,
  type ClassColumn,
  type SumColumn,
  TOTAL_COLUMNS,
  type TotalColumn,
  WEAPON_TOTAL_COLUMNS,
} from "../schema/sum-columns.ts";
import { counterColumn } from "./counter-column.ts";

/** Rows of a player in a round: `p`, its round `r`, what his weapons came to `w`. */
export const PLAYED = `player_comprehensive_stats p join rounds r on r.id = p.round_id
  left join round_weapon_sums w on w.round_id = p.round_id and w.player_guid = p.player_guid`;

/** Sums that no column holds as they are. */
const MADE_OF: Partial<Record<SumKey, string>> = {
  rounds: "1",
  // Nobody is dead for longer than he plays.
  timeDeadSeconds:
    "least(greatest(p.time_dead_minutes * 60, 0), greatest(p.time_played_seconds, 0))",
  timedSeconds: "case when p.time_dead_minutes is not null then p.time_played_seconds end",
  timedDamage: "case when p.time_dead_minutes is not null then p.damage_given end",
};

const ofWeapons = new Set(WEAPON_TOTAL_COLUMNS.map(({ column }) => column));

/** Every column of the sums, in the order in which {@link roundSums} and {@link addedSums} give them. */
export const SUM_COLUMN_NAMES: readonly string[] = [...TOTAL_COLUMNS, ...CLASS_COLUMNS].map(
  ({ column }) => column,
);

/** The sums over rows of {@link PLAYED}, as a list of SQL expressions. */
export function roundSums(): string {
  return [...TOTAL_COLUMNS, ...CLASS_COLUMNS]
    .map((column) => summed(column, ofRound(column)))
    .join(", ");
}

/** The rows of `player_totals` that a row of {@link PLAYED} adds to: all time and its season, all maps and its own. */
export const TOTALS_OF_ROUND = `lateral (
  select period, map from unnest(array['all', to_char(p.round_date, 'YYYY-"Q"Q')]) period,
    unnest(array['', lower(p.map_name)]) map) of`;

/** Sums in one row with those of another row added, as the list of an UPDATE. */
export function addedTo(to: string, added: string): string {
  return [...TOTAL_COLUMNS, ...CLASS_COLUMNS]
    .map(({ column, whole, best }) => {
      const [one, other] = [`${to}.${column}`, `${added}.${column}`];
      if (best) return `${column} = greatest(${one}, ${other})`;
      const sum = `${one} + ${other}`;
      return `${column} = ${whole ? sum : `round((${sum}) * 1000) / 1000`}`;
    })
    .join(", ");
}

/** What one row of {@link PLAYED} adds to a sum. */
export function ofRound(column: TotalColumn | ClassColumn): string {
  if ("weaponClass" in column || ofWeapons.has(column.column)) return `w.${column.column}`;
  return MADE_OF[column.sum] ?? `p.${counterColumn(column.sum)}`;
}

/** The sums over rows `t` that are sums themselves. */
export function addedSums(): string {
  return [...TOTAL_COLUMNS, ...CLASS_COLUMNS]
    .map((column) => summed(column, `t.${column.column}`))
    .join(", ");
}

/**
 * One sum over values. Seconds and XP are added in thousandths: sums of tenths are not tenths in
 * binary, and another order would give another sum.
 */
export function summed({ whole, best }: SumColumn, value: string): string {
  if (best) return `coalesce(max(${value}), 0)`;
  return whole
    ? `coalesce(sum(${value}), 0)`
    : `coalesce(round(sum(round(${value} * 1000))) / 1000, 0)`;
}

import { isAccuracyWeapon, WEAPON_CLASSES } from "@slomix/analytics";
import { WEAPONS } from "@slomix/stats-parser";
import type { Tx } from "../../connect.ts";
import { COUNTED } from "../../queries/counted-rounds.ts";
import { PLAYED, roundSums, SUM_COLUMN_NAMES, TOTALS_OF_ROUND } from "../../queries/sum-sql.ts";
import {
  CLASS_COLUMNS,
  type ClassColumn,
  type TotalColumn,
  WEAPON_TOTAL_COLUMNS,
} from "../../schema/sum-columns.ts";
import { weaponSums } from "./refresh-weapons.ts";

/** Kept sums held against sums over all rounds, made in one go: a sentence for each table that differs. */
export async function checkTotals(tx: Tx): Promise<string[]> {
  const errors: string[] = [];
  for (const { table, columns, expected } of CHECKS) {
    const kept = `select ${columns} from ${table}`;
    const [row] = await tx.query<{ missing: number; wrong: number }>(
      `with expected as materialized (${expected}), kept as materialized (${kept})
       select (select count(*)::int from (select * from expected except select * from kept) a) as missing,
         (select count(*)::int from (select * from kept except select * from expected) b) as wrong`,
    );
    const { missing = 0, wrong = 0 } = row ?? {};
    if (missing + wrong > 0)
      errors.push(
        `${table}: ${missing} rows are not what the rounds add up to, ${wrong} stand for nothing`,
      );
  }
  return errors;
}

const SUMS = SUM_COLUMN_NAMES.join(", ");
const COUNTS = `${COUNTED} and not p.is_bot`;

const CHECKS = [
  {
    table: "round_weapon_sums",
    columns: ["round_id", "player_guid", ...weaponColumns().map(({ column }) => column)].join(", "),
    expected: `select p.round_id, p.player_guid, ${weaponColumns().map(ofWeapons).join(", ")}
      from player_comprehensive_stats p
      left join weapon_comprehensive_stats w
        on w.round_id = p.round_id and w.player_guid = p.player_guid
      where not p.is_bot group by 1, 2`,
  },
  {
    table: "player_days",
    columns: `player_guid, round_date, side, ${SUMS}`,
    expected: `select p.player_guid, p.round_date, p.team, ${roundSums()}
      from ${PLAYED} where ${COUNTS} group by 1, 2, 3`,
  },
  {
    table: "player_totals",
    columns: `player_guid, period, map_name, side, ${SUMS}`,
    expected: `select p.player_guid, of.period, of.map, p.team, ${roundSums()}
      from ${PLAYED} cross join ${TOTALS_OF_ROUND}
      where ${COUNTS} group by 1, 2, 3, 4`,
  },
  {
    table: "player_weapons",
    columns: "player_guid, weapon_name, rounds, kills, deaths, headshots, shots, hits",
    expected: weaponSums("true"),
  },
] as const;

function weaponColumns(): (TotalColumn | ClassColumn)[] {
  return [...WEAPON_TOTAL_COLUMNS, ...CLASS_COLUMNS];
}

/** A column of `round_weapon_sums` as SQL over the weapons of one player in one round. */
function ofWeapons(column: TotalColumn | ClassColumn): string {
  const [weapons, sum] = weaponsOf(column);
  const these = `w.weapon_name in (${weapons.map((name) => `'WS_${name}'`).join(", ")})`;
  return sum === "rounds"
    ? `(count(*) filter (where ${these}) > 0)::int`
    : `coalesce(sum(w.${sum}) filter (where ${these}), 0)`;
}

function weaponsOf(column: TotalColumn | ClassColumn): [weapons: readonly string[], sum: string] {
  if ("weaponClass" in column)
    return [
      WEAPON_CLASSES.find(({ key }) => key === column.weaponClass)?.weapons ?? [],
      column.sum,
    ];
  const [, kind, sum = ""] = /^(accuracy|grenade)_(.*)$/.exec(column.column) ?? [];
  if (kind === "grenade") return [["GRENADE"], sum];
  return [WEAPONS.map(({ weapon }) => weapon).filter(isAccuracyWeapon), sum];
}

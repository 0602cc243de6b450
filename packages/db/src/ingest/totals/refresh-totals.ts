import type { Tx } from "../../connect.ts";
import { COUNTED } from "../../queries/counted-rounds.ts";
import {
  addedSums,
  addedTo,
  PLAYED,
  roundSums,
  SUM_COLUMN_NAMES,
  TOTALS_OF_ROUND,
} from "../../queries/sum-sql.ts";
import { together } from "../../together.ts";
import { refreshNames } from "./refresh-names.ts";
import type { TouchedTotals } from "./touched-totals.ts";

/**
 * Brings the sums of everybody noted to what the rounds say. Rounds that only came are added. Where rounds went
 * or were written over, days and maps of their seasons are summed up anew, and from these the seasons and all
 * time: a best of all rounds cannot be taken back.
 *
 * @param come ids of the rounds that came, or were written over
 */
export async function refreshTotals(
  tx: Tx,
  touched: TouchedTotals,
  come: readonly number[],
): Promise<void> {
  if (touched.empty) return;
  const columns = touched.columns();
  const sums = touched.shrinks
    ? ANEW.map((sql) => tx.query(sql, columns))
    : ADDED.map((sql) => tx.query(sql, [come]));
  await together(...sums, refreshNames(tx, columns[0], touched.shrinks));
}

/** Takes all sums away: a rebuild writes those of every round that it finds. */
export async function emptyTotals(tx: Tx): Promise<void> {
  for (const table of ["player_totals", "player_days", "player_names"])
    await tx.query(`delete from ${table}`);
}

const SUMS = SUM_COLUMN_NAMES.join(", ");

/** What was touched, with the season of each day: its id, its first day, the day after its last. */
const TOUCHED = `(
  select distinct guid, day, lower(map) as map, to_char(day, 'YYYY-"Q"Q') as season,
    date_trunc('quarter', day)::date as first, (date_trunc('quarter', day) + interval '3 months')::date as next
  from unnest($1::text[], $2::date[], $3::text[]) as n (guid, day, map))`;

/** One kind of row: which keys are touched, and where their sums come from. */
interface Level {
  readonly table: "player_days" | "player_totals";
  /** The columns of the key before the side, with their values in `n`. */
  readonly key: readonly (readonly [column: string, value: string])[];
  /** What of `n` the source needs beside the key. */
  readonly bounds?: string;
  readonly source: string;
  readonly sums: string;
}

const FROM_ROUNDS = `where ${COUNTED} and not p.is_bot`;

/** Each from what stands before it. */
const LEVELS: readonly Level[] = [
  {
    table: "player_days",
    key: [
      ["player_guid", "guid"],
      ["round_date", "day"],
    ],
    source: `join ${PLAYED} on p.player_guid = n.guid and p.round_date = n.day ${FROM_ROUNDS}`,
    sums: roundSums(),
  },
  {
    table: "player_totals",
    key: [
      ["player_guid", "guid"],
      ["period", "season"],
      ["map_name", "map"],
    ],
    bounds: "first, next",
    source: `join ${PLAYED} on p.player_guid = n.guid and p.round_date >= n.first
      and p.round_date < n.next and lower(p.map_name) = n.map ${FROM_ROUNDS}`,
    sums: roundSums(),
  },
  {
    table: "player_totals",
    key: [
      ["player_guid", "guid"],
      ["period", "season"],
      ["map_name", "''"],
    ],
    source: `join player_totals t on t.player_guid = n.guid and t.period = n.season
      and t.map_name <> ''`,
    sums: addedSums(),
  },
  {
    table: "player_totals",
    key: [
      ["player_guid", "guid"],
      ["period", "'all'"],
      ["map_name", "map"],
    ],
    source: `join player_totals t on t.player_guid = n.guid and t.period <> 'all'
      and t.map_name = n.map`,
    sums: addedSums(),
  },
  {
    table: "player_totals",
    key: [
      ["player_guid", "guid"],
      ["period", "'all'"],
      ["map_name", "''"],
    ],
    source: `join player_totals t on t.player_guid = n.guid and t.period = 'all'
      and t.map_name <> ''`,
    sums: addedSums(),
  },
];

/** What brings every level to what the rounds say: rows that may have nothing left go before. */
const ANEW = LEVELS.flatMap(({ table, key, bounds, source, sums }) => {
  const own = key.flatMap(([, value]) => (value.startsWith("'") ? [] : [value]));
  const touched = `(select distinct ${[...own, ...(bounds ? [bounds] : [])].join(", ")} from ${TOUCHED} t)`;
  const values = key.map(([, value]) => (value.startsWith("'") ? value : `n.${value}`));
  const side = source.includes("player_totals t") ? "t.side" : "p.team";
  const columns = key.map(([column]) => column);
  return [
    `delete from ${table} d using ${touched} n
      where ${columns.map((column, i) => `d.${column} = ${values[i]}`).join(" and ")}`,
    `insert into ${table} (${columns.join(", ")}, side, ${SUMS})
      select ${values.join(", ")}, ${side}, ${sums} from ${touched} n ${source}
      group by ${[...own.map((value) => `n.${value}`), side].join(", ")}`,
  ];
});

/** What adds rounds to days and totals. */
const ADDED = (
  [
    ["player_days", "round_date", "p.round_date", ""],
    ["player_totals", "period, map_name", "of.period, of.map", `cross join ${TOTALS_OF_ROUND}`],
  ] as const
).map(
  ([table, key, values, totals]) => `insert into ${table} as t (player_guid, ${key}, side, ${SUMS})
    select p.player_guid, ${values}, p.team, ${roundSums()} from ${PLAYED} ${totals}
    where p.round_id = any($1) and ${COUNTED} and not p.is_bot
    group by p.player_guid, ${values}, p.team
    on conflict (player_guid, ${key}, side) do update set ${addedTo("t", "excluded")}`,
);

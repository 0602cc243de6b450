import {
  bigint,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
} from "drizzle-orm/pg-core";
import { sides, text } from "./columns.ts";
import { rounds } from "./core.ts";
import {
  CLASS_COLUMNS,
  type SumColumn,
  TOTAL_COLUMNS,
  WEAPON_TOTAL_COLUMNS,
} from "./sum-columns.ts";

/** Columns for sums, under their own names. Over a career an `integer` could overflow. */
function sumColumns(columns: readonly SumColumn[]) {
  return Object.fromEntries(
    columns.map(({ column, whole }) => [
      column,
      (whole ? bigint(column, { mode: "number" }) : doublePrecision(column)).notNull().default(0),
    ]),
  );
}

/** Columns for whole numbers of a single round. */
function roundColumns(columns: readonly SumColumn[]) {
  return Object.fromEntries(
    columns.map(({ column }) => [column, integer(column).notNull().default(0)]),
  );
}

/**
 * What a player did with his weapons in one round, by class: one row beside each row of
 * `player_comprehensive_stats`, so that sums over rounds need not read every weapon again.
 */
export const roundWeaponSums = pgTable(
  "round_weapon_sums",
  {
    roundId: integer()
      .notNull()
      .references(() => rounds.id, { onDelete: "cascade" }),
    playerGuid: text().notNull(),
    ...roundColumns([...WEAPON_TOTAL_COLUMNS, ...CLASS_COLUMNS]),
  },
  (t) => [primaryKey({ name: "round_weapon_sums_pkey", columns: [t.roundId, t.playerGuid] })],
);

/**
 * A human's sums over rounds that count. `period` is `all` or a season (`2026-Q1`, by the date of the
 * round), `map_name` in lower case or empty for all maps, `side` the side stood on (0: unknown); what
 * both sides come to is the sum of the rows. Follows from the rounds; written in their transaction.
 */
export const playerTotals = pgTable(
  "player_totals",
  {
    playerGuid: text().notNull(),
    period: text().notNull(),
    mapName: text().notNull(),
    side: smallint().$type<0 | 1 | 2>().notNull(),
    ...sumColumns([...TOTAL_COLUMNS, ...CLASS_COLUMNS]),
  },
  (t) => [
    primaryKey({
      name: "player_totals_pkey",
      columns: [t.playerGuid, t.period, t.mapName, t.side],
    }),
    // A leaderboard reads everybody of one period and map.
    index("idx_player_totals_period_map").on(t.period, t.mapName),
    ...sides("player_totals", ["side"]),
  ],
);

/**
 * The same by the game server's local date and side, over all maps: windows of days are made of these,
 * with single rounds at their edges.
 */
export const playerDays = pgTable(
  "player_days",
  {
    playerGuid: text().notNull(),
    roundDate: date().notNull(),
    side: smallint().$type<0 | 1 | 2>().notNull(),
    ...sumColumns([...TOTAL_COLUMNS, ...CLASS_COLUMNS]),
  },
  (t) => [
    primaryKey({ name: "player_days_pkey", columns: [t.playerGuid, t.roundDate, t.side] }),
    index("idx_player_days_date").on(t.roundDate),
    ...sides("player_days", ["side"]),
  ],
);

/** A human's numbers with each weapon over all rounds that count. */
export const playerWeapons = pgTable(
  "player_weapons",
  {
    playerGuid: text().notNull(),
    weaponName: text().notNull(),
    rounds: bigint({ mode: "number" }).notNull(),
    kills: bigint({ mode: "number" }).notNull(),
    deaths: bigint({ mode: "number" }).notNull(),
    headshots: bigint({ mode: "number" }).notNull(),
    shots: bigint({ mode: "number" }).notNull(),
    hits: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ name: "player_weapons_pkey", columns: [t.playerGuid, t.weaponName] })],
);

/** The newest name of everybody who is known by name: what lists show where nobody chose another. */
export const playerNames = pgTable("player_names", {
  playerGuid: text().primaryKey(),
  name: text().notNull(),
  /** With colour codes, as last written in the game. */
  rawName: text().notNull(),
});

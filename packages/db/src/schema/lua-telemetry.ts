import { sql } from "drizzle-orm";
import {
  doublePrecision,
  index,
  integer,
  pgTable,
  smallint,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import {
  amounts,
  canonicalGuid,
  id,
  jsonb,
  notNegative,
  oneOf,
  roundNumberIn,
  side,
  sides,
  text,
  unixSeconds,
  writtenAt,
} from "./columns.ts";
import { rounds } from "./core.ts";

/** A player as the game server's script lists him at the end of the round: whole GUID. */
export interface StoredLineupPlayer {
  readonly guid: string;
  readonly name: string;
}

/** A pause as the script reports it. */
export interface StoredPause {
  readonly n: number;
  readonly start: number;
  readonly end: number;
  readonly sec: number;
}

/**
 * What the game server's script said of a round at its end. Kept apart from the stats file's
 * numbers, so that the two can be compared. The same round end, map and number is the same
 * delivery, by webhook or by file.
 */
export const luaRoundTeams = pgTable(
  "lua_round_teams",
  {
    id: id(),
    /** Stamp of the round's end; not the `match_id` of `rounds`. */
    matchId: text().notNull(),
    roundNumber: smallint().$type<1 | 2>().notNull(),
    axisPlayers: jsonb().$type<readonly StoredLineupPlayer[]>().notNull().default(sql`'[]'::jsonb`),
    alliesPlayers: jsonb()
      .$type<readonly StoredLineupPlayer[]>()
      .notNull()
      .default(sql`'[]'::jsonb`),
    roundStartUnix: unixSeconds(),
    roundEndUnix: unixSeconds().notNull(),
    /** As sent; before version 1.6.3 pauses are still in it. */
    actualDurationSeconds: doublePrecision(),
    totalPauseSeconds: doublePrecision().default(0),
    pauseCount: integer().default(0),
    /** As sent; proves nothing alone. */
    endReason: text(),
    winnerTeam: side(),
    defenderTeam: side(),
    mapName: text().notNull(),
    /** Minutes, of Round 2 with a fraction. */
    timeLimitMinutes: doublePrecision(),
    capturedAt: writtenAt(),
    luaVersion: text(),
    luaWarmupSeconds: doublePrecision(),
    luaWarmupStartUnix: unixSeconds(),
    luaPauseEvents: jsonb().$type<readonly StoredPause[]>().notNull().default(sql`'[]'::jsonb`),
    /** Who called a surrender vote, passed or not. */
    surrenderCallerGuid: text(),
    surrenderCallerName: text(),
    surrenderTeam: side().notNull().default(0),
    axisScore: integer().notNull().default(0),
    alliesScore: integer().notNull().default(0),
    /** The round that it tells of; null while that is not known. */
    roundId: integer().references(() => rounds.id, { onDelete: "set null" }),
    source: text().$type<"webhook" | "gametime">().notNull().default("webhook"),
    /** Name under which it came. */
    fileName: text(),
    /** Text of the log's `Exit:` line. */
    exitText: text(),
  },
  (t) => [
    uniqueIndex("lua_round_teams_delivery_unique").on(
      t.roundEndUnix,
      sql`lower("map_name")`,
      t.roundNumber,
    ),
    uniqueIndex("idx_lua_round_teams_round_id").on(t.roundId).where(sql`"round_id" is not null`),
    index("idx_lua_round_teams_match_id").on(t.matchId),
    index("idx_lua_round_teams_captured_at").on(t.capturedAt),
    index("idx_lua_round_teams_surrender").on(t.surrenderTeam).where(sql`"surrender_team" > 0`),
    roundNumberIn("lua_round_teams"),
    oneOf("lua_round_teams", "source", ["webhook", "gametime"]),
    ...sides("lua_round_teams", ["winner_team", "defender_team", "surrender_team"]),
    ...amounts("lua_round_teams", [
      "actual_duration_seconds",
      "total_pause_seconds",
      "time_limit_minutes",
      "lua_warmup_seconds",
    ]),
    ...notNegative("lua_round_teams", ["pause_count"]),
  ],
);

/** Spawns and dead time of one player as the script counted them: a cross-check, never a number shown. */
export const luaSpawnStats = pgTable(
  "lua_spawn_stats",
  {
    id: id(),
    matchId: text().notNull(),
    roundNumber: smallint().$type<1 | 2>().notNull(),
    roundId: integer().references(() => rounds.id, { onDelete: "set null" }),
    mapName: text().notNull(),
    roundEndUnix: unixSeconds().notNull(),
    playerGuid: text().notNull(),
    guidCanonical: canonicalGuid("player_guid"),
    playerName: text(),
    spawnCount: integer().notNull().default(0),
    deathCount: integer().notNull().default(0),
    deadSeconds: doublePrecision().notNull().default(0),
    avgRespawnSeconds: doublePrecision().notNull().default(0),
    maxRespawnSeconds: doublePrecision().notNull().default(0),
    capturedAt: writtenAt(),
  },
  (t) => [
    uniqueIndex("lua_spawn_stats_delivery_player_unique").on(
      t.roundEndUnix,
      sql`lower("map_name")`,
      t.roundNumber,
      t.playerGuid,
    ),
    index("idx_lua_spawn_stats_match_id").on(t.matchId),
    index("idx_lua_spawn_stats_round_id").on(t.roundId),
    index("idx_lua_spawn_stats_round_end").on(t.roundEndUnix),
    roundNumberIn("lua_spawn_stats"),
    ...notNegative("lua_spawn_stats", ["spawn_count", "death_count"]),
    ...amounts("lua_spawn_stats", ["dead_seconds", "avg_respawn_seconds", "max_respawn_seconds"]),
  ],
);

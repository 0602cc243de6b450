import { date, index, integer, pgTable, unique } from "drizzle-orm/pg-core";
import { id, instant, jsonb, notNegative, text, writtenAt } from "./columns.ts";

/** A player's part in a matchup, values per round. */
export interface StoredMatchupPlayer {
  readonly name: string;
  readonly kills: number;
  readonly deaths: number;
  readonly dpm: number;
  readonly kd: number;
}

/**
 * Two exact line-ups that met: one row a match that counts, and one a session with `match_id` null.
 * A is the session's team A.
 */
export const matchupHistory = pgTable(
  "matchup_history",
  {
    id: id(),
    /** The two hashes, smaller first, with a colon between. */
    matchupId: text().notNull(),
    /** First 12 hex digits of SHA-256 of the sorted GUIDs joined by `|`. */
    lineupAHash: text("lineup_a_hash").notNull(),
    lineupBHash: text("lineup_b_hash").notNull(),
    lineupAGuids: jsonb("lineup_a_guids").$type<readonly string[]>().notNull(),
    lineupBGuids: jsonb("lineup_b_guids").$type<readonly string[]>().notNull(),
    sessionDate: date().notNull(),
    /** Game server's local date of its first round; of a session that of the session. */
    playedOn: date().notNull(),
    /** End of its last round. */
    endedAt: instant().notNull(),
    gamingSessionId: integer().notNull(),
    matchId: text(),
    /** Null: tie. */
    winnerLineupHash: text(),
    lineupAScore: integer("lineup_a_score").notNull().default(0),
    lineupBScore: integer("lineup_b_score").notNull().default(0),
    /** Null: the whole session. */
    mapName: text(),
    playerStats: jsonb().$type<Readonly<Record<string, StoredMatchupPlayer>>>(),
    createdAt: writtenAt(),
    updatedAt: writtenAt(),
  },
  (t) => [
    unique("matchup_history_session_matchup_match_unique")
      .on(t.gamingSessionId, t.matchupId, t.matchId)
      .nullsNotDistinct(),
    index("idx_matchup_history_matchup_id").on(t.matchupId),
    index("idx_matchup_history_session_date").on(t.sessionDate),
    index("idx_matchup_history_map").on(t.mapName),
    index("idx_matchup_history_match").on(t.matchId),
    ...notNegative("matchup_history", ["lineup_a_score", "lineup_b_score"]),
  ],
);

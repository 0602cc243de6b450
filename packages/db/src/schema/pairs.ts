import { index, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { notNegative, sum, text } from "./columns.ts";

const counter = () => sum().default(0);

/** Matches of a player with another in his team, and against him; the player's own numbers in them. */
const pairSums = () => ({
  withMatches: counter(),
  withWins: counter(),
  withLosses: counter(),
  withDraws: counter(),
  withRounds: counter(),
  withKills: counter(),
  withDeaths: counter(),
  withDamage: counter(),
  /** Milliseconds, so that sums are exact. */
  withTimeMs: counter(),
  againstMatches: counter(),
  againstWins: counter(),
  againstLosses: counter(),
  againstDraws: counter(),
  againstRounds: counter(),
  againstKills: counter(),
  againstDeaths: counter(),
  againstDamage: counter(),
  againstTimeMs: counter(),
  /** Of each other, where endstats files tell. */
  duelKills: counter(),
  duelDeaths: counter(),
});

const pairSumNames = ["with", "against"].flatMap((where) =>
  ["matches", "wins", "losses", "draws", "rounds", "kills", "deaths", "damage", "time_ms"].map(
    (what) => `${where}_${what}`,
  ),
);
const notNegativeSums = (table: string) =>
  notNegative(table, [...pairSumNames, "duel_kills", "duel_deaths"]);

/**
 * A player and another in the matches of one gaming session that count, in both directions; with
 * himself: all of them.
 */
export const sessionPairs = pgTable(
  "session_pairs",
  {
    gamingSessionId: integer().notNull(),
    playerGuid: text().notNull(),
    otherGuid: text().notNull(),
    /** `YYYY-Qn` of the matches: an evening may see two. */
    season: text().notNull(),
    ...pairSums(),
  },
  (t) => [
    primaryKey({
      name: "session_pairs_pkey",
      columns: [t.gamingSessionId, t.playerGuid, t.otherGuid, t.season],
    }),
    index("idx_session_pairs_pair").on(t.playerGuid, t.otherGuid, t.season),
    ...notNegativeSums("session_pairs"),
  ],
);

/** The same over all sessions of a season: what duos, nemeses and synergies add up. */
export const playerPairs = pgTable(
  "player_pairs",
  {
    playerGuid: text().notNull(),
    otherGuid: text().notNull(),
    season: text().notNull(),
    ...pairSums(),
  },
  (t) => [
    primaryKey({
      name: "player_pairs_pkey",
      columns: [t.playerGuid, t.otherGuid, t.season],
    }),
    ...notNegativeSums("player_pairs"),
  ],
);

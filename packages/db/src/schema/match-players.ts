import { char, date, index, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { instant, notNegative, oneOf, sum, text } from "./columns.ts";

/** How a match ended for a player's team. */
export const matchOutcomes = ["win", "loss", "draw"] as const;

/**
 * What a player did in one match, over its rounds that count: by whom matches are found, and what
 * numbers of players by map are made of.
 */
export const matchPlayers = pgTable(
  "match_players",
  {
    matchId: text().notNull(),
    playerGuid: text().notNull(),
    gamingSessionId: integer().notNull(),
    /** Lower case. */
    mapName: text().notNull(),
    /** Game server's local date of the match's first round. */
    playedOn: date().notNull(),
    /** End of its last round. */
    endedAt: instant().notNull(),
    /** Null, as the outcome: the match does not count between teams. */
    team: char({ length: 1 }).$type<"A" | "B">(),
    outcome: text().$type<(typeof matchOutcomes)[number]>(),
    /** 0 for somebody who stood in the line-up and has no numbers. */
    rounds: integer().notNull(),
    kills: sum(),
    deaths: sum(),
    damageGiven: sum(),
    /** Milliseconds, so that sums are exact. */
    timePlayedMs: sum(),
  },
  (t) => [
    primaryKey({ name: "match_players_pkey", columns: [t.matchId, t.playerGuid] }),
    index("idx_match_players_player_ended").on(t.playerGuid, t.endedAt),
    index("idx_match_players_player_map").on(t.playerGuid, t.mapName),
    index("idx_match_players_session").on(t.gamingSessionId),
    oneOf("match_players", "team", ["A", "B"]),
    oneOf("match_players", "outcome", matchOutcomes),
    ...notNegative("match_players", [
      "rounds",
      "kills",
      "deaths",
      "damage_given",
      "time_played_ms",
    ]),
  ],
);

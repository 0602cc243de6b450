import { sql } from "drizzle-orm";
import { check, doublePrecision, index, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { notNegative, text, writtenAt } from "./columns.ts";

/** How much better, or worse, two players do on one side than apart. The smaller GUID is `a`. */
export const playerSynergies = pgTable(
  "player_synergies",
  {
    playerAGuid: text("player_a_guid").notNull(),
    playerBGuid: text("player_b_guid").notNull(),
    /** Names are left empty: they are looked up where they are shown, for they change. */
    playerAName: text("player_a_name"),
    playerBName: text("player_b_name"),
    synergyScore: doublePrecision().notNull().default(0),
    /** Rounds on the same side. */
    gamesSameTeam: integer().notNull().default(0),
    updatedAt: writtenAt(),
  },
  (t) => [
    primaryKey({ name: "player_synergies_pkey", columns: [t.playerAGuid, t.playerBGuid] }),
    index("idx_player_synergies_b").on(t.playerBGuid),
    check(
      "player_synergies_ordered",
      sql`"player_a_guid" collate "C" < "player_b_guid" collate "C"`,
    ),
    ...notNegative("player_synergies", ["games_same_team"]),
  ],
);

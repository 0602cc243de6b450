import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  smallint,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { id, notNegative, oneOf, roundNumberIn, text, writtenAt } from "./columns.ts";
import { rounds } from "./core.ts";

const awardCategories = [
  "Combat",
  "Deaths & Mayhem",
  "Skills",
  "Weapons",
  "Teamwork",
  "Objectives",
  "Timing",
  "other",
] as const;
const awardScopes = ["cum", "rnd", "mixed"] as const;

/**
 * Awards of the endstats file. A line is known by its place in the round's files, for names may be
 * empty or shared.
 */
export const roundAwards = pgTable(
  "round_awards",
  {
    id: id(),
    roundId: integer()
      .notNull()
      .references(() => rounds.id, { onDelete: "cascade" }),
    roundDate: date().notNull(),
    mapName: text().notNull(),
    roundNumber: smallint().$type<1 | 2>().notNull(),
    /** Order within the round, over all its endstats files. */
    position: integer().notNull(),
    awardName: text().notNull(),
    category: text().$type<(typeof awardCategories)[number]>().notNull().default("other"),
    /** Whether the value of a Round 2 covers both rounds (`cum`), the round (`rnd`) or a mixture. */
    scope: text().$type<(typeof awardScopes)[number]>().notNull().default("rnd"),
    /** As in the file; may be empty. */
    playerName: text().notNull(),
    /** Found among the players of the round; null when nobody, or more than one, fits. */
    playerGuid: text(),
    /** As in the file: `45.2 percent`. */
    awardValue: text().notNull(),
    awardValueNumeric: doublePrecision(),
    /** Second number of `3 kills in 1.2s` (s) and `41 percent, 6.2 min` (min). */
    awardValueSecond: doublePrecision(),
    unit: text().$type<"m" | "s" | "percent" | "x" | "min">(),
    createdAt: writtenAt(),
  },
  (t) => [
    unique("round_awards_round_id_position_unique").on(t.roundId, t.position),
    index("idx_round_awards_player").on(t.playerGuid),
    index("idx_round_awards_name").on(t.awardName),
    roundNumberIn("round_awards"),
    oneOf("round_awards", "category", awardCategories),
    oneOf("round_awards", "scope", awardScopes),
    oneOf("round_awards", "unit", ["m", "s", "percent", "x", "min"]),
    ...notNegative("round_awards", ["position"]),
  ],
);

const subjectSources = ["header", "inferred"] as const;

/** Duels of the endstats file: what the subject did against the player, in this round. */
export const roundVsStats = pgTable(
  "round_vs_stats",
  {
    id: id(),
    roundId: integer()
      .notNull()
      .references(() => rounds.id, { onDelete: "cascade" }),
    roundDate: date().notNull(),
    mapName: text().notNull(),
    roundNumber: smallint().$type<1 | 2>().notNull(),
    /** Order within the round, over all its endstats files. */
    position: integer().notNull(),
    /** Whose duels these are; null when that cannot be told. */
    subjectName: text(),
    subjectGuid: text(),
    /** Whether the file names him or the mirrored lines gave him away. */
    subjectSource: text().$type<(typeof subjectSources)[number]>(),
    /** The opponent. */
    playerName: text().notNull(),
    playerGuid: text(),
    /** The subject killed the opponent. */
    kills: integer().notNull().default(0),
    /** The opponent killed the subject. */
    deaths: integer().notNull().default(0),
    createdAt: writtenAt(),
  },
  (t) => [
    unique("round_vs_stats_round_id_position_unique").on(t.roundId, t.position),
    index("idx_round_vs_stats_player").on(t.playerGuid),
    index("idx_round_vs_stats_subject").on(t.subjectGuid),
    roundNumberIn("round_vs_stats"),
    oneOf("round_vs_stats", "subject_source", subjectSources),
    ...notNegative("round_vs_stats", ["position", "kills", "deaths"]),
  ],
);

/** Which round an endstats file was linked to. One round may have several files. */
export const processedEndstatsFiles = pgTable(
  "processed_endstats_files",
  {
    id: id(),
    filename: text().notNull(),
    roundId: integer().references(() => rounds.id, { onDelete: "set null" }),
    success: boolean().notNull().default(true),
    errorMessage: text(),
    processedAt: writtenAt(),
  },
  (t) => [
    uniqueIndex("idx_processed_endstats_filename").on(t.filename),
    index("idx_processed_endstats_round").on(t.roundId),
  ],
);

import { sql } from "drizzle-orm";
import { bigint, check, doublePrecision, index, integer, pgTable } from "drizzle-orm/pg-core";
import { discordId, instant, jsonb, notNegative, oneOf, text, writtenAt } from "./columns.ts";

const demoStatuses = ["uploaded", "scanning", "analyzed", "failed"] as const;
const renderStatuses = ["queued", "rendering", "rendered", "failed"] as const;

/** Demos that people uploaded. Ids of these tables are 32 hex digits that the application makes. */
export const greatshotDemos = pgTable(
  "greatshot_demos",
  {
    id: text().primaryKey(),
    userId: discordId().notNull(),
    /** Base name as uploaded; never used as a path. */
    originalFilename: text().notNull(),
    /** Chosen by the server. */
    storedPath: text().notNull(),
    extension: text().notNull(),
    fileSizeBytes: bigint({ mode: "number" }).notNull(),
    contentHashSha256: text().notNull(),
    status: text().$type<(typeof demoStatuses)[number]>().notNull().default("uploaded"),
    error: text(),
    metadataJson: jsonb(),
    warningsJson: jsonb(),
    analysisJsonPath: text(),
    reportTxtPath: text(),
    processingStartedAt: instant(),
    processingFinishedAt: instant(),
    createdAt: writtenAt(),
    updatedAt: writtenAt(),
  },
  (t) => [
    index("idx_greatshot_demos_user_created_at").on(t.userId, t.createdAt.desc()),
    index("idx_greatshot_demos_status").on(t.status),
    index("idx_greatshot_demos_content_hash").on(t.contentHashSha256),
    oneOf("greatshot_demos", "status", demoStatuses),
    ...notNegative("greatshot_demos", ["file_size_bytes"]),
  ],
);

/** What was read from a demo; a new analysis replaces it. */
export const greatshotAnalysis = pgTable("greatshot_analysis", {
  demoId: text()
    .primaryKey()
    .references(() => greatshotDemos.id, { onDelete: "cascade" }),
  metadataJson: jsonb().notNull(),
  statsJson: jsonb().notNull(),
  eventsJson: jsonb().notNull(),
  createdAt: writtenAt(),
});

/** Moments of a demo worth a clip. */
export const greatshotHighlights = pgTable(
  "greatshot_highlights",
  {
    id: text().primaryKey(),
    demoId: text()
      .notNull()
      .references(() => greatshotDemos.id, { onDelete: "cascade" }),
    type: text().notNull(),
    player: text(),
    /** Demo time. */
    startMs: integer().notNull(),
    endMs: integer().notNull(),
    score: doublePrecision().notNull(),
    /** Victims, weapons, rhythm, … */
    metaJson: jsonb(),
    /** Where the cut demo lies, once cut. */
    clipDemoPath: text(),
    createdAt: writtenAt(),
  },
  (t) => [
    index("idx_greatshot_highlights_demo_id").on(t.demoId),
    check("greatshot_highlights_end_after_start", sql`"end_ms" >= "start_ms"`),
  ],
);

/** Videos of highlights, ordered and made. */
export const greatshotRenders = pgTable(
  "greatshot_renders",
  {
    id: text().primaryKey(),
    highlightId: text()
      .notNull()
      .references(() => greatshotHighlights.id, { onDelete: "cascade" }),
    status: text().$type<(typeof renderStatuses)[number]>().notNull().default("queued"),
    mp4Path: text(),
    error: text(),
    createdAt: writtenAt(),
    updatedAt: writtenAt(),
  },
  (t) => [
    index("idx_greatshot_renders_highlight").on(t.highlightId),
    oneOf("greatshot_renders", "status", renderStatuses),
  ],
);

// Taking everything out and in again.
export type { BackupSummary } from "./backup/archive.ts";
export { inspectBackup } from "./backup/archive-reader.ts";
export { backup } from "./backup/backup.ts";
export { restore } from "./backup/restore.ts";

// Comparing two databases.
export { comparableDump, dumpDifference } from "./comparable-dump.ts";

// Opening a database.
export * from "./connect.ts";
// Players over time, alone and between them.
export * from "./history/index.ts";
// The one write path.
export * from "./ingest/index.ts";

// Who will win, and what became of what was said.
export * from "./predictions/index.ts";

// Reading.
export * from "./queries/index.ts";

// The tables, for the query builder.
export * as schema from "./schema/index.ts";

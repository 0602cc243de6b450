// Opening a database.
export * from "./connect.ts";
// The one write path.
export * from "./ingest/index.ts";
// Reading.
export * from "./queries/index.ts";

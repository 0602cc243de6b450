// Opening a database.
export * from "./connect.ts";

// Reading.
export * from "./queries/index.ts";

// The one write path.
export * from "./ingest/index.ts";

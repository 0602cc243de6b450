export type * from "./endstats-file.ts";
export type * from "./file-name.ts";
export * from "./result.ts";
export type * from "./round-stats.ts";
export type * from "./round-telemetry.ts";
export type * from "./stats-file.ts";

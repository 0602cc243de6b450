export type * from "./gaming-session.ts";
export type * from "./paired-round.ts";
export * from "./settings.ts";

// Names, colours and file names.
export {
  type ColourSpan,
  colourOf,
  colourSpans,
  ET_COLOURS,
  engineClean,
  type Rgb,
  stripColours,
} from "./colours.ts";
export type * from "./endstats-file.ts";
export {
  checkRoundFileName,
  type FileStamp,
  type GametimeFileName,
  parseGametimeFileName,
  parseRoundFileName,
  type RoundFileName,
} from "./file-name.ts";
export * from "./result.ts";
export type * from "./round-stats.ts";
export type * from "./round-telemetry.ts";
export type * from "./stats-file.ts";

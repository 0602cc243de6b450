// Any file: what it is, and its content.

export { detectKind, type FileKind } from "./file-kind.ts";
export {
  baseName,
  checkRoundFileName,
  type FileStamp,
  type GametimeFileName,
  parseGametimeFileName,
  parseRoundFileName,
  type RoundFileName,
} from "./file-name.ts";
export { type ParsedFile, parseFile } from "./parse-file.ts";
export * from "./result.ts";

// Names and their colours.

export {
  type ColourSpan,
  colourOf,
  colourSpans,
  ET_COLOURS,
  engineClean,
  type Rgb,
  stripColours,
} from "./colours.ts";
export { drawnName, isVisible, shownName } from "./shown-name.ts";

// Endstats: awards and duels of a round.

export {
  AWARD_LABELS,
  type AwardLabel,
  type AwardMeasure,
  awardLabel,
  ROUND_CATEGORY_ORDER,
  SESSION_CATEGORY_ORDER,
} from "./award-labels.ts";
export {
  type Award,
  type AwardCategory,
  type AwardScope,
  type EndstatsFile,
  type EndstatsPart,
  parseEndstats,
  parseEndstatsParts,
  type VersusLine,
} from "./endstats-file.ts";
export {
  assignVersusOwners,
  linkAwards,
  type OwnedVersusLine,
  type RoundPlayer,
} from "./versus-owners.ts";

// What the round webhook and the gametime file say of a round.

export { parseGametime } from "./gametime-file.ts";
export {
  type LineupPlayer,
  type PauseEvent,
  type RoundTelemetry,
  roundTelemetryOf,
  type SpawnStats,
  type TelemetryOrigin,
} from "./round-telemetry.ts";
export { parseRoundWebhook } from "./round-webhook.ts";

// A league's reports: the rounds of one file, and what happened in them.

export { parseReport, parseReportOrThrow } from "./reports/parse-report.ts";
export * from "./reports/report-file.ts";
export { parseReportName, type ReportName } from "./reports/report-name.ts";
export type * from "./reports/round-events.ts";
export { storableReport } from "./reports/storable-report.ts";

// Stats files: one file, then one round of one or two files.

export { isAbortedDump } from "./aborted-dump.ts";
export { isBot } from "./bots.ts";
export { type DerivedRound, type RoundContext, roundStats } from "./derive-round.ts";
export {
  type FileLayoutName,
  type LayoutName,
  LINE_LAYOUTS,
  type LineLayout,
} from "./line-layouts.ts";
export { type MatchSummary, matchSummary, type PlayerMatch } from "./match-summary.ts";
export { parseStatsFile, parseStatsFileOrThrow } from "./parse-stats-file.ts";
export {
  type FieldOrigin,
  PLAYER_FIELDS,
  type PlayerField,
  type Round2Rule,
} from "./player-fields.ts";
export type * from "./round-stats.ts";
export { roundsBase, roundsWentOn } from "./rounds-counter.ts";
export type * from "./stats-file.ts";
export { WEAPONS, type WeaponSlot } from "./weapons.ts";

// Settings and shapes.

export type * from "./gaming-session.ts";
export type * from "./paired-round.ts";
export * from "./settings.ts";

// Pairing: files and webhooks become rounds on one clock, each with its other half.

export { isBotRound } from "./bot-round.ts";
export { canonicalRoundId } from "./canonical-round-id.ts";
export { botKey, type IdentityRound, separatePlayers, sharedGuids } from "./identity.ts";
export {
  type EndstatsLink,
  type EndstatsLinks,
  type EndstatsName,
  type EndstatsRound,
  linkEndstats,
} from "./link-endstats.ts";
export { mapKey } from "./map-key.ts";
export { pairFiles, pairRounds } from "./pair-rounds.ts";
export { type RoundPauses, roundPauses } from "./pauses.ts";
export { isServerZone, offsetClock, type ServerClock, zoneClock } from "./server-clock.ts";
export { stretchGapMs, TELEMETRY_REACH_MS } from "./stretch.ts";

// Scoring: rounds become evenings with matches, teams and a score.

export { type MapScore, type MapWinner, scoreMap } from "./map-score.ts";
export { type Basis, type RoundFacts, roundFacts } from "./round-facts.ts";
export { type RoundResult, roundResult } from "./round-result.ts";
export { type SettledSides, settleSides } from "./round-sides.ts";
export { scoreSessions } from "./score-sessions.ts";
export { assignSessionIds, type SessionRounds } from "./session-ids.ts";
export { type MapPoints, mapPoints, sessionScore } from "./session-score.ts";

// Teams: names, what changed since the last evening, and who should play whom.

export { type LineupChange, lineupChanges } from "./lineup-changes.ts";
export {
  type PairSynergy,
  type SuggestedPlayer,
  type SuggestedTeam,
  suggestTeams,
  type TeamSuggestion,
  type TeamSuggestions,
} from "./suggest-teams.ts";
export { type TeamName, teamNames } from "./team-names.ts";

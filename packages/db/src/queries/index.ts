// Sessions and matches.

export { type ActiveDay, type Activity, activity } from "./activity.ts";
// Players and leaderboards.
export { type BadgeBoard, badgeBoards } from "./badge-boards.ts";
export {
  LEADERBOARDS,
  type LeaderboardDefinition,
  type LeaderboardMinimum,
  leaderboardOf,
} from "./boards.ts";
// The state of the database, and everything out of it.
export {
  type ClockRound,
  type DoctorReport,
  doctorReport,
  type Finding,
  type OddRound,
  type RefusedFile,
  type TeamlessSession,
  type UnlinkedWebhook,
} from "./doctor-report.ts";
export { type ExportPage, type ExportValue, exportTables } from "./export-tables.ts";
export { type FoundPlayer, type FoundPlayers, findPlayers } from "./find-players.ts";
export { type Health, health, type LedgerCounts } from "./health.ts";
export {
  type Leaderboard,
  type LeaderboardFilter,
  type LeaderboardRow,
  type LeaderboardSums,
  leaderboard,
  type UnrankedRow,
} from "./leaderboard.ts";
export { listMaps, type PlayedMap } from "./list-maps.ts";
export { listSessions, type SessionFilter, type SessionPage } from "./list-sessions.ts";
export type { FastAttack, MapAttacks } from "./map-attacks.ts";
export { type MapDetail, mapDetail } from "./map-detail.ts";
export {
  type MatchDetail,
  type MatchRound,
  type MatchSummary,
  matchDetail,
  matchSummary,
} from "./match-detail.ts";
export {
  type EventClasses,
  type EventHits,
  type EventKill,
  type EventMovement,
  type EventObjective,
  type EventPlayer,
  type EventRevive,
  type MatchEvents,
  matchEvents,
  type RoundOfEvents,
} from "./match-events.ts";
export { type MatchPlayer, matchTotal } from "./match-total.ts";
export {
  type PlayerAlias,
  type PlayerMap,
  type PlayerProfile,
  type PlayerRecentRound,
  type PlayerStretch,
  type PlayerWeapon,
  playerProfile,
} from "./player-profile.ts";
export type { PlayerResults } from "./player-results.ts";
export { type PlayerRival, playerRivals } from "./player-rivals.ts";
export {
  type PlayerStanding,
  playerStanding,
  type StandingMeasure,
} from "./player-standing.ts";
export type { PlayerTotals } from "./player-totals.ts";
export {
  ROSTER_ORDERS,
  type Roster,
  type RosterFilter,
  type RosterOrder,
  type RosterPlayer,
  roster,
} from "./roster.ts";
export type { RoundAward } from "./round-awards.ts";
export type { RoundDuel } from "./round-duels.ts";
export type { RoundPlayerStats } from "./round-players.ts";
export {
  type AskedWindow,
  PERIODS,
  type PeriodName,
  type RoundsWindow,
  roundsWindow,
  type Stretch,
} from "./rounds-window.ts";
export {
  type Season,
  type SeasonLeader,
  type SeasonMetric,
  season,
} from "./season.ts";
export {
  type RoundDetail,
  type SessionDetail,
  type SessionDetailMatch,
  type SessionDetailTeam,
  sessionDetail,
  sessionSummary,
} from "./session-detail.ts";
export type { SessionDuel } from "./session-duels.ts";
export type { RoundPace } from "./session-pace.ts";
export type { SessionPlayer } from "./session-players.ts";
export {
  type ReportMatch,
  type ReportRound,
  type SessionReport,
  sessionReport,
} from "./session-report.ts";
export type { RoundSummary } from "./session-rounds.ts";
export type { SessionScore, SessionSummary } from "./session-summary.ts";
export { stateStamp } from "./state-stamp.ts";
export type { SessionSubstitution } from "./stored-result.ts";
export { type NamedEntry, type SumsWanted, sumsOfPlayers } from "./sums-of-players.ts";
export { timeDeadSince } from "./time-dead-since.ts";

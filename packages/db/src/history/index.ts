// Rows as analytics takes them.

export { loadMatches, loadMeetings, type MatchWindow } from "./match-rows.ts";
export { newestRound } from "./newest-round.ts";
export { playerNames } from "./player-names.ts";
export { loadPlayerRows, type RowDetail } from "./player-rows.ts";
export { loadPlayerSums } from "./player-sums.ts";
export type { RoundScope } from "./round-scope.ts";

// One player, or several side by side.

export { type Achievements, achievements } from "./achievements.ts";
export { type CompareFilter, comparePlayers } from "./compare-players.ts";
export {
  consistency,
  type FormOptions,
  fatigue,
  mapAffinity,
  playstyle,
  recentForm,
  type Windowed,
} from "./player-form.ts";
export { playerRecord } from "./player-record.ts";

// Who with whom, who against whom.

export { duo, type MeetingOptions, matchup, nemesis, withWithout } from "./meetings.ts";
export { type PairPart, type PairTotals, playerPairs } from "./player-pairs.ts";

// Evenings and seasons.

export { currentSeason, type SeasonOverview, seasonOverview } from "./season-overview.ts";
export { type SessionAwards, sessionAwards } from "./session-awards.ts";

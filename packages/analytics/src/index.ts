// Rows and sums: what comes in, which rounds count, and what is added up.

export type { Answer, Problem, ProblemCode } from "./answer.ts";
export { countedRows, isCounted } from "./counted-round.ts";
export {
  COUNTER_KEYS,
  type CounterKey,
  RECORD_KEYS,
  type RecordKey,
  SUM_KEYS,
  SUM_LABELS,
  type SumKey,
  type SumLabel,
} from "./counters.ts";
export {
  type PlayerRow,
  type RoundRow,
  type RowCounters,
  teamOf,
  type WeaponRow,
} from "./player-row.ts";
export {
  addRound,
  emptySums,
  mergeSums,
  type PlayerSums,
  sumRoundWeapons,
  sumRows,
  sumWeapons,
  type WeaponSumKey,
  type WeaponSums,
} from "./player-sums.ts";
export { type PlayerEntry, playerEntries } from "./players.ts";
export { type SessionRows, sessionMatches, sessionRows } from "./session-rows.ts";
export {
  isAccuracyWeapon,
  WEAPON_CLASSES,
  type WeaponClass,
  type WeaponClassDefinition,
  weaponClassOf,
} from "./weapon-classes.ts";

// Metrics: the one registry, and how values are written.

export { formatDuration, formatMetric, formatNumber } from "./format-value.ts";
export { describeFormula, evaluate, type Formula } from "./formula.ts";
export type { Metric, MetricFormat, MetricMinimum, MetricSums } from "./metric.ts";
export {
  METRIC_KEYS,
  METRICS,
  type MetricKey,
  metricBest,
  metricFormula,
  metricName,
  metricOf,
  metricUnit,
  metricValue,
  metricValues,
  weaponMetricValue,
} from "./metrics.ts";
export {
  NUMBERS,
  type NumberDefinition,
  type NumberGroup,
  scoreFormula,
} from "./number-definitions.ts";
export {
  type MatchConfidence,
  type MissingSample,
  matchConfidence,
  type Sample,
  type SampleMinimum,
  type Shrunk,
  type SumName,
  sampleMinimum,
  sampleOf,
  shrink,
  sumName,
} from "./sample.ts";
export { shownChange } from "./shown-change.ts";

export { percentile } from "./spread.ts";

export { isMeasured, isOfTimeDead } from "./time-dead.ts";

// Which rounds a question is about.

export { newestCounted, type Period, type PeriodWindow, periodWindow } from "./period.ts";
export { type FilteredRows, filterRows, type RoundFilter } from "./round-filter.ts";
export {
  daysLeft,
  previousSeason,
  type Season,
  seasonAt,
  seasonBounds,
  seasonList,
  seasonOf,
  seasonOfDate,
} from "./season.ts";

// Leaderboards and titles.

export {
  BOARD_KEYS,
  BOARDS,
  type Board,
  type BoardKey,
  GRENADE_AREA_FLAME,
  isBoard,
} from "./boards.ts";
export {
  type BoardOptions,
  type BoardRow,
  boardOf,
  type FilteredLeaderboard,
  type Leaderboard,
  leaderboard,
  weaponSumName,
} from "./leaderboard.ts";
export {
  type RankedPlayer,
  type Ranking,
  type RankOptions,
  rank,
  type UnrankedPlayer,
} from "./ranking.ts";
export {
  allTimeChampion,
  CHAMPION_TITLES,
  LEADER_TITLES,
  type SeasonLeaders,
  type SeasonTitle,
  seasonLeaders,
  type TitleHolder,
  titleHolders,
} from "./season-leaders.ts";

// One player: profile, comparison, and how somebody plays.

export {
  ARCHETYPES,
  type Archetype,
  type ArchetypeContext,
  type ArchetypeKey,
  type ArchetypeVerdict,
  archetypeContext,
  archetypeOf,
  type FragPotentialLimits,
  fragPotentialLimits,
  USUAL_FRAG_POTENTIAL,
} from "./archetypes.ts";
export { type AttackDefence, attackDefence, type RoleNumbers, roleOf } from "./attack-defence.ts";
export {
  type ComparedMetric,
  type ComparedPlayer,
  type Comparison,
  compare,
  comparisonOf,
} from "./compare.ts";
export { CONSISTENCY_ROUNDS, type Consistency, consistency, consistencyOf } from "./consistency.ts";
export { type Fatigue, fatigue, type SessionThird } from "./fatigue.ts";
export { type Form, type FormLabel, formOf } from "./form-label.ts";
export { type MapAffinities, type MapAffinity, mapAffinity } from "./map-affinity.ts";
export {
  type Profile,
  type ProfileMetric,
  type ProfileName,
  type ProfilePart,
  type ProfileWeapon,
  profile,
  type RecordRound,
} from "./profile.ts";
export { RADAR_AXES, type RadarAxis, radarScore, radarScores } from "./radar.ts";
export {
  FORM_LEAST_ROUNDS,
  FORM_ROUNDS,
  type FormHalf,
  type FormRound,
  type RecentForm,
  recentForm,
} from "./recent-form.ts";

// What is earned: milestones, badges, awards.

export { type AwardTotal, awardTotals, type RoundAwardRow } from "./award-totals.ts";
export {
  type BadgeLeader,
  type BadgeStanding,
  badgeStandings,
  type HeldBadge,
} from "./badge-holders.ts";
export {
  BADGE_SUMS,
  BADGES,
  type BadgeCategory,
  type BadgeProgress,
  type BadgeScale,
  badgeProgress,
  badgesOf,
  badgeText,
  type EarnedBadge,
} from "./badges.ts";
export { CHAOS_AWARDS, FUN_AWARDS, type FunAward, funAwards, type WonAward } from "./fun-awards.ts";
export {
  MILESTONES,
  type Milestone,
  type MilestoneProgress,
  type MilestoneScale,
  type MilestoneType,
  milestonesOf,
  newMilestones,
} from "./milestones.ts";
export { type Level, type Progress, progressOn } from "./thresholds.ts";

// Who is meant by a name.

export { foldName, nameLetters } from "./name-folding.ts";
export {
  clearHit,
  type Findable,
  findByName,
  LONGEST_SEARCH,
  type NameHit,
  type NameIndex,
  type NameMatch,
  nameIndex,
  nearestNames,
} from "./name-search.ts";

// Who with whom, who against whom.

export { type Baseline, baselineOf, impact, numbersOf } from "./baseline.ts";
export { type Duo, type DuoDirection, duo } from "./duo.ts";
export type { HistoryOptions } from "./history.ts";
export {
  checkLineUps,
  type LineUp,
  lineUpHash,
  matchupId,
  matchupIdOf,
  overlap,
} from "./line-up.ts";
export {
  endFor,
  isDecisive,
  type LineUpRound,
  letterOf,
  lineUpsOf,
  type MatchEnd,
  type MatchRecord,
  type MatchRow,
  recordOf,
} from "./match-row.ts";
export {
  type Matchup,
  type Meeting,
  type MeetingRecord,
  matchup,
  meetingOf,
  type PlayerImpact,
} from "./matchup.ts";
export { type Nemesis, nemesis, type Opponent } from "./nemesis.ts";
export { type PlayerRecord, playerRecord, type WinRecord, winRecord } from "./player-record.ts";
export {
  type PairSynergy,
  type PairTotals,
  pairSynergy,
  type Synergy,
  type SynergyParts,
  type SynergyTotals,
  synergies,
  synergyOf,
} from "./synergy.ts";
export { type WithPart, type WithWithout, withWithout } from "./with-without.ts";

// One session: tables, graphs, scores; the time of a round.

export {
  type AttackEnd,
  attackEnd,
  type EndedRound,
  secondsEarly,
  surrenderProven,
} from "./attack-end.ts";
export {
  GRAPH_PANELS,
  type GraphBand,
  type GraphPanelDefinition,
  type GraphSeriesDefinition,
} from "./graph-panels.ts";
export { roundMvp, roundMvpScore, type TeamMvp, teamMvps } from "./mvp.ts";
export {
  type PerformanceScore,
  type PerformanceScores,
  performanceScores,
  SCORE_PARTS,
  type ScoredPart,
  type ScorePart,
} from "./performance-score.ts";
export { clockSeconds, type RoundClock, secondsFaster, type TimedRound } from "./round-clock.ts";
export {
  type AliveStep,
  aliveSteps,
  type Death,
  type HitCounts,
  type HitShares,
  hitShares,
  openingKill,
} from "./round-events.ts";
export {
  type GraphPanel,
  type GraphPlayer,
  type GraphSeries,
  type SessionGraphs,
  sessionGraphs,
  type TimelineLine,
} from "./session-graphs.ts";
export { type MapResult, type SessionHeader, sessionHeader } from "./session-header.ts";
export { type SessionInput, type SessionTeamInput, sessionPlayers } from "./session-input.ts";
export { type SessionMap, type SessionMaps, sessionMaps } from "./session-maps.ts";
export {
  SESSION_TABLES,
  type SessionLine,
  type SessionTable,
  type SessionTableKey,
  sessionTable,
} from "./session-tables.ts";
export { type SessionTime, type SessionTimes, sessionTimes, timeCsv } from "./session-time.ts";
export { type SessionWeapon, type SessionWeapons, sessionWeapons } from "./session-weapons.ts";

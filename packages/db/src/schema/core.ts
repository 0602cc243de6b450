import { sql } from "drizzle-orm";
import {
  boolean,
  char,
  date,
  doublePrecision,
  index,
  integer,
  pgSequence,
  pgTable,
  smallint,
  time,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import {
  amounts,
  bytea,
  discordId,
  id,
  instant,
  jsonb,
  notNegative,
  oneOf,
  percents,
  rgb,
  roundNumberIn,
  shares,
  side,
  sides,
  text,
  unixSeconds,
  writtenAt,
} from "./columns.ts";

/** Numbers of gaming sessions. A number is never given twice, also when its session is emptied. */
export const gamingSessionIds = pgSequence("gaming_session_ids", { startWith: 1 });

/** A warning as the parser, the pairing or the checks gave it. */
export interface StoredWarning {
  readonly code: string;
  readonly message: string;
  readonly line?: number;
  readonly field?: string;
}

/** What a round counts for. `active` stands for a round that somebody announced by hand. */
export const roundStatuses = [
  "completed",
  "cancelled",
  "substitution",
  "active",
  "orphan_r2",
  "aborted",
] as const;

/** How a round ended. */
export const roundOutcomes = ["Fullhold", "Completed", "Surrender", "Aborted", "Unknown"] as const;

const endReasons = ["objective", "surrender", "time_expired", "unknown"] as const;
const durationSources = [
  "header",
  "next_limit",
  "limit",
  "players",
  "webhook",
  "report",
  "unknown",
] as const;
const differentials = ["none", "applied", "orphan"] as const;
const confidences = ["verified_header", "time_fallback", "ambiguous", "missing"] as const;
const stopwatchStates = ["TIME_SET", "FULL_HOLD"] as const;

/**
 * A round: one half of a map, played. Both rounds of a match share `match_id`. There is no row for
 * the whole match: see the view `match_summaries`.
 */
export const rounds = pgTable(
  "rounds",
  {
    id: id(),
    /** What the round is known by: its stats file, or `webhook:<map>:<round>:<end>` of a stand-in. */
    roundKey: text().notNull(),
    /** Key of the match's other round. */
    partnerKey: text(),
    /** Stamp of the Round 1 file and map; own stamp of an orphan, lone or aborted round. */
    matchId: text().notNull(),
    roundNumber: smallint().$type<1 | 2>().notNull(),
    /** The file of the ledger that holds the round, a report perhaps several; null: a webhook stands in for it. */
    fileName: text(),
    /** A league's report of the round, `#N` behind it for its Nth round; null: none came. */
    reportName: text(),
    /** The Round 1 file that was subtracted. */
    round1File: text(),
    /** Date in the file name: the game server's local date. */
    roundDate: date().notNull(),
    /** Time in the file name: local, some seconds after the round's end. */
    roundTime: time().notNull(),
    roundStartedAt: instant(),
    /** The round on the one clock: orders rounds, and decides sessions and pairs. */
    roundEndedAt: instant().notNull(),
    mapName: text().notNull(),
    /** Host name as in the header, with colour codes. */
    serverName: text(),
    configName: text(),
    /** Time limit as in the header, `M:SS`; of Round 2 the time to beat. */
    timeLimit: text(),
    timeLimitSeconds: doublePrecision(),
    /** The header's next time limit, `M:SS`. Not a measurement. */
    actualTime: text(),
    nextTimeLimitSeconds: doublePrecision(),
    defenderTeam: side().notNull().default(0),
    winnerTeam: side().notNull().default(0),
    isTied: boolean().notNull().default(false),
    roundOutcome: text().$type<(typeof roundOutcomes)[number]>(),
    roundStatus: text().$type<(typeof roundStatuses)[number]>().notNull().default("completed"),
    endReason: text().$type<(typeof endReasons)[number]>(),
    differential: text().$type<(typeof differentials)[number]>().notNull().default("none"),
    gamingSessionId: integer(),
    /** From the webhook: when play began and when intermission began. */
    roundStartUnix: unixSeconds(),
    roundEndUnix: unixSeconds(),
    /** Play time without pauses; null when unknown. */
    actualDurationSeconds: doublePrecision(),
    durationSource: text().$type<(typeof durationSources)[number]>(),
    /** The clock ran out. */
    fullTimeUsed: boolean(),
    totalPauseSeconds: doublePrecision().default(0),
    pauseCount: integer().default(0),
    isBotRound: boolean().notNull().default(false),
    botPlayerCount: integer().notNull().default(0),
    humanPlayerCount: integer().notNull().default(0),
    /** The gate of all numbers: false for filler maps, bot rounds, orphans and aborted rounds. */
    isValid: boolean().notNull().default(true),
    /** An operator took the round out; a new import does not bring it back. */
    invalidatedByOperator: boolean().notNull().default(false),
    /** First 16 hex digits of SHA-256 of `start:map:number`, the key of the webhook's data. */
    roundCanonicalId: text(),
    scoreConfidence: text().$type<(typeof confidences)[number]>(),
    roundStopwatchState: text().$type<(typeof stopwatchStates)[number]>(),
    /** Round 1: the time that Round 2 has to beat, where one was set. */
    timeToBeatSeconds: doublePrecision(),
    nextTimelimitMinutes: integer(),
    /** Ordinal of this map's play within the session. */
    mapPlaySeq: integer(),
    /** Team that attacked, and team that stood on side 1 (Axis); null where that cannot be told. */
    attackers: char({ length: 1 }).$type<"A" | "B">(),
    axisTeam: char({ length: 1 }).$type<"A" | "B">(),
    /** GUIDs of everybody who stood on the side, also without numbers in the stats file. */
    lineupAxis: jsonb().$type<readonly string[]>(),
    lineupAllies: jsonb().$type<readonly string[]>(),
    /** The league's fixture: the maps of one meeting of two teams, under the league's own id. */
    fixtureId: text(),
    /** Names of the two teams as the league writes them, with colour codes. */
    fixtureAlphaName: text(),
    fixtureBetaName: text(),
    /** Side of the team called alpha in this round; 0: not told. */
    fixtureAlphaSide: side(),
    /** Who won the fixture, as far as this round's report tells. */
    fixtureWinner: text().$type<"alpha" | "beta" | "draw">(),
    flags: jsonb().$type<readonly string[]>().notNull().default(sql`'[]'::jsonb`),
    warnings: jsonb().$type<readonly StoredWarning[]>().notNull().default(sql`'[]'::jsonb`),
    /** Hash of everything derived for this round, to see whether a new derivation changed it. */
    derivedHash: text(),
    createdAt: writtenAt(),
  },
  (t) => [
    unique("rounds_match_id_round_number_unique").on(t.matchId, t.roundNumber),
    unique("rounds_round_key_unique").on(t.roundKey),
    index("idx_rounds_stand_in_partner").on(t.partnerKey).where(sql`"file_name" is null`),
    index("idx_rounds_file_name").on(t.fileName).where(sql`"file_name" is not null`),
    uniqueIndex("rounds_round_canonical_id_unique")
      .on(t.roundCanonicalId)
      .where(sql`"round_canonical_id" is not null`),
    index("idx_rounds_report_name").on(t.reportName).where(sql`"report_name" is not null`),
    index("idx_rounds_fixture").on(t.fixtureId).where(sql`"fixture_id" is not null`),
    index("idx_rounds_date").on(t.roundDate),
    index("idx_rounds_status").on(t.roundStatus),
    index("idx_rounds_gaming_session").on(
      t.gamingSessionId,
      t.mapName,
      t.roundNumber,
      t.roundStatus,
    ),
    index("idx_rounds_end_reason").on(t.endReason),
    index("idx_rounds_start_unix").on(t.roundStartUnix),
    index("idx_rounds_map_number_start").on(t.mapName, t.roundNumber, t.roundStartUnix),
    index("idx_rounds_match_id").on(t.matchId),
    index("idx_rounds_ended_at").on(t.roundEndedAt),
    // Windows on one map: lists name maps in any case.
    index("idx_rounds_map_ended_at").on(sql`lower("map_name")`, t.roundEndedAt),
    roundNumberIn("rounds"),
    oneOf("rounds", "round_status", roundStatuses),
    oneOf("rounds", "round_outcome", roundOutcomes),
    oneOf("rounds", "end_reason", endReasons),
    oneOf("rounds", "differential", differentials),
    oneOf("rounds", "duration_source", durationSources),
    oneOf("rounds", "score_confidence", confidences),
    oneOf("rounds", "round_stopwatch_state", stopwatchStates),
    oneOf("rounds", "attackers", ["A", "B"]),
    oneOf("rounds", "axis_team", ["A", "B"]),
    oneOf("rounds", "fixture_winner", ["alpha", "beta", "draw"]),
    ...sides("rounds", ["defender_team", "winner_team", "fixture_alpha_side"]),
    ...amounts("rounds", [
      "time_limit_seconds",
      "next_time_limit_seconds",
      "actual_duration_seconds",
      "total_pause_seconds",
      "time_to_beat_seconds",
    ]),
    ...notNegative("rounds", [
      "pause_count",
      "bot_player_count",
      "human_player_count",
      "next_timelimit_minutes",
      "map_play_seq",
    ]),
  ],
);

/**
 * One player's numbers in one round; of Round 2 the difference to Round 1. Columns that stem from
 * the tab part of the player's line are null when the line had none.
 */
export const playerComprehensiveStats = pgTable(
  "player_comprehensive_stats",
  {
    id: id(),
    roundId: integer()
      .notNull()
      .references(() => rounds.id, { onDelete: "cascade" }),
    roundDate: date().notNull(),
    mapName: text().notNull(),
    roundNumber: smallint().$type<1 | 2>().notNull(),
    /** Eight characters, upper case; longer where two humans share them. */
    playerGuid: text().notNull(),
    /** With colour codes. */
    playerName: text().notNull(),
    cleanName: text().notNull(),
    /** Side in this round; 0 unknown or spectator. */
    team: side().notNull().default(0),
    isBot: boolean().notNull().default(false),
    kills: integer().notNull().default(0),
    /** By enemies. */
    deaths: integer().notNull().default(0),
    damageGiven: integer().default(0),
    damageReceived: integer().default(0),
    teamDamageGiven: integer().default(0),
    teamDamageReceived: integer().default(0),
    gibs: integer().default(0),
    selfKills: integer().default(0),
    /** Self kills with almost the whole wait for the next spawn ahead. */
    fullSelfkills: integer().default(0),
    teamKills: integer().default(0),
    teamGibs: integer().default(0),
    /** Kills whose last hit was to the head. */
    headshotKills: integer().default(0),
    /** Hits on the head, all weapons. */
    headshots: integer().notNull().default(0),
    hits: integer().notNull().default(0),
    shots: integer().notNull().default(0),
    /** Own time on a team. */
    timePlayedSeconds: doublePrecision().default(0),
    timePlayedMinutes: doublePrecision().default(0),
    timeDeadMinutes: doublePrecision().default(0),
    timeDeadRatio: doublePrecision().default(0),
    /** Time alive in percent of the time on a team. */
    timePlayedPercent: doublePrecision(),
    /** May be negative. */
    xp: doublePrecision().default(0),
    kdRatio: doublePrecision().notNull().default(0),
    dpm: doublePrecision().notNull().default(0),
    efficiency: doublePrecision().notNull().default(0),
    bulletsFired: integer().default(0),
    accuracy: doublePrecision().notNull().default(0),
    killAssists: integer().default(0),
    /** Always 0: no stats file tells. */
    objectivesCompleted: integer().default(0),
    objectivesDestroyed: integer().default(0),
    objectivesStolen: integer().default(0),
    objectivesReturned: integer().default(0),
    dynamitesPlanted: integer().default(0),
    dynamitesDefused: integer().default(0),
    timesRevived: integer().default(0),
    revivesGiven: integer().default(0),
    mostUsefulKills: integer().default(0),
    uselessKills: integer().default(0),
    killSteals: integer().default(0),
    /** Seconds that victims of this player stayed dead. */
    deniedPlaytime: integer().default(0),
    constructions: integer().default(0),
    tankMeatshield: doublePrecision().default(0),
    doubleKills: integer().default(0),
    tripleKills: integer().default(0),
    quadKills: integer().default(0),
    multiKills: integer().default(0),
    megaKills: integer().default(0),
    killingSpreeBest: integer().default(0),
    deathSpreeWorst: integer().default(0),
    /** The `rounds` field of the player's line. */
    roundsHint: integer().notNull().default(0),
    flags: jsonb().$type<readonly string[]>().notNull().default(sql`'[]'::jsonb`),
    /** The 38 tab values as in the file; null where its writer has no such field. */
    rawTab: jsonb().$type<readonly (number | null)[]>(),
    createdAt: writtenAt(),
  },
  (t) => [
    unique("player_comprehensive_stats_round_id_player_guid_unique").on(t.roundId, t.playerGuid),
    index("idx_player_stats_guid_date").on(t.playerGuid, t.roundDate),
    // Everything that a career is told by, so that it is read without a page for each of its rounds.
    index("idx_player_stats_career").on(
      t.playerGuid,
      t.roundId,
      t.team,
      t.isBot,
      t.damageGiven,
      t.timePlayedSeconds,
    ),
    roundNumberIn("player_comprehensive_stats"),
    ...sides("player_comprehensive_stats", ["team"]),
    ...notNegative("player_comprehensive_stats", [
      "kills",
      "deaths",
      "damage_given",
      "damage_received",
      "team_damage_given",
      "team_damage_received",
      "gibs",
      "self_kills",
      "full_selfkills",
      "team_kills",
      "team_gibs",
      "headshot_kills",
      "headshots",
      "hits",
      "shots",
      "bullets_fired",
      "kill_assists",
      "objectives_completed",
      "objectives_destroyed",
      "objectives_stolen",
      "objectives_returned",
      "dynamites_planted",
      "dynamites_defused",
      "times_revived",
      "revives_given",
      "most_useful_kills",
      "useless_kills",
      "kill_steals",
      "denied_playtime",
      "constructions",
      "double_kills",
      "triple_kills",
      "quad_kills",
      "multi_kills",
      "mega_kills",
      "killing_spree_best",
      "death_spree_worst",
      "rounds_hint",
    ]),
    ...amounts("player_comprehensive_stats", [
      "time_played_seconds",
      "time_played_minutes",
      "time_dead_minutes",
      "kd_ratio",
      "dpm",
      "tank_meatshield",
    ]),
    ...percents("player_comprehensive_stats", [
      "time_dead_ratio",
      "time_played_percent",
      "efficiency",
      "accuracy",
    ]),
  ],
);

/** One weapon of one player in one round, if it did anything. */
export const weaponComprehensiveStats = pgTable(
  "weapon_comprehensive_stats",
  {
    id: id(),
    roundId: integer()
      .notNull()
      .references(() => rounds.id, { onDelete: "cascade" }),
    roundDate: date().notNull(),
    mapName: text().notNull(),
    roundNumber: smallint().$type<1 | 2>().notNull(),
    playerGuid: text().notNull(),
    playerName: text().notNull(),
    weaponName: text().notNull(),
    kills: integer().notNull().default(0),
    deaths: integer().notNull().default(0),
    /** Hits on the head. */
    headshots: integer().notNull().default(0),
    shots: integer().notNull().default(0),
    hits: integer().notNull().default(0),
    accuracy: doublePrecision().notNull().default(0),
    createdAt: writtenAt(),
  },
  (t) => [
    unique("weapon_comprehensive_stats_round_id_player_guid_weapon_unique").on(
      t.roundId,
      t.playerGuid,
      t.weaponName,
    ),
    index("idx_weapon_stats_guid_weapon").on(t.playerGuid, t.weaponName),
    roundNumberIn("weapon_comprehensive_stats"),
    ...notNegative("weapon_comprehensive_stats", ["kills", "deaths", "headshots", "shots", "hits"]),
    ...percents("weapon_comprehensive_stats", ["accuracy"]),
  ],
);

/** What a file of the game server is. */
export const fileKinds = [
  "stats",
  "endstats",
  "webhook",
  "gametime",
  "report",
  "proximity",
  "unknown",
] as const;

/** What became of a file. */
export const fileStatuses = [
  "imported",
  "failed",
  "duplicate",
  "skipped_old",
  "quarantined",
] as const;

/** The ledger: every file that was ever handed in, what became of it, and its bytes. */
export const processedFiles = pgTable(
  "processed_files",
  {
    id: id(),
    /** Base name. */
    filename: text().notNull(),
    kind: text().$type<(typeof fileKinds)[number]>().notNull().default("stats"),
    status: text().$type<(typeof fileStatuses)[number]>().notNull().default("imported"),
    success: boolean().notNull().default(true),
    errorCode: text(),
    /** Why it failed, `WARN: …` of a committed import, or `DUPLICATE_PAYLOAD_OF:<name>`. */
    errorMessage: text(),
    /** SHA-256 (hex) of the bytes, and of the lines after the first. */
    fileHash: text(),
    payloadHash: text(),
    attempts: smallint().notNull().default(0),
    nextRetryAt: instant(),
    mapName: text(),
    roundNumber: smallint(),
    /** The stamp of the name read as if it were UTC; the round's end for webhook, gametime and report. */
    playedAt: instant(),
    /** End of a report's last round, where it holds several; null for every other file. */
    playedUntil: instant(),
    playerLines: smallint(),
    /** The file itself, deflate-compressed. */
    raw: bytea(),
    /** Bytes before compression. */
    rawSize: integer(),
    firstSeenAt: writtenAt(),
    /** Last attempt. */
    processedAt: writtenAt(),
  },
  (t) => [
    uniqueIndex("idx_processed_files_filename").on(t.filename),
    index("idx_processed_files_kind_played_at").on(t.kind, t.playedAt),
    index("idx_processed_files_file_hash").on(t.fileHash),
    index("idx_processed_files_payload_hash").on(t.payloadHash),
    index("idx_processed_files_status").on(t.status),
    oneOf("processed_files", "kind", fileKinds),
    oneOf("processed_files", "status", fileStatuses),
    ...notNegative("processed_files", ["attempts", "player_lines", "raw_size"]),
  ],
);

/** How far a roster is to be trusted. */
export const detectionConfidences = ["high", "medium", "low"] as const;
const rosterSources = ["auto_r1", "auto_full", "manual"] as const;

/** The two rosters of a gaming session: people, across side swaps. */
export const sessionTeams = pgTable(
  "session_teams",
  {
    id: id(),
    sessionStartDate: date().notNull(),
    /** `ALL`: rosters of single maps are not kept. */
    mapName: text().notNull().default("ALL"),
    teamName: text().notNull(),
    /** Handle that stays when the team is renamed. */
    slot: char({ length: 1 }).$type<"A" | "B">(),
    /** Same order as the names. */
    playerGuids: jsonb().$type<readonly string[]>().notNull().default(sql`'[]'::jsonb`),
    playerNames: jsonb().$type<readonly string[]>().notNull().default(sql`'[]'::jsonb`),
    color: integer(),
    gamingSessionId: integer(),
    /** The session's number, else its date. */
    sessionIdentity: text().generatedAlwaysAs(
      sql`coalesce('s' || "gaming_session_id"::text, 'd' || ("session_start_date" - '1970-01-01'::date)::text)`,
    ),
    detectionConfidence: text().$type<(typeof detectionConfidences)[number]>(),
    /** Share of (player, round) that agrees with the team's majority side. */
    consistency: doublePrecision(),
    source: text().$type<(typeof rosterSources)[number]>().notNull().default("auto_full"),
    createdAt: writtenAt(),
  },
  (t) => [
    unique("session_teams_session_map_team_unique").on(t.sessionIdentity, t.mapName, t.teamName),
    uniqueIndex("session_teams_session_map_slot_unique")
      .on(t.sessionIdentity, t.mapName, t.slot)
      .where(sql`"slot" is not null`),
    index("idx_session_teams_gaming_session").on(t.gamingSessionId),
    oneOf("session_teams", "slot", ["A", "B"]),
    oneOf("session_teams", "detection_confidence", detectionConfidences),
    oneOf("session_teams", "source", rosterSources),
    rgb("session_teams", "color"),
    ...shares("session_teams", ["consistency"]),
  ],
);

/** Which person at Discord is which player. Belongs to the people: a rebuild keeps it. */
export const playerLinks = pgTable(
  "player_links",
  {
    id: id(),
    playerGuid: text().notNull().unique("player_links_player_guid_unique"),
    discordId: discordId().notNull().unique("player_links_discord_id_unique"),
    discordUsername: text(),
    /** Name when the link was made. */
    playerName: text(),
    /** Name for reports. */
    displayName: text(),
    displayNameSource: text().$type<"auto" | "custom" | "alias">().notNull().default("auto"),
    displayNameUpdatedAt: instant(),
    linkedAt: writtenAt(),
  },
  () => [oneOf("player_links", "display_name_source", ["auto", "custom", "alias"])],
);

/** Names that a player bore, as typed in game. */
export const playerAliases = pgTable(
  "player_aliases",
  {
    id: id(),
    guid: text().notNull(),
    alias: text().notNull(),
    /** Ends of the first and the last round under this name. */
    firstSeen: instant().notNull(),
    lastSeen: instant().notNull(),
    /** Rounds under this name. */
    timesSeen: integer().notNull().default(1),
  },
  (t) => [
    unique("player_aliases_guid_alias_unique").on(t.guid, t.alias),
    index("idx_player_aliases_alias_lower").on(sql`lower("alias")`),
    index("idx_player_aliases_guid_last_seen").on(t.guid, t.lastSeen.desc()),
    ...notNegative("player_aliases", ["times_seen"]),
  ],
);

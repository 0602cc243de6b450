import { createHash } from "node:crypto";
import type { ParseWarning, RoundOutcome } from "@slomix/stats-parser";
import {
  canonicalRoundId,
  type PairedRound,
  roundPauses,
  type SessionRound,
} from "@slomix/stopwatch";
import type { SqlValue } from "../../connect.ts";
import { storableText } from "../../storable.ts";
import { AWARD_COLUMNS, type GuidOf, type RoundDetails, VERSUS_COLUMNS } from "./detail-columns.ts";
import { eventRows } from "./event-columns.ts";
import {
  PLAYER_COLUMNS,
  type RoundContext,
  type StoredPlayer,
  WEAPON_COLUMNS,
} from "./player-columns.ts";
import { storedPlayers } from "./player-guids.ts";
import { reportFields } from "./report-columns.ts";

/** A row of `rounds` by column name, without id, session and time of writing. */
export type RoundFields = Readonly<Record<string, SqlValue>>;

/** One round as the database keeps it: its row, and the rows below it without their `round_id`. */
export interface RoundRecord {
  readonly key: string;
  /** The file of the ledger that it came from. */
  readonly file: string | null;
  readonly fields: RoundFields;
  readonly players: readonly (readonly SqlValue[])[];
  readonly weapons: readonly (readonly SqlValue[])[];
  readonly awards: readonly (readonly SqlValue[])[];
  readonly versus: readonly (readonly SqlValue[])[];
  /** What its report tells, by table as in `EVENT_TABLES`; empty without a report. */
  readonly events: readonly (readonly (readonly SqlValue[])[])[];
  /** Who played, for aliases: humans and bots. Names without colours, as they are stored. */
  readonly people: readonly {
    readonly guid: string;
    readonly name: string;
    readonly bot: boolean;
  }[];
  /** What the inserts are held against. */
  readonly expected: ExpectedRows;
  /** Hash of all of the above, equal means nothing to write: of the fields, then of the rows below. */
  readonly hash: string;
}

/** Length of each half of {@link RoundRecord.hash}. */
export const HALF_HASH = 32;

/** Sums and keys of what was sent, compared with what the database says it holds. */
export interface ExpectedRows {
  readonly number: number;
  readonly differential: string;
  readonly aborted: boolean;
  readonly stored: readonly StoredPlayer[];
}

const OUTCOMES: Readonly<Record<RoundOutcome, string>> = {
  completed: "Completed",
  fullhold: "Fullhold",
  surrender: "Surrender",
  aborted: "Aborted",
  unknown: "Unknown",
};

/** The rows of one round. */
export function recordRound(
  session: SessionRound,
  details: RoundDetails | undefined,
  warnings: readonly ParseWarning[],
): RoundRecord {
  const { round } = session;
  const { stats, telemetry } = round;
  const context: RoundContext = { date: round.date, map: round.map, number: round.number };
  const stored = storedPlayers(stats.players);
  const guids = new Map(stored.map((s) => [s.player, s.guid]));
  const guidOf: GuidOf = (player) => (player && guids.get(player)) ?? null;
  const startUnix = telemetry?.startUnix ?? unixOf(round.startMs);
  const pauses = roundPauses(round);
  const played: RoundFields = {
    round_key: round.key,
    partner_key: round.partner,
    file_name: ledgerFile(round),
    match_id: round.matchId,
    round_number: round.number,
    round_date: round.date,
    round_time: clockOf(round.time),
    map_name: round.map,
    server_name: stats.server,
    config_name: stats.config,
    time_limit: round.file?.header.timeLimitText ?? null,
    actual_time: round.file?.header.nextTimeLimitText ?? null,
    time_limit_seconds: stats.timeLimitSeconds,
    next_time_limit_seconds: stats.nextTimeLimitSeconds,
    defender_team: session.defenderSide ?? 0,
    winner_team: stats.winnerSide ?? 0,
    is_tied: false,
    round_outcome: OUTCOMES[session.outcome],
    round_status: session.status,
    round_start_unix: startUnix,
    round_end_unix: Math.round(round.endMs / 1000),
    round_started_at: round.startMs === null ? null : new Date(round.startMs),
    round_ended_at: new Date(round.endMs),
    actual_duration_seconds: stats.durationSeconds,
    duration_source: stats.durationSource,
    full_time_used: stats.fullTimeUsed,
    total_pause_seconds: pauses.seconds,
    pause_count: pauses.count,
    end_reason: session.endReason,
    is_bot_round: session.botRound,
    bot_player_count: session.bots,
    human_player_count: session.humans,
    is_valid: session.valid,
    round_canonical_id:
      startUnix === null || !telemetry
        ? null
        : canonicalRoundId(startUnix, round.map, round.number),
    score_confidence: stats.scoreConfidence,
    round_stopwatch_state: session.stopwatchState,
    time_to_beat_seconds: session.timeToBeatSeconds,
    next_timelimit_minutes: nextMinutes(session),
    map_play_seq: session.mapPlaySequence,
    differential: stats.differential,
    round1_file: stats.round1File,
    flags: flagsOf(session),
    warnings,
    attackers: session.attackers,
    axis_team: session.axisTeam,
    lineup_axis: session.axis,
    lineup_allies: session.allies,
  };
  // What no report filled is no part of the hash, nor are events that no report told.
  const fields = { ...played, ...reportFields(round.report) };
  const events = eventRows(round.report, stored);
  const players = stored.map((s) => PLAYER_COLUMNS.map(([, value]) => value(s, context)));
  const weapons = stored.flatMap((s) =>
    s.player.weapons.map((w) => WEAPON_COLUMNS.map(([, value]) => value(w, s, context))),
  );
  const awards = (details?.awards ?? []).map((award, i) =>
    AWARD_COLUMNS.map(([, value]) => value(award, i, guidOf, context)),
  );
  const versus = (details?.versus ?? []).map((line, i) =>
    VERSUS_COLUMNS.map(([, value]) => value(line, i, guidOf, context)),
  );
  const below = [players, weapons, awards, versus];
  return {
    key: round.key,
    file: ledgerFile(round),
    fields,
    players,
    weapons,
    awards,
    versus,
    events,
    people: stored.map(({ guid, player }) => ({
      guid: storableText(guid),
      name: storableText(player.name),
      bot: player.bot,
    })),
    expected: {
      number: round.number,
      differential: stats.differential,
      aborted: session.status === "aborted",
      stored,
    },
    hash: `${hashOf(round.report ? fields : played)}${hashOf(
      round.report ? [...below, ...events] : below,
    )}`,
  };
}

/** The file that holds the round: of a reported round the report, which may hold several. */
function ledgerFile({ file, report }: PairedRound): string | null {
  if (file === null) return null;
  return report !== null && report.name === file.name ? report.file : file.name;
}

/** Whether a round counts for its players, unless an operator takes it out. */
export function countsForPlayers({ fields }: RoundRecord): boolean {
  return (
    fields["is_valid"] === true &&
    ["completed", "substitution"].includes(fields["round_status"] as string)
  );
}

/** What a file's flags say without the other half and the webhook's lists, the session's say better. */
function flagsOf({ round, flags }: SessionRound): string[] {
  return [...new Set([...round.stats.flags.filter((flag) => flags.includes(flag)), ...flags])];
}

const hashOf = (value: unknown) =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, HALF_HASH);

/** Round 1: the limit of Round 2 in whole minutes, up. */
function nextMinutes({ round, timeToBeatSeconds }: SessionRound): number | null {
  if (round.number !== 1) return null;
  const seconds = timeToBeatSeconds ?? round.stats.timeLimitSeconds;
  return seconds === null ? null : Math.ceil(seconds / 60);
}

const unixOf = (ms: number | null) => (ms === null ? null : Math.round(ms / 1000));

const clockOf = (time: string) => `${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4, 6)}`;

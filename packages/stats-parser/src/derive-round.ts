import { isAbortedDump } from "./aborted-dump.ts";
import { carriedCounters } from "./carried-counters.ts";
import { subtractRound1 } from "./differential.ts";
import { leftBeforeEnd, lineupOf } from "./lineup.ts";
import {
  asWritten,
  longerThanRound,
  type OwnNumbers,
  ownSeconds,
  timeReadable,
} from "./own-numbers.ts";
import { countsDeadTime, playerRound } from "./player-round.ts";
import type { RoundReport } from "./reports/report-file.ts";
import type { ParseWarning } from "./result.ts";
import { measuredSeconds, type RoundDuration, roundDuration } from "./round-duration.ts";
import { roundOutcome } from "./round-outcome.ts";
import { resolveSides } from "./round-sides.ts";
import type { Differential, PlayerRound, RoundStats } from "./round-stats.ts";
import type { RoundTelemetry } from "./round-telemetry.ts";
import { rowWarnings } from "./row-checks.ts";
import type { PlayerLine, StatsFile } from "./stats-file.ts";

/** A Round 2 time this close to the round's holds Round 2 alone. */
const EQUAL_SECONDS = 9;

/** What is known of a round beside its own file. */
export interface RoundContext {
  /** The Round 1 file of a Round 2; null when there is none. A Round 1 has no partner. */
  readonly partner: StatsFile | null;
  /**
   * The file whose counters may run on in this Round 1: an earlier try of the same round that was
   * abandoned or broken off, nothing else played in between. Whether they do, its numbers tell.
   */
  readonly carried?: StatsFile | null;
  /** The map was changed in the middle of the round. Left out: {@link isAbortedDump} decides. */
  readonly aborted?: boolean;
  /** The webhook or gametime file of this round. */
  readonly telemetry?: RoundTelemetry | null;
  /** A league's report of this round; left out or null: none. */
  readonly report?: Pick<RoundReport, "elapsedSeconds"> | null;
}

/** A round and what was odd about it. */
export interface DerivedRound {
  readonly stats: RoundStats;
  /** Warnings of this step alone, file flags among them; those of the parser are not repeated. */
  readonly warnings: readonly ParseWarning[];
}

/**
 * The numbers of one round: a stats file with Round 1 taken off a Round 2, sides, duration and
 * outcome settled, and flags for every row that may not be the whole round. Which Round 1 belongs to
 * a Round 2 is not decided here. Without one a Round 2 is an `orphan`: its rows stay as written,
 * `cumulative` where they may hold Round 1. A Round 1 into which the counters of `carried` ran on has
 * that one taken off; where that is doubtful, its rows are `cumulative` and it has the flag
 * `carried_unproven`. An aborted round keeps its rows as written and has no duration.
 */
export function roundStats(file: StatsFile, context: RoundContext): DerivedRound {
  const partner = file.round === 2 ? context.partner : null;
  const telemetry = context.telemetry ?? null;
  const earlier = file.round === 1 ? (context.carried ?? null) : null;
  const aborted = context.aborted ?? isAbortedDump(file, { earlierRound1: partner ?? earlier });
  const warnings: ParseWarning[] = [];
  const flags: string[] = [...file.flags];
  const flag = (code: string, message: string) => {
    flags.push(code);
    warnings.push({ code, message });
  };

  const sides = resolveSides(file.header, telemetry);
  warnings.push(...sides.warnings);
  const measured = measuredSeconds(file.header, sides);
  const carried =
    aborted || earlier === null
      ? null
      : carriedCounters(file, earlier, measured ?? file.header.timeLimitSeconds);
  const base = aborted ? null : carried?.proven ? earlier : partner;
  const differential: Differential =
    base !== null ? "applied" : aborted || file.round === 1 ? "none" : "orphan";
  let numbers: readonly OwnNumbers[] = file.lines.map((line) => asWritten(line));
  if (base !== null) {
    const result = subtractRound1(file, base, measured);
    // Between two tries of Round 1 nobody has to change sides.
    numbers = carried ? result.players.map((own) => ({ ...own, round1: null })) : result.players;
    for (const warning of result.warnings) {
      if (warning.code === "differential_unreliable") flags.push(warning.code);
      warnings.push(warning);
    }
  }
  if (aborted) flag("aborted", "written before the round's end was recorded: not a round");
  if (differential === "orphan") {
    flag("orphan_r2", "no Round 1 file: rows flagged cumulative may hold Round 1 as well");
  }
  if (carried?.proven) {
    flag("carried_counters", `the counters of ${earlier?.name} ran on in this file: taken off`);
  } else if (carried !== null && carried.doubtful.size > 0) {
    const rows = carried.doubtful.size;
    flag("carried_unproven", `${rows} rows may hold ${earlier?.name} as well: in no total`);
  }

  const mayHoldMore = (own: OwnNumbers) => carried?.doubtful.has(own.line) ?? false;
  const whole = numbers.filter((own) => !mayHoldMore(own));
  const played = longestTime(
    differential === "orphan" ? whole.filter(({ line }) => timeIsOwn(line, file)) : whole,
  );
  const duration: RoundDuration = aborted
    ? { seconds: null, source: "unknown" as const, fullTimeUsed: null }
    : roundDuration(file.header, sides, played, {
        webhookSeconds: telemetry?.playtimeSeconds ?? null,
        report: context.report ?? null,
      });
  const verdict = aborted
    ? { outcome: "aborted" as const, confidence: sides.confidence, flags: [] }
    : roundOutcome(file.header, sides, duration, telemetry);
  if (verdict.flags.includes("surrender_deduced")) {
    flag("surrender_deduced", "the defenders won before the time ran out: the attackers gave up");
  }
  if (verdict.flags.includes("surrender_unconfirmed")) {
    flag(
      "surrender_unconfirmed",
      "the defenders called a surrender vote; no file tells whether it passed",
    );
  }

  const lineup = lineupOf(telemetry);
  const gone = lineup === null ? null : leftBeforeEnd(file, lineup);
  const listed = lineup === null ? 0 : lineup.axis.length + lineup.allies.length;
  if (file.lines.length < listed) {
    flag("players_missing", `${file.lines.length} players here, ${listed} at the end of the round`);
  }
  const sharedGuids = repeatedGuids(file);
  const players = numbers.map((own): PlayerRound => {
    const extra: string[] = [];
    if (!own.line.bot && sharedGuids.has(own.line.guid)) extra.push("guid8_shared");
    if (gone?.has(own.line)) extra.push("left_before_end");
    const cumulative = aborted
      ? own.line.rounds > 0
      : differential === "orphan"
        ? mayHoldRound1(own, file, duration)
        : mayHoldMore(own);
    if (cumulative) extra.push("cumulative");
    return playerRound(own, duration.seconds, countsDeadTime(file.header), extra);
  });
  const paused = players.filter((player) => player.flags.includes("pause_in_time")).length;
  if (paused > 0) {
    const message = `${paused} players have more time than the round lasted, as older engines count pauses: taken as the round's`;
    flag("pause_in_time", message);
  }
  warnings.push(...rowWarnings(file, players));
  if (isBotRound(players)) flag("bot_round", "more bots than humans, or a side without a human");

  const stats: RoundStats = {
    map: file.header.map,
    round: file.round,
    server: file.header.server,
    config: file.header.config,
    defenderSide: sides.defenderSide,
    winnerSide: sides.winnerSide,
    outcome: verdict.outcome,
    scoreConfidence: verdict.confidence,
    timeLimitSeconds: file.header.timeLimitSeconds,
    nextTimeLimitSeconds: file.header.badNextTime ? null : file.header.nextTimeLimitSeconds,
    durationSeconds: duration.seconds,
    durationSource: duration.source,
    fullTimeUsed: duration.fullTimeUsed,
    differential,
    round1File: base?.name ?? null,
    players,
    flags,
  };
  return { stats, warnings };
}

/** The longest time that anybody spent on a team in this round alone, seconds. */
function longestTime(numbers: readonly OwnNumbers[]): number | null {
  let longest: number | null = null;
  for (const own of numbers) {
    if (own.flags.includes("cumulative") || !timeReadable(own)) continue;
    const seconds = ownSeconds(own);
    if (seconds !== null && seconds > (longest ?? 0)) longest = seconds;
  }
  return longest;
}

/**
 * Whether nothing of Round 1 can be in the line of an orphan Round 2: no round had begun with counters
 * of this player's, while others of the file have seen one, and his time is not longer than the limit.
 * Where nobody has seen one, the field tells nothing.
 */
function cameAfterRound1(line: PlayerLine, file: StatsFile): boolean {
  if (line.rounds > 0 || longerThanRound(line, file.header.timeLimitSeconds)) return false;
  return file.lines.some((other) => other.rounds > 0);
}

/** Whether a line of an orphan Round 2 tells the time of Round 2 alone. */
function timeIsOwn(line: PlayerLine, file: StatsFile): boolean {
  return (line.playedSeconds ?? null) !== null || cameAfterRound1(line, file);
}

/** Whether a row of an orphan Round 2 may hold Round 1 as well. */
function mayHoldRound1(own: OwnNumbers, file: StatsFile, duration: RoundDuration): boolean {
  if (cameAfterRound1(own.line, file)) return false;
  // A time that was measured for the round alone says nothing of the other numbers.
  const seconds = (own.line.playedSeconds ?? null) === null ? ownSeconds(own) : null;
  // Nor do the players' times prove each other.
  if (seconds === null || duration.seconds === null || duration.source === "players") return true;
  return Math.abs(seconds - duration.seconds) > EQUAL_SECONDS;
}

function repeatedGuids(file: StatsFile): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { guid } of file.lines) {
    if (seen.has(guid)) repeated.add(guid);
    seen.add(guid);
  }
  return repeated;
}

/** A bot among humans fills a seat; more bots than humans, or a side of bots alone, is no game. */
function isBotRound(players: readonly PlayerRound[]): boolean {
  const bots = players.filter((player) => player.bot).length;
  if (bots === 0) return false;
  const humanOn = (side: number) => players.some((player) => !player.bot && player.side === side);
  return bots * 2 > players.length || !humanOn(1) || !humanOn(2);
}

import { isAbortedDump } from "./aborted-dump.ts";
import { subtractRound1 } from "./differential.ts";
import { leftBeforeEnd, lineupOf } from "./lineup.ts";
import { asWritten, type OwnNumbers, ownSeconds, timeReadable } from "./own-numbers.ts";
import { countsDeadTime, playerRound } from "./player-round.ts";
import type { ParseWarning } from "./result.ts";
import { measuredSeconds, roundDuration } from "./round-duration.ts";
import { roundOutcome } from "./round-outcome.ts";
import { resolveSides } from "./round-sides.ts";
import type { Differential, PlayerRound, RoundStats } from "./round-stats.ts";
import type { RoundTelemetry } from "./round-telemetry.ts";
import { rowWarnings } from "./row-checks.ts";
import type { StatsFile } from "./stats-file.ts";

/** A Round 2 time this close to the round's holds Round 2 alone. */
const EQUAL_SECONDS = 9;

/** What is known of a round beside its own file. */
export interface RoundContext {
  /** The Round 1 file of a Round 2; null when there is none. A Round 1 has no partner. */
  readonly partner: StatsFile | null;
  /** The map was changed in the middle of the round. Left out: {@link isAbortedDump} decides. */
  readonly aborted?: boolean;
  /** The webhook or gametime file of this round. */
  readonly telemetry?: RoundTelemetry | null;
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
 * `cumulative` where they hold Round 1. An aborted round keeps its rows as written and has no duration.
 */
export function roundStats(file: StatsFile, context: RoundContext): DerivedRound {
  const partner = file.round === 2 ? context.partner : null;
  const telemetry = context.telemetry ?? null;
  const aborted = context.aborted ?? isAbortedDump(file, { eligibleRound1: partner !== null });
  const warnings: ParseWarning[] = [];
  const flags: string[] = [...file.flags];
  const flag = (code: string, message: string) => {
    flags.push(code);
    warnings.push({ code, message });
  };

  const sides = resolveSides(file.header, telemetry);
  warnings.push(...sides.warnings);
  const differential: Differential =
    aborted || file.round === 1 ? "none" : partner === null ? "orphan" : "applied";
  let numbers: readonly OwnNumbers[] = file.lines.map((line) => asWritten(line));
  if (differential === "applied" && partner !== null) {
    const result = subtractRound1(file, partner, measuredSeconds(file.header, sides));
    numbers = result.players;
    for (const warning of result.warnings) {
      if (warning.code === "differential_unreliable") flags.push(warning.code);
      warnings.push(warning);
    }
  }
  if (aborted) flag("aborted", "the map was changed before the round ended: not a round");
  if (differential === "orphan") {
    flag(
      "orphan_r2",
      "no Round 1 file: numbers of both rounds together, where not flagged otherwise",
    );
  }

  const played = longestTime(numbers, differential);
  const duration = aborted
    ? { seconds: null, source: "unknown" as const, fullTimeUsed: null }
    : roundDuration(file.header, sides, played, telemetry?.playtimeSeconds ?? null);
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
    if (mayHoldRound1(own, differential, aborted, duration.seconds)) extra.push("cumulative");
    return playerRound(own, duration.seconds, countsDeadTime(file.header), extra);
  });
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
    round1File: differential === "applied" && partner !== null ? partner.name : null,
    players,
    flags,
  };
  return { stats, warnings };
}

/** The longest time that anybody spent on a team in this round alone, seconds. */
function longestTime(numbers: readonly OwnNumbers[], differential: Differential): number | null {
  let longest: number | null = null;
  for (const own of numbers) {
    if (differential === "orphan" && own.line.rounds >= 1) continue;
    if (own.flags.includes("cumulative") || !timeReadable(own)) continue;
    const seconds = ownSeconds(own);
    if (seconds !== null && seconds > (longest ?? 0)) longest = seconds;
  }
  return longest;
}

/** Whether a row as written may hold Round 1 as well. */
function mayHoldRound1(
  own: OwnNumbers,
  differential: Differential,
  aborted: boolean,
  roundSeconds: number | null,
): boolean {
  if (own.line.rounds === 0 || !(aborted || differential === "orphan")) return false;
  const seconds = ownSeconds(own);
  if (seconds === null || roundSeconds === null) return true;
  return Math.abs(seconds - roundSeconds) > EQUAL_SECONDS;
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

import {
  type Answer,
  boardOf,
  isBoard,
  type SumKey,
  sumName,
  type WeaponClass,
  weaponSumName,
} from "@slomix/analytics";
import type { Side } from "@slomix/stats-parser";
import type { Reader } from "../database.ts";
import {
  BESIDE,
  boundsOf,
  type LeaderboardDefinition,
  type LeaderboardMinimum,
  leaderboardOf,
  sumsOfBoard,
} from "./boards.ts";
import { kdRatio } from "./ratios.ts";
import { type AskedWindow, type RoundsWindow, roundsWindow } from "./rounds-window.ts";
import { sumsOfPlayers } from "./sums-of-players.ts";

/** Which part of a leaderboard, over which rounds. */
export interface LeaderboardFilter extends AskedWindow {
  readonly limit: number;
  readonly offset?: number | undefined;
  /** Rank from this many rounds up; default the metric's own minimum. */
  readonly minRounds?: number | undefined;
  /** Rounds of this map only, in any case. */
  readonly map?: string | undefined;
  /** Rounds on this side only. */
  readonly side?: Side | undefined;
  /** Only what was done with this class of weapons. */
  readonly weaponClass?: WeaponClass | undefined;
}

/** One player's place. */
export interface LeaderboardRow extends LeaderboardSums {
  /** Equals share it, and the next one is left out: 1, 2, 2, 4. */
  readonly rank: number;
  readonly guid: string;
  readonly name: string;
  /** With colour codes. */
  readonly rawName: string;
  readonly value: number;
  readonly kdRatio: number;
}

/** What stands beside the value, over the same rounds; of a class of weapons kills with it and deaths by it. */
export type LeaderboardSums = Readonly<Record<(typeof BESIDE)[number], number>>;

/** Somebody who has not played enough to be ranked. */
export interface UnrankedRow {
  readonly guid: string;
  readonly name: string;
  readonly rawName: string;
  readonly value: number;
  readonly rounds: number;
  /** What is missing to the minimum, one entry a bound. */
  readonly lacks: readonly {
    readonly sum: SumKey;
    readonly label: string;
    readonly missing: number;
  }[];
}

/** A page of a leaderboard. */
export interface Leaderboard extends LeaderboardDefinition {
  /** The period in words: `90 days to 2026-02-26 22:10 UTC`. */
  readonly window: string;
  /** First and last day that were looked at; null: no bound. */
  readonly from: string | null;
  readonly to: string | null;
  /** ISO 8601: what days count back from, the newest round unless asked otherwise; null without rounds. */
  readonly asOf: string | null;
  readonly weaponClass: WeaponClass | null;
  readonly side: Side | null;
  /** The minimum that was applied. */
  readonly minimum: readonly LeaderboardMinimum[];
  /** Players who reach it. */
  readonly total: number;
  /** Players with a round that counts, ranked or not. */
  readonly players: number;
  readonly rows: readonly LeaderboardRow[];
  /** Who is nearest to the minimum without reaching it, most rounds first, at most ten. */
  readonly unranked: readonly UnrankedRow[];
}

const UNRANKED = 10;

/**
 * Humans ranked over the rounds that count, by the definitions of `@slomix/analytics`. Equal values:
 * more rounds first, then by name. Null: there is no such metric. Two statements.
 *
 * @throws {DatabaseError}
 */
export async function leaderboard(
  db: Reader,
  metric: string,
  filter: LeaderboardFilter,
): Promise<Answer<Leaderboard> | null> {
  const definition = leaderboardOf(metric);
  if (!definition || !isBoard(metric)) return null;
  const { map, side, weaponClass, minRounds } = filter;
  const settled = await roundsWindow(db, filter);
  if (!settled.ok) return settled;
  const window = settled.value;
  const players = await sumsOfPlayers(db, {
    window,
    map,
    side,
    weaponClass,
    sums: sumsOfBoard(metric),
  });
  const filtered =
    window.period.kind !== "all" ||
    window.fromDate !== null ||
    window.toDate !== null ||
    map !== undefined ||
    side !== undefined;
  const board = boardOf(metric, players, filtered, {
    limit: filter.limit,
    offset: filter.offset,
    weaponClass,
    minimum: minRounds === undefined ? undefined : { rounds: minRounds },
  });
  if (!board.ok) return board;
  const known = new Map(players.map((player) => [player.guid, player]));
  const { total, rows, below, minimum } = board.value;
  const name = weaponClass === undefined ? sumName : weaponSumName(weaponClass);
  return {
    ok: true,
    value: {
      ...definition,
      formula: board.value.formula,
      window: wordsOf(window),
      from: window.fromDate ?? (window.fromMs === null ? null : dayOf(window.fromMs)),
      to: window.toDate ?? (window.fromMs === null ? null : (window.newest?.date ?? null)),
      asOf: window.asOfMs === null ? null : new Date(window.asOfMs).toISOString(),
      weaponClass: weaponClass ?? null,
      side: side ?? null,
      minimum: boundsOf(minimum, name),
      total,
      players: total + below.length,
      rows: rows.map(({ rank, guid, name, value, rounds }) => {
        const { rawName = name, sums } = known.get(guid) ?? {};
        const own: Partial<Record<SumKey, number>> | undefined =
          weaponClass === undefined ? sums : sums?.classes[weaponClass];
        const beside = Object.fromEntries(
          BESIDE.map((key) => [key, own?.[key] ?? 0]),
        ) as LeaderboardSums;
        return {
          rank,
          guid,
          name,
          rawName,
          value,
          ...beside,
          rounds,
          kdRatio: kdRatio(beside.kills, beside.deaths),
        };
      }),
      unranked: [...below]
        .sort((a, b) => b.rounds - a.rounds)
        .slice(0, UNRANKED)
        .map(({ guid, name: shown, value, rounds, sample }) => ({
          guid,
          name: shown,
          rawName: known.get(guid)?.rawName ?? shown,
          value,
          rounds,
          lacks: sample.missing.map(({ sum, has, needs }) => ({
            sum,
            label: name(sum),
            missing: Math.ceil(needs - has),
          })),
        })),
    },
  };
}

/** An end that was asked for is said, also where nothing counts back from it. */
function wordsOf({ words, period, open, asOfMs }: RoundsWindow): string {
  if (open || asOfMs === null || period.kind === "days") return words;
  return `${words} to ${new Date(asOfMs).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

import {
  emptySums,
  metricValue,
  nameLetters,
  type PlayerSums,
  type SumKey,
} from "@slomix/analytics";
import type { Database } from "../database.ts";
import { type FoundPlayer, findPlayers } from "./find-players.ts";
import { type KnownPlayer, keptNames } from "./kept-names.ts";
import { newestWindow } from "./rounds-window.ts";
import { sumsOfPlayers } from "./sums-of-players.ts";

/** What the roster can be sorted by. */
export const ROSTER_ORDERS = ["name", "rounds", "lastPlayed", "time", "kd", "dpm"] as const;

/** One of {@link ROSTER_ORDERS}. */
export type RosterOrder = (typeof ROSTER_ORDERS)[number];

/** Which part of the roster. */
export interface RosterFilter {
  /** As `findPlayers` looks for it; empty: everybody. */
  readonly search?: string | undefined;
  /** Default `lastPlayed`. */
  readonly sort?: RosterOrder | undefined;
  /** Least first; default most first, names from A. */
  readonly reversed?: boolean | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Somebody who has played, over the rounds that count. */
export interface RosterPlayer {
  readonly guid: string;
  /** The name to show. */
  readonly name: string;
  /** The same with colour codes. */
  readonly rawName: string;
  readonly rounds: number;
  readonly timePlayedSeconds: number;
  readonly kdRatio: number;
  readonly dpm: number;
  /** ISO 8601: end of the last round under any name. */
  readonly lastPlayed: string;
}

/** A page of everybody who has played. */
export interface Roster {
  /** Humans who have played. */
  readonly players: number;
  /** Those who fit the search. */
  readonly total: number;
  readonly rows: readonly RosterPlayer[];
  /** Where nobody fits: who bears or bore the names most like it, at most three. */
  readonly didYouMean: readonly FoundPlayer[];
}

const SUMS: ReadonlySet<SumKey> = new Set<SumKey>([
  "rounds",
  "kills",
  "deaths",
  "damageGiven",
  "timePlayedSeconds",
]);

/**
 * Everybody who has played, all time; of equal ones who played last, then who played most is first.
 *
 * @throws {DatabaseError}
 */
export async function roster(db: Database, filter: RosterFilter): Promise<Roster> {
  const { recent } = await keptNames(db);
  const { search = "", sort = "lastPlayed", reversed = false, limit, offset } = filter;
  const asked = search.trim() !== "";
  const found = asked ? await findPlayers(db, search, recent.length) : null;
  const fitting = found && new Set(found.players.map(({ guid }) => guid));
  const chosen = fitting ? recent.filter(({ guid }) => fitting.has(guid)) : recent;
  const sums = chosen.length > 0 ? await sumsOfAll(db) : new Map<string, PlayerSums>();
  const rows = chosen.map((player) => rowOf(player, sums.get(player.guid) ?? emptySums()));
  // Equal ones keep the order of the names: who played last is first.
  const direction = reversed ? -1 : 1;
  const ordered = rows
    .map((row) => ({ row, letters: sort === "name" ? nameLetters(row.name) : "" }))
    .sort((a, b) => direction * byOrder(sort, a, b));
  return {
    players: recent.length,
    total: rows.length,
    rows: ordered.slice(offset, offset + limit).map(({ row }) => row),
    didYouMean: found?.didYouMean ?? [],
  };
}

async function sumsOfAll(db: Database): Promise<Map<string, PlayerSums>> {
  const window = await newestWindow(db, "all");
  const players = await sumsOfPlayers(db, { window, sums: SUMS });
  return new Map(players.map(({ guid, sums }) => [guid, sums]));
}

const rowOf = (player: KnownPlayer, sums: PlayerSums): RosterPlayer => ({
  guid: player.guid,
  name: player.name,
  rawName: player.rawName,
  rounds: sums.rounds,
  timePlayedSeconds: sums.timePlayedSeconds,
  kdRatio: metricValue("kd", sums),
  dpm: metricValue("dpm", sums),
  lastPlayed: new Date(player.lastSeenMs).toISOString(),
});

interface Ordered {
  readonly row: RosterPlayer;
  /** Of the name, where names are compared. */
  readonly letters: string;
}

function byOrder(order: RosterOrder, a: Ordered, b: Ordered): number {
  switch (order) {
    case "name":
      return compare(a.letters, b.letters) || compare(a.row.name, b.row.name);
    case "rounds":
      return b.row.rounds - a.row.rounds;
    case "lastPlayed":
      return compare(b.row.lastPlayed, a.row.lastPlayed);
    case "time":
      return b.row.timePlayedSeconds - a.row.timePlayedSeconds;
    case "kd":
      return b.row.kdRatio - a.row.kdRatio;
    case "dpm":
      return b.row.dpm - a.row.dpm;
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

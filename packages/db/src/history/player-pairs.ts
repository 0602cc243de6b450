import { type Baseline, type PairSynergy, type WinRecord, winRecord } from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { numbersFrom } from "../ingest/matches/numbers.ts";
import { synergiesOf } from "../ingest/matches/synergy-rows.ts";
import { playerNames } from "./player-names.ts";

/** Matches of one kind, with the player's own numbers in them. */
export interface PairPart {
  readonly record: WinRecord;
  readonly numbers: Baseline;
}

/** A player and somebody whom he played with or against. */
export interface PairTotals {
  readonly guid: string;
  readonly name: string;
  readonly with: PairPart;
  readonly against: PairPart;
  /** Kills of each other, where endstats files tell. */
  readonly duel: { readonly kills: number; readonly deaths: number };
  /** Null: fewer than ten rounds together. */
  readonly synergy: PairSynergy | null;
}

interface Row {
  readonly guid: string;
  readonly [sum: string]: number | string;
}

const PARTS = [
  "matches",
  "wins",
  "losses",
  "draws",
  "rounds",
  "kills",
  "deaths",
  "damage",
  "time_ms",
];

/**
 * Everybody with whom or against whom a player (GUID) ever played a match that counts, most matches
 * first. From what is kept of pairs: no round is read.
 *
 * @param season `YYYY-Qn`; default all time
 * @throws {DatabaseError}
 */
export async function playerPairs(
  db: Reader,
  guid: string,
  season?: string,
): Promise<PairTotals[]> {
  const sums = ["with", "against"].flatMap((where) =>
    PARTS.map((part) => `sum(${where}_${part})::bigint as ${where}_${part}`),
  );
  const rows = await db.query<Row>(
    `select other_guid as guid, ${sums.join(", ")}, sum(duel_kills)::bigint as duel_kills,
       sum(duel_deaths)::bigint as duel_deaths
     from player_pairs where player_guid = $1 and other_guid <> $1
       and ($2::text is null or season = $2) group by 1`,
    [guid, season ?? null],
  );
  const names = await playerNames(
    db,
    rows.map((row) => row.guid),
  );
  const synergies = new Map(
    (await synergiesOf(db, [guid])).map((pair) => [pair.a === guid ? pair.b : pair.a, pair]),
  );
  return rows
    .map((row) => ({
      guid: row.guid,
      name: names.get(row.guid) ?? row.guid,
      with: partOf(row, "with"),
      against: partOf(row, "against"),
      duel: { kills: Number(row["duel_kills"]), deaths: Number(row["duel_deaths"]) },
      synergy: synergies.get(row.guid) ?? null,
    }))
    .sort(
      (a, b) => matchesOf(b) - matchesOf(a) || (a.guid < b.guid ? -1 : a.guid > b.guid ? 1 : 0),
    );
}

const matchesOf = (pair: PairTotals) => pair.with.record.matches + pair.against.record.matches;

function partOf(row: Row, where: "with" | "against"): PairPart {
  const sum = (part: string) => Number(row[`${where}_${part}`]);
  const ends = (["win", "loss", "draw"] as const).flatMap((end, i) =>
    Array.from({ length: sum(["wins", "losses", "draws"][i] ?? "") }, () => end),
  );
  return {
    record: winRecord(ends),
    numbers: numbersFrom({
      rounds: sum("rounds"),
      kills: sum("kills"),
      deaths: sum("deaths"),
      damage: sum("damage"),
      timeMs: sum("time_ms"),
    }),
  };
}

import type { SqlValue, Tx } from "../../connect.ts";
import { together } from "../../together.ts";
import { upsert } from "../store/write-rows.ts";
import { efficiencyOf, numbersFrom, type Totals } from "./numbers.ts";
import { PAIR_SUMS } from "./pair-facts.ts";

const sums = PAIR_SUMS.map((column) => `sum(${column})::bigint as ${column}`).join(", ");

/** Pairs over all sessions of a season, as a query over `session_pairs s`. */
export const PAIRS_OF_SEASONS = `select s.player_guid, s.other_guid, s.season, ${sums}
  from session_pairs s`;

/** A pair in a season: player, other, season. */
export type PairKey = readonly [string, string, string];

/** Adds up these pairs anew; a pair that no session has any more goes. */
export async function rollUpPairs(tx: Tx, pairs: readonly PairKey[]): Promise<void> {
  if (pairs.length === 0) return;
  const keys = [0, 1, 2].map((at) => pairs.map((pair) => pair[at] as string));
  const listed = "unnest($1::text[], $2::text[], $3::text[]) as k (player, other, season)";
  await together(
    tx.query(
      `delete from player_pairs p using ${listed}
       where p.player_guid = k.player and p.other_guid = k.other and p.season = k.season
         and not exists (select 1 from session_pairs s where s.player_guid = k.player
           and s.other_guid = k.other and s.season = k.season)`,
      keys,
    ),
    tx.query(
      `insert into player_pairs (player_guid, other_guid, season, ${PAIR_SUMS.join(", ")})
       ${PAIRS_OF_SEASONS} join ${listed}
         on s.player_guid = k.player and s.other_guid = k.other and s.season = k.season
       group by 1, 2, 3
       on conflict (player_guid, other_guid, season) do update set
         ${PAIR_SUMS.map((column) => `${column} = excluded.${column}`).join(", ")}`,
      keys,
    ),
  );
}

/** A player and a map, lower case. */
export type MapKey = readonly [string, string];

interface MapSums extends Totals {
  readonly guid: string;
  readonly map: string;
  readonly matches: number;
  readonly wins: number;
  readonly losses: number;
  readonly last: string;
}

const MAP_SUMS = `select m.player_guid as guid, m.map_name as map,
    count(m.team)::int as matches,
    count(*) filter (where m.outcome = 'win')::int as wins,
    count(*) filter (where m.outcome = 'loss')::int as losses,
    sum(m.rounds)::bigint as rounds, sum(m.kills)::bigint as kills,
    sum(m.deaths)::bigint as deaths, sum(m.damage_given)::bigint as damage,
    sum(m.time_played_ms)::bigint as "timeMs", max(m.played_on)::text as last
  from match_players m`;

/** Players' numbers on maps, by the matches that are kept; null: of everybody. */
export async function mapRows(
  tx: Tx,
  keys: readonly MapKey[] | null,
): Promise<Record<string, SqlValue>[]> {
  const found = await tx.query<MapSums>(
    keys
      ? `${MAP_SUMS} join unnest($1::text[], $2::text[]) as k (guid, map)
           on m.player_guid = k.guid and m.map_name = k.map group by 1, 2`
      : `${MAP_SUMS} group by 1, 2`,
    keys ? [keys.map(([guid]) => guid), keys.map(([, map]) => map)] : [],
  );
  return found.map((row) => {
    const { wins, losses } = row;
    const { killsPerRound, deathsPerRound, kd, dpm } = numbersFrom(row);
    return {
      player_guid: row.guid,
      map_name: row.map,
      matches_played: row.matches,
      total_rounds: row.rounds,
      wins,
      losses,
      win_rate: wins + losses > 0 ? wins / (wins + losses) : 0,
      avg_kills: killsPerRound,
      avg_deaths: deathsPerRound,
      avg_kd_ratio: kd,
      avg_dpm: dpm,
      avg_efficiency: efficiencyOf(row),
      last_match_date: row.last,
    };
  });
}

/** Writes players' numbers on maps anew; a map that somebody plays no more goes. */
export async function rollUpMaps(tx: Tx, keys: readonly MapKey[]): Promise<void> {
  if (keys.length === 0) return;
  const rows = await mapRows(tx, keys);
  const played = new Set(rows.map(({ player_guid, map_name }) => `${player_guid}\n${map_name}`));
  const left = keys.filter(([guid, map]) => !played.has(`${guid}\n${map}`));
  const removed =
    left.length === 0
      ? []
      : [
          tx.query(
            `delete from map_performance p using unnest($1::text[], $2::text[]) as k (guid, map)
             where p.player_guid = k.guid and p.map_name = k.map`,
            [left.map(([guid]) => guid), left.map(([, map]) => map)],
          ),
        ];
  await together(
    ...removed,
    upsert(tx, "map_performance", "player_guid, map_name", rows, {
      updated_at: "excluded.updated_at",
    }),
  );
}

import type { Tx } from "../../connect.ts";
import { COUNTED } from "../../queries/counted-rounds.ts";
import { together } from "../../together.ts";

/** What is added up of each weapon. */
const COLUMNS = ["rounds", "kills", "deaths", "headshots", "shots", "hits"] as const;

const INTO = `player_weapons as t (player_guid, weapon_name, ${COLUMNS.join(", ")})`;

/**
 * Takes what these rounds add to `player_weapons` out of it. Call before they are removed or written
 * over: a player's weapons of all time are too many to count anew with each round.
 */
export async function takeWeapons(tx: Tx, roundIds: readonly number[]): Promise<void> {
  if (roundIds.length === 0) return;
  await together(
    tx.query(
      `update player_weapons t set ${COLUMNS.map((column) => `${column} = t.${column} - s.${column}`).join(", ")}
       from (${weaponSums("w.round_id = any($1)")}) s
       where t.player_guid = s.player_guid and t.weapon_name = s.weapon_name`,
      [roundIds],
    ),
    tx.query(
      `delete from player_weapons t where t.rounds = 0 and t.player_guid in (
         select p.player_guid from player_comprehensive_stats p where p.round_id = any($1))`,
      [roundIds],
    ),
  );
}

/** Adds these rounds to `player_weapons`. */
export async function addWeapons(tx: Tx, roundIds: readonly number[]): Promise<void> {
  if (roundIds.length === 0) return;
  await tx.query(
    `insert into ${INTO} ${weaponSums("w.round_id = any($1)")}
     on conflict (player_guid, weapon_name) do update set
       ${COLUMNS.map((column) => `${column} = t.${column} + excluded.${column}`).join(", ")}`,
    [roundIds],
  );
}

/** Adds everything up anew. */
export async function sumUpWeapons(tx: Tx): Promise<void> {
  await tx.query("delete from player_weapons");
  await tx.query(`insert into ${INTO} ${weaponSums("true")}`);
}

/** Sums of humans by player and weapon over the rows that a condition takes. */
export function weaponSums(where: string): string {
  return `select p.player_guid, w.weapon_name, count(*) as rounds, sum(w.kills) as kills,
      sum(w.deaths) as deaths, sum(w.headshots) as headshots, sum(w.shots) as shots, sum(w.hits) as hits
    from weapon_comprehensive_stats w join rounds r on r.id = w.round_id
    join player_comprehensive_stats p on p.round_id = w.round_id and p.player_guid = w.player_guid
    where ${where} and not p.is_bot and ${COUNTED}
    group by p.player_guid, w.weapon_name`;
}

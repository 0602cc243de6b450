import { sumRoundWeapons, type WeaponRow } from "@slomix/analytics";
import type { Database, SqlValue, Tx } from "../../connect.ts";
import { WEAPON_SUM_COLUMNS, weaponSumValues } from "../records/weapon-sum-columns.ts";
import { countPlayers } from "../store/store-sessions.ts";
import { emptyTotals, refreshTotals } from "./refresh-totals.ts";
import { sumUpWeapons } from "./refresh-weapons.ts";
import { TouchedTotals } from "./touched-totals.ts";

/** Rounds of which the weapons are in memory at once. */
const AT_ONCE = 500;

/**
 * Makes all kept sums anew from the rows of the rounds, without their files: for a database that was
 * filled before there were such sums, or by other hands than the write path.
 */
export async function sumUpStoredRounds(tx: Tx): Promise<void> {
  await emptyTotals(tx);
  await tx.query("delete from round_weapon_sums");
  const rounds = await tx.query<{ id: number }>("select id from rounds order by id");
  for (let i = 0; i < rounds.length; i += AT_ONCE) {
    const ids = rounds.slice(i, i + AT_ONCE).map(({ id }) => id);
    await tx.copy("round_weapon_sums", ["round_id", ...WEAPON_SUM_COLUMNS], await rowsOf(tx, ids));
    const touched = new TouchedTotals();
    await touched.note(tx, ids);
    await refreshTotals(tx, touched, ids);
  }
  await sumUpWeapons(tx);
  const sessions = await tx.query<{ id: number }>(
    "select distinct gaming_session_id as id from session_results",
  );
  await countPlayers(
    tx,
    sessions.map(({ id }) => id),
  );
}

/**
 * Does so for a database that a program without kept sums has filled: after an update, before anything
 * is read. Costs a look otherwise.
 */
export async function sumUpWhereMissing(
  db: Pick<Database, "query" | "transaction">,
): Promise<void> {
  const [row] = await db.query<{ missing: boolean }>(
    `select not exists (select 1 from player_names) and exists (
       select 1 from player_comprehensive_stats where not is_bot) as missing`,
  );
  if (!row?.missing) return;
  await db.transaction(async (tx) => {
    await tx.lock("slomix-ingest");
    await sumUpStoredRounds(tx);
  });
}

async function rowsOf(tx: Tx, ids: readonly number[]): Promise<SqlValue[][]> {
  const rows = await tx.query<{ id: number; guid: string; weapons: readonly WeaponRow[] | null }>(
    `select p.round_id as id, p.player_guid as guid, jsonb_agg(jsonb_build_object(
         'weapon', w.weapon_name, 'kills', w.kills, 'deaths', w.deaths, 'headshots', w.headshots,
         'shots', w.shots, 'hits', w.hits)) filter (where w.round_id is not null) as weapons
     from player_comprehensive_stats p
     left join weapon_comprehensive_stats w
       on w.round_id = p.round_id and w.player_guid = p.player_guid
     where p.round_id = any($1) and not p.is_bot group by 1, 2`,
    [ids],
  );
  return rows.map(({ id, guid, weapons }) => [
    id,
    guid,
    ...weaponSumValues(sumRoundWeapons(weapons ?? [])),
  ]);
}

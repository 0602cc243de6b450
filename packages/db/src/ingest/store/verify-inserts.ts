import { createHash } from "node:crypto";
import type { Tx } from "../../connect.ts";
import { storableText } from "../../storable.ts";
import { together } from "../../together.ts";
import { VerificationError } from "../failure.ts";
import type { StoredPlayer } from "../records/player-columns.ts";
import type { RoundRecord } from "../records/round-record.ts";

const PLAYER_KEY = `concat_ws('|', player_guid, kills, deaths, headshots,
  coalesce(damage_given, -1), coalesce(damage_received, -1))`;
const WEAPON_KEY = `concat_ws('|', player_guid, weapon_name, kills, deaths, headshots, hits, shots)`;

/**
 * Reads the rows just written back, in the same transaction, and compares them one by one with
 * what was sent: keys and counts exactly (as a checksum a round, so that a season costs no
 * megabytes), kill ratio and efficiency within 0.01 of what the stored counts give.
 *
 * @throws VerificationError naming the round; the transaction rolls back
 */
export async function verifyInserts(
  tx: Tx,
  records: readonly RoundRecord[],
  idOf: (record: RoundRecord) => number,
): Promise<void> {
  if (records.length === 0) return;
  const ids = records.map(idOf);
  const [players, weapons, off] = await together(
    checksums(tx, "player_comprehensive_stats", PLAYER_KEY, ids),
    checksums(tx, "weapon_comprehensive_stats", WEAPON_KEY, ids),
    tx.query<{ id: number; guid: string }>(
      `select round_id as id, player_guid as guid from player_comprehensive_stats
       where round_id = any($1) and (
         abs(kd_ratio - kills::float8 / greatest(deaths, 1)) > 0.01 or
         abs(efficiency - coalesce(100.0::float8 * kills / nullif(kills + deaths, 0), 0)) > 0.01)
       limit 1`,
      [ids],
    ),
  );
  for (const record of records) {
    const id = idOf(record);
    const { stored } = record.expected;
    compare(record, "player rows", players.get(id), checksum(stored.map(playerKey)));
    compare(record, "weapon rows", weapons.get(id), checksum(stored.flatMap(weaponKeys)));
  }
  const bad = off[0] && records.find((record) => idOf(record) === off[0]?.id);
  if (bad)
    throw new VerificationError(
      `${bad.key}: stored ratios of ${off[0]?.guid} differ from those sent`,
    );
}

/** MD5 of the rows of each round, in the order of their keys' bytes, by round id. */
export async function checksums(tx: Tx, table: string, key: string, ids: readonly number[]) {
  const rows = await tx.query<{ id: number; sum: string }>(
    `select round_id as id, md5(string_agg(${key}, E'\\n' order by ${key} collate "C")) as sum
     from ${table} where round_id = any($1) group by round_id`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.sum]));
}

/** @throws VerificationError when the two differ */
export function compare(
  record: RoundRecord,
  what: string,
  got: string | undefined,
  sent: string | undefined,
) {
  if (got !== sent)
    throw new VerificationError(`${record.key}: ${what} read back differ from those sent`);
}

/** MD5 of the lines in byte order; undefined for none. No secret: it only has to notice a difference. */
export function checksum(lines: readonly string[]): string | undefined {
  if (lines.length === 0) return undefined;
  const sorted = lines.map((line) => Buffer.from(line)).sort(Buffer.compare);
  const hash = createHash("md5");
  sorted.forEach((line, i) => {
    if (i > 0) hash.update("\n");
    hash.update(line);
  });
  return hash.digest("hex");
}

function playerKey({ guid, player: p }: StoredPlayer): string {
  return `${storableText(guid)}|${p.kills}|${p.deaths}|${p.headshots}|${p.damageGiven ?? -1}|${p.damageReceived ?? -1}`;
}

function weaponKeys({ guid, player }: StoredPlayer): string[] {
  const id = storableText(guid);
  return player.weapons.map(
    (w) => `${id}|WS_${w.weapon}|${w.kills}|${w.deaths}|${w.headshots}|${w.hits}|${w.shots}`,
  );
}

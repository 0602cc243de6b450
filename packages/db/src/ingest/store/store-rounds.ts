import type { Tx } from "../../connect.ts";
import { COUNTED } from "../../queries/counted-rounds.ts";
import { VerificationError } from "../failure.ts";
import { AWARD_COLUMNS, VERSUS_COLUMNS } from "../records/detail-columns.ts";
import { PLAYER_COLUMNS, WEAPON_COLUMNS } from "../records/player-columns.ts";
import { HALF_HASH, type RoundRecord } from "../records/round-record.ts";
import { WEAPON_SUM_COLUMNS } from "../records/weapon-sum-columns.ts";
import { refreshTotals } from "../totals/refresh-totals.ts";
import { addWeapons, takeWeapons } from "../totals/refresh-weapons.ts";
import { TouchedTotals } from "../totals/touched-totals.ts";
import { sevenChecks } from "./seven-checks.ts";
import { beginAliasUpdate } from "./store-aliases.ts";
import { verifyInserts } from "./verify-inserts.ts";
import { upsert } from "./write-rows.ts";

/** A round that the database holds already. */
export interface KnownRound {
  readonly id: number;
  readonly key: string;
  readonly hash: string | null;
  readonly sessionId: number | null;
  /** An operator took it out. */
  readonly excluded: boolean;
  readonly endedAt: Date;
  /** It is in the sums of its players. */
  readonly counted: boolean;
  /** It stems from a stats file: a stand-in has no players. */
  readonly played: boolean;
}

/** What storing the rounds of a stretch did. */
export interface StoredRounds {
  /** Ids of all rounds of the stretch, by key. */
  readonly ids: ReadonlyMap<string, number>;
  /** Rounds that were written. */
  readonly written: readonly RoundRecord[];
  /** Findings of the seven checks, by key. */
  readonly findings: ReadonlyMap<string, readonly string[]>;
}

/**
 * The rounds of these files as the database holds them, stand-ins of their other halves included, and
 * whatever else stands where the given rounds are to stand: a file that went leaves its round in the
 * place that a stand-in takes.
 */
export function knownRounds(
  tx: Tx,
  files: readonly string[],
  places: readonly RoundRecord[] = [],
): Promise<KnownRound[]> {
  const values = (field: string) => [
    ...new Set(places.flatMap(({ fields }) => (fields[field] as string | null) ?? [])),
  ];
  // One look at one index each: as a single condition they would cost a look at every round.
  const found = [
    "round_key = any($1)",
    "file_name is null and partner_key = any($1)",
    "match_id = any($2)",
    "round_canonical_id is not null and round_canonical_id = any($3)",
  ].map((condition) => `select id from rounds where ${condition}`);
  return tx.query<KnownRound>(
    `select r.id, r.round_key as key, r.derived_hash as hash, r.gaming_session_id as "sessionId",
       r.invalidated_by_operator as excluded, r.round_ended_at as "endedAt", (${COUNTED}) as counted,
       r.file_name is not null as played
     from (${found.join(" union ")}) found join rounds r on r.id = found.id
     order by r.id`,
    [files, values("match_id"), values("round_canonical_id")],
  );
}

/**
 * Brings rounds and everything below them to what was derived: new rounds come, changed ones are
 * written over under their id, with everything below them where that changed too; unchanged ones are
 * not touched, gone ones go. Every row written is held against what was sent; a difference rolls
 * everything back.
 */
export async function storeRounds(
  tx: Tx,
  records: readonly RoundRecord[],
  known: readonly KnownRound[],
  rewrite: boolean,
): Promise<StoredRounds> {
  const before = new Map(known.map((k) => [k.key, k]));
  const keys = new Set(records.map((r) => r.key));
  const gone = known.filter((k) => !keys.has(k.key));
  const written = records.filter((r) => rewrite || before.get(r.key)?.hash !== r.hash);
  const fresh = written.filter((r) => !before.has(r.key));
  const changed = written.filter((r) => before.has(r.key));
  const idBefore = (r: RoundRecord) => (before.get(r.key) as KnownRound).id;
  const below = rewrite ? changed : changed.filter((r) => !sameBelow(r, before.get(r.key)));

  const removed = [...gone.filter((k) => k.played).map((k) => k.id), ...below.map(idBefore)];
  const aliases = await beginAliasUpdate(tx, removed);
  const totals = new TouchedTotals();
  await totals.noteGoing(tx, removed);
  await takeWeapons(tx, removed);
  if (gone.length > 0)
    await tx.query("delete from rounds where id = any($1)", [gone.map((k) => k.id)]);
  await freeMatches(tx, changed.map(idBefore));
  await clear(tx, below.map(idBefore));

  const ids = new Map(known.filter((k) => keys.has(k.key)).map((k) => [k.key, k.id]));
  const newIds = await nextIds(tx, fresh.length);
  for (const [i, record] of fresh.entries()) ids.set(record.key, newIds[i] as number);
  const idOf = (record: RoundRecord) => ids.get(record.key) as number;

  await upsert(
    tx,
    "rounds",
    "id",
    written.map((r) => ({ id: idOf(r), ...r.fields, derived_hash: r.hash })),
    { is_valid: "excluded.is_valid and not t.invalidated_by_operator" },
  );
  const filled = [...fresh, ...below];
  await copyChildren(tx, filled, idOf);

  await verifyInserts(tx, filled, idOf);
  const findings = await sevenChecks(tx, written, idOf);
  await aliases.finish(fresh, below);
  await totals.note(tx, filled.map(idOf));
  await refreshTotals(tx, totals);
  await addWeapons(tx, filled.map(idOf));
  return { ids, written, findings };
}

/** The tables whose rows hang on a round, with what fills them. */
const CHILDREN = [
  ["player_comprehensive_stats", PLAYER_COLUMNS.map(([name]) => name), "players"],
  ["weapon_comprehensive_stats", WEAPON_COLUMNS.map(([name]) => name), "weapons"],
  ["round_weapon_sums", WEAPON_SUM_COLUMNS, "weaponSums"],
  ["round_awards", AWARD_COLUMNS.map(([name]) => name), "awards"],
  ["round_vs_stats", VERSUS_COLUMNS.map(([name]) => name), "versus"],
] as const;

/**
 * Copies the rows below the rounds. Embedded, looking up each row's round one by one would take
 * longer than all the rest (280,000 look-ups a season), so the triggers of the foreign keys rest
 * meanwhile: the database has this one connection, the rounds were written in this transaction,
 * and one statement then proves that no row hangs in the air. All other constraints are checked.
 */
async function copyChildren(
  tx: Tx,
  written: readonly RoundRecord[],
  idOf: (record: RoundRecord) => number,
): Promise<void> {
  const together = tx.engine === "pglite" && written.length > 0;
  if (together) await tx.query("set local session_replication_role = replica");
  for (const [table, fields, part] of CHILDREN)
    await tx.copy(table, ["round_id", ...fields], rows(written, idOf, part));
  if (!together) return;
  await tx.query("set local session_replication_role = origin");
  const strays = await tx.query<{ n: number }>(
    `select count(*)::int as n from unnest($1::int[]) as w (id)
     where not exists (select 1 from rounds r where r.id = w.id)`,
    [written.map(idOf)],
  );
  if (strays[0]?.n !== 0)
    throw new VerificationError("rows were written for a round that is not there");
}

/** Match ids move out of the way of rounds that are written over: two may exchange theirs. */
async function freeMatches(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `update rounds set match_id = 'rewriting:' || id, round_canonical_id = null where id = any($1)`,
    [ids],
  );
}

/** Empties rounds of which the rows below are written anew. */
async function clear(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  for (const [table] of CHILDREN)
    await tx.query(`delete from ${table} where round_id = any($1)`, [ids]);
}

/**
 * Whether everything below a round stands as it should, and means the same to sums and names: a Round 2
 * that comes changes what its Round 1 is, and not what was done in it.
 */
function sameBelow(record: RoundRecord, known: KnownRound | undefined): boolean {
  const { fields, hash } = record;
  const counts =
    fields["is_valid"] === true &&
    ["completed", "substitution"].includes(fields["round_status"] as string);
  return (
    known?.hash?.slice(HALF_HASH) === hash.slice(HALF_HASH) &&
    known.counted === counts &&
    known.endedAt.getTime() === (fields["round_ended_at"] as Date).getTime()
  );
}

async function nextIds(tx: Tx, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await tx.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('rounds', 'id'))::int as id from generate_series(1, $1::int)`,
    [count],
  );
  return rows.map((row) => row.id).sort((a, b) => a - b);
}

function* rows(
  records: readonly RoundRecord[],
  idOf: (record: RoundRecord) => number,
  part: (typeof CHILDREN)[number][2],
) {
  for (const record of records) for (const row of record[part]) yield [idOf(record), ...row];
}

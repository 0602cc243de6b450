import type { SqlValue, Tx } from "../../connect.ts";
import { COUNTED } from "../../queries/counted-rounds.ts";
import { together } from "../../together.ts";
import { VerificationError } from "../failure.ts";
import { AWARD_COLUMNS, VERSUS_COLUMNS } from "../records/detail-columns.ts";
import { EVENT_TABLES } from "../records/event-columns.ts";
import { PLAYER_COLUMNS, WEAPON_COLUMNS } from "../records/player-columns.ts";
import { countsForPlayers, HALF_HASH, type RoundRecord } from "../records/round-record.ts";
import { WEAPON_SUM_COLUMNS, weaponSumRow } from "../records/weapon-sum-columns.ts";
import { refreshTotals } from "../totals/refresh-totals.ts";
import { addWeapons, takeWeapons } from "../totals/refresh-weapons.ts";
import { TouchedTotals } from "../totals/touched-totals.ts";
import { sevenChecks } from "./seven-checks.ts";
import { type AliasUpdate, beginAliasUpdate } from "./store-aliases.ts";
import { verifyEvents } from "./verify-events.ts";
import { verifyInserts } from "./verify-inserts.ts";
import { addRows, upsert } from "./write-rows.ts";

/** A round that the database holds already. */
export interface KnownRound {
  readonly id: number;
  readonly key: string;
  readonly hash: string | null;
  readonly matchId: string | null;
  readonly canonicalId: string | null;
  readonly sessionId: number | null;
  /** An operator took it out. */
  readonly excluded: boolean;
  readonly endedAt: Date;
  /** It is in the sums of its players. */
  readonly counted: boolean;
  /** A report told what happened in it. */
  readonly reported: boolean;
  /** It stems from a stats file: a stand-in has no players. */
  readonly played: boolean;
}

/** How the rounds of a stretch are to be brought to what was derived; what has to go is gone. */
export interface RoundsToStore {
  /** Ids of all rounds of the stretch, by key. */
  readonly ids: ReadonlyMap<string, number>;
  /** Rounds to be written. */
  readonly written: readonly RoundRecord[];
  /** Those of them that were not there before. */
  readonly fresh: readonly RoundRecord[];
  /** Those that were there, and below which the rows change too. */
  readonly below: readonly RoundRecord[];
  readonly aliases: AliasUpdate;
  readonly totals: TouchedTotals;
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
    `select r.id, r.round_key as key, r.derived_hash as hash, r.match_id as "matchId",
       r.round_canonical_id as "canonicalId", r.gaming_session_id as "sessionId",
       r.invalidated_by_operator as excluded, r.round_ended_at as "endedAt", (${COUNTED}) as counted,
       r.report_name is not null as reported, r.file_name is not null as played
     from (${found.join(" union ")}) found join rounds r on r.id = found.id
     order by r.id`,
    [files, values("match_id"), values("round_canonical_id")],
  );
}

/**
 * Finds out what of a stretch has to be written, and clears the way: rounds that are gone go, changed ones are
 * emptied where what lies below them changed, everything that comes has an id.
 */
export async function makeRoom(
  tx: Tx,
  records: readonly RoundRecord[],
  known: readonly KnownRound[],
  rewrite: boolean,
): Promise<RoundsToStore> {
  const before = new Map(known.map((k) => [k.key, k]));
  const keys = new Set(records.map((r) => r.key));
  const gone = known.filter((k) => !keys.has(k.key));
  const written = records.filter((r) => rewrite || before.get(r.key)?.hash !== r.hash);
  const fresh = written.filter((r) => !before.has(r.key));
  const changed = written.filter((r) => before.has(r.key));
  const idBefore = (r: RoundRecord) => (before.get(r.key) as KnownRound).id;
  const below = rewrite ? changed : changed.filter((r) => !sameBelow(r, before.get(r.key)));

  const removed = [...gone.filter((k) => k.played).map((k) => k.id), ...below.map(idBefore)];
  const totals = new TouchedTotals();
  const [aliases, , , , , , , newIds] = await together(
    beginAliasUpdate(tx, removed),
    totals.noteGoing(tx, removed),
    takeWeapons(tx, removed),
    remove(
      tx,
      gone.map((k) => k.id),
    ),
    freeMatches(tx, changed.filter((r) => !sameMatch(r, before.get(r.key))).map(idBefore)),
    clear(tx, CHILDREN, below.map(idBefore)),
    clear(tx, EVENT_CHILDREN, below.filter((r) => before.get(r.key)?.reported).map(idBefore)),
    nextIds(tx, fresh.length),
  );
  const ids = new Map(known.filter((k) => keys.has(k.key)).map((k) => [k.key, k.id]));
  for (const [i, record] of fresh.entries()) ids.set(record.key, newIds[i] as number);
  return { ids, written, fresh, below, aliases, totals };
}

/**
 * Writes rounds and what lies below them, and adds them up. Every row written is held against what was sent; a
 * difference rolls everything back.
 *
 * @param sessionOf the gaming session of each round, by key
 * @returns findings of the seven checks, by key
 */
export async function storeRounds(
  tx: Tx,
  { ids, written, fresh, below, aliases, totals }: RoundsToStore,
  sessionOf: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const idOf = (record: RoundRecord) => ids.get(record.key) as number;
  const filled = [...fresh, ...below];
  totals.add(filled);
  const [, , , , findings] = await together(
    upsert(
      tx,
      "rounds",
      "id",
      written.map((r) => ({
        id: idOf(r),
        ...r.fields,
        gaming_session_id: sessionOf.get(r.key) ?? null,
        derived_hash: r.hash,
      })),
      { is_valid: "excluded.is_valid and not t.invalidated_by_operator" },
    ),
    copyChildren(tx, filled, idOf),
    verifyInserts(tx, filled, idOf),
    verifyEvents(tx, filled, idOf),
    sevenChecks(tx, written, idOf),
    aliases.finish(fresh, below),
    refreshTotals(tx, totals, filled.map(idOf)),
    addWeapons(tx, filled.map(idOf)),
  );
  return findings;
}

/** The tables whose rows hang on a round, with what fills them. */
const CHILDREN: readonly Child[] = [
  ["player_comprehensive_stats", PLAYER_COLUMNS.map(([name]) => name), (r) => r.players],
  ["weapon_comprehensive_stats", WEAPON_COLUMNS.map(([name]) => name), (r) => r.weapons],
  ["round_weapon_sums", WEAPON_SUM_COLUMNS, weaponSums],
  ["round_awards", AWARD_COLUMNS.map(([name]) => name), (r) => r.awards],
  ["round_vs_stats", VERSUS_COLUMNS.map(([name]) => name), (r) => r.versus],
];

/** Those of a round that a report tells of: the others have no rows in them, and are not asked for. */
const EVENT_CHILDREN: readonly Child[] = EVENT_TABLES.map(({ table, columns }, i) => [
  table,
  columns,
  (r) => r.events[i] ?? [],
]);

type Child = readonly [
  table: string,
  columns: readonly string[],
  rows: (record: RoundRecord) => readonly (readonly SqlValue[])[],
];

function weaponSums({ expected }: RoundRecord): SqlValue[][] {
  return expected.stored.filter(({ player }) => !player.bot).map(weaponSumRow);
}

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
  if (written.length === 0) return;
  const fill = () =>
    [...CHILDREN, ...EVENT_CHILDREN].map(([table, columns, rowsOf]) =>
      addRows(tx, table, ["round_id", ...columns], rows(written, idOf, rowsOf)),
    );
  if (tx.engine === "postgres") {
    await together(...fill());
    return;
  }
  const [, , , strays] = await together(
    tx.query("set local session_replication_role = replica"),
    together(...fill()),
    tx.query("set local session_replication_role = origin"),
    tx.query<{ n: number }>(
      `select count(*)::int as n from unnest($1::int[]) as w (id)
       where not exists (select 1 from rounds r where r.id = w.id)`,
      [written.map(idOf)],
    ),
  );
  if (strays[0]?.n !== 0)
    throw new VerificationError("rows were written for a round that is not there");
}

async function remove(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await tx.query("delete from rounds where id = any($1)", [ids]);
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
async function clear(tx: Tx, children: readonly Child[], ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await together(
    ...children.map(([table]) => tx.query(`delete from ${table} where round_id = any($1)`, [ids])),
  );
}

/**
 * Whether everything below a round stands as it should, and means the same to sums and names: a Round 2
 * that comes changes what its Round 1 is, and not what was done in it.
 */
function sameBelow(record: RoundRecord, known: KnownRound | undefined): boolean {
  return (
    known?.hash?.slice(HALF_HASH) === record.hash.slice(HALF_HASH) &&
    known.counted === countsForPlayers(record) &&
    known.endedAt.getTime() === (record.fields["round_ended_at"] as Date).getTime()
  );
}

/** Whether a round written over keeps the two ids that no other round may have. */
function sameMatch({ fields }: RoundRecord, known: KnownRound | undefined): boolean {
  return (
    known?.matchId === fields["match_id"] && known?.canonicalId === fields["round_canonical_id"]
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
  rowsOf: Child[2],
) {
  for (const record of records) for (const row of rowsOf(record)) yield [idOf(record), ...row];
}

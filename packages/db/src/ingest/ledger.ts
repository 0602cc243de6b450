import { inflateRawSync } from "node:zlib";
import type { SqlValue, Tx } from "../connect.ts";
import { together } from "../together.ts";
import { type Arrival, LEDGER_KINDS, type LedgerKind, pack } from "./arrival.ts";
import { addRows } from "./store/write-rows.ts";

/** How a file stands in the ledger. */
export type LedgerStatus = "imported" | "failed" | "duplicate" | "skipped_old" | "quarantined";

/** What admission needs to know of a file that came before. */
export interface LedgerEntry {
  readonly id: number | null;
  readonly filename: string;
  readonly kind: string;
  readonly status: LedgerStatus;
  readonly fileHash: string;
  readonly payloadHash: string | null;
  readonly map: string | null;
  readonly round: number | null;
  readonly playerLines: number;
  readonly rawSize: number;
  readonly attempts: number;
  readonly playedAtMs: number | null;
  readonly playedUntilMs: number | null;
}

/** A file of the ledger by its place in time, without its bytes. */
export interface LedgerPlace {
  readonly id: number;
  readonly name: string;
  readonly kind: LedgerKind;
  readonly fileHash: string;
  readonly playedAtMs: number;
  /** End of a report's last round; else the same. */
  readonly playedUntilMs: number;
}

/** A line to be written. */
export interface LedgerWrite {
  readonly arrival: Arrival;
  readonly status: LedgerStatus;
  /** Why it is no plain import: a refusal's reason or `DUPLICATE_PAYLOAD_OF:<name>`. */
  readonly message: string | null;
  readonly errorCode: string | null;
  /** Known by this name already: the line is written over. */
  readonly replaces: boolean;
  readonly attempts: number;
  readonly nextRetryAt: Date | null;
}

const ENTRY = `id, filename, kind, status, file_hash as "fileHash", payload_hash as "payloadHash",
  map_name as map, round_number as round, coalesce(player_lines, 0)::int as "playerLines",
  coalesce(raw_size, 0) as "rawSize", attempts::int as attempts,
  (extract(epoch from played_at) * 1000)::float8 as "playedAtMs",
  (extract(epoch from played_until) * 1000)::float8 as "playedUntilMs"`;

/** The lines that could concern these arrivals: by name, or by the same body under another name. */
export function entriesFor(tx: Tx, arrivals: readonly Arrival[]): Promise<LedgerEntry[]> {
  const payloads = arrivals.flatMap((a) => (a.payloadHash ? [a.payloadHash] : []));
  return tx.query<LedgerEntry>(
    `select ${ENTRY} from processed_files where filename = any($1)
     union select ${ENTRY} from processed_files where payload_hash = any($2)`,
    [arrivals.map((a) => a.file.name), payloads],
  );
}

const COLUMNS = [
  "filename",
  "kind",
  "file_hash",
  "payload_hash",
  "success",
  "status",
  "error_message",
  "error_code",
  "attempts",
  "next_retry_at",
  "raw",
  "raw_size",
  "map_name",
  "round_number",
  "played_at",
  "played_until",
  "player_lines",
  "processed_at",
  "first_seen_at",
] as const;

/** Writes the lines of a batch, with the raw bytes, so that everything can be derived again without the folder. */
export async function writeLedger(
  tx: Tx,
  writes: readonly LedgerWrite[],
  now: Date,
): Promise<void> {
  const [known, fresh] = [writes.filter((w) => w.replaces), writes.filter((w) => !w.replaces)];
  const sets = COLUMNS.slice(1, -1).map((column, i) => `${column} = $${i + 2}`);
  await together(
    // The line keeps its id and first sight; everything else is of the new content.
    ...known.map((write) =>
      tx.query(
        `update processed_files set ${sets.join(", ")} where filename = $1`,
        ledgerRow(write, now).slice(0, -1),
      ),
    ),
    addRows(
      tx,
      "processed_files",
      COLUMNS,
      mapLazily(fresh, (w) => ledgerRow(w, now)),
    ),
  );
}

function ledgerRow(write: LedgerWrite, now: Date): SqlValue[] {
  const { arrival: a } = write;
  return [
    a.file.name,
    a.kind,
    a.fileHash,
    a.payloadHash,
    write.status === "imported" || write.status === "duplicate",
    write.status,
    write.message,
    write.errorCode,
    write.attempts,
    write.nextRetryAt,
    pack(a.kept),
    a.kept.length,
    a.map,
    a.round,
    a.playedAtMs === null ? null : new Date(a.playedAtMs),
    a.playedUntilMs === null ? null : new Date(a.playedUntilMs),
    a.playerLines,
    now,
    now,
  ];
}

function* mapLazily<A, B>(items: readonly A[], make: (item: A) => B): Iterable<B> {
  for (const item of items) yield make(item);
}

/** Marks files that turned out to be copies of an earlier one. */
export async function markDuplicates(
  tx: Tx,
  pairs: readonly { name: string; of: string }[],
): Promise<void> {
  await together(
    ...pairs.map(({ name, of }) =>
      tx.query(
        `update processed_files set status = 'duplicate', error_message = $2 where filename = $1`,
        [name, `DUPLICATE_PAYLOAD_OF:${of}`],
      ),
    ),
  );
}

const PLACE = `id, filename as name, kind, file_hash as "fileHash",
  (extract(epoch from played_at) * 1000)::float8 as "playedAtMs",
  (extract(epoch from coalesce(played_until, played_at)) * 1000)::float8 as "playedUntilMs"`;

/** No report holds rounds that lie further apart: the parser refuses them. */
const LONGEST_REPORT = "1 day";

/** The imported files whose place in time lies in [from, to] (unix ms), or reaches into it, in time order. */
export function placesBetween(tx: Tx, fromMs: number, toMs: number): Promise<LedgerPlace[]> {
  return tx.query<LedgerPlace>(
    `select ${PLACE} from processed_files
     where status = 'imported' and kind = any($3)
       and played_at between $1::timestamptz - interval '${LONGEST_REPORT}' and $2
       and coalesce(played_until, played_at) >= $1
     order by played_at, filename`,
    [new Date(fromMs), new Date(toMs), LEDGER_KINDS],
  );
}

/** The raw bytes of files, by ledger id. */
export async function rawBytes(tx: Tx, ids: readonly number[]): Promise<Map<number, Uint8Array>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: number; raw: Uint8Array }>(
    `select id, raw from processed_files where id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, inflateRawSync(row.raw)]));
}

/** The imported webhooks and gametime files of these round ends (unix ms). */
export function telemetryPlaces(tx: Tx, endsMs: readonly number[]): Promise<LedgerPlace[]> {
  return tx.query<LedgerPlace>(
    `select ${PLACE} from processed_files
     where status = 'imported' and kind in ('webhook', 'gametime')
       and played_at = any($1::timestamptz[])
     order by played_at, filename`,
    [endsMs.map((ms) => new Date(ms).toISOString())],
  );
}

/** What a committed import warns of, by stats file; null clears. */
export async function noteWarnings(
  tx: Tx,
  notes: readonly { readonly name: string; readonly message: string | null }[],
): Promise<void> {
  if (notes.length === 0) return;
  await tx.query(
    `update processed_files f set error_message = n.message
     from unnest($1::text[], $2::text[]) as n (name, message)
     where f.filename = n.name and f.error_message is distinct from n.message`,
    [notes.map((n) => n.name), notes.map((n) => n.message)],
  );
}

/** Keys of stored rounds that the new content of a report does not hold any more. */
export async function staleReportRounds(tx: Tx, writes: readonly LedgerWrite[]): Promise<string[]> {
  const replaced = writes.filter(({ arrival, replaces }) => replaces && arrival.kind === "report");
  if (replaced.length === 0) return [];
  const held = replaced.flatMap(({ arrival: { content } }) =>
    content?.kind === "report" ? content.value.rounds.map(({ name }) => name) : [],
  );
  const rows = await tx.query<{ key: string }>(
    "select round_key as key from rounds where file_name = any($1) and not (round_key = any($2))",
    [replaced.map(({ arrival }) => arrival.file.name), held],
  );
  return rows.map(({ key }) => key);
}

import type { Arrival } from "./arrival.ts";
import type { LedgerEntry, LedgerWrite } from "./ledger.ts";

/** What is done with each file of a batch. */
export interface Admission {
  readonly writes: readonly LedgerWrite[];
  /** Admitted as new or better content: what they touch is derived again. */
  readonly admitted: readonly Arrival[];
  /** Refused: into quarantine, whether or not the ledger knew it already. */
  readonly refused: readonly Arrival[];
  /** Known already, or a copy under another name. */
  readonly duplicates: readonly Arrival[];
  /** Came before as imports and turned out to be copies of an earlier-named file. */
  readonly demoted: readonly { readonly name: string; readonly of: string }[];
  /** Places in time (unix ms) of demoted files: their stretch changes too. */
  readonly demotedAtMs: readonly number[];
  /** The lines, as they stood, of imports that are written over: what they touched is derived again too. */
  readonly replaced: readonly LedgerEntry[];
  /** Known files that came with other, poorer content, which was left out. */
  readonly changed: readonly Arrival[];
}

/**
 * Decides for each file of a batch by name, raw hash and body hash. The outcome does not depend
 * on the order in which files come: of two versions of one file the fuller is kept (more player
 * lines, then more bytes, then the hash), of two files with one body the one with the earlier name.
 */
export function admit(
  arrivals: readonly Arrival[],
  entries: readonly LedgerEntry[],
  force: boolean,
): Admission {
  const byName = new Map<string, LedgerEntry>(entries.map((e) => [e.filename, e]));
  const byBody = new Map<string, LedgerEntry>();
  for (const entry of entries) {
    const key = bodyKey(entry);
    if (key && entry.status === "imported") byBody.set(key, entry);
  }
  const writes = new Map<string, LedgerWrite>();
  const duplicates: Arrival[] = [];
  const refused: Arrival[] = [];
  const changed: Arrival[] = [];
  const stored = new Set(entries.map((e) => e.filename));

  const write = (a: Arrival, status: LedgerWrite["status"], message: string | null) => {
    const before = byName.get(a.file.name);
    const earlier = writes.get(a.file.name);
    if (earlier) duplicates.push(earlier.arrival);
    writes.set(a.file.name, {
      arrival: a,
      status,
      message,
      errorCode: a.error?.code ?? null,
      replaces: stored.has(a.file.name),
      attempts: (before && before.fileHash === a.fileHash ? before.attempts : 0) + 1,
      nextRetryAt: null,
    });
    const entry = entryOf(a, status);
    byName.set(a.file.name, entry);
    const key = bodyKey(entry);
    if (key && status === "imported") byBody.set(key, entry);
  };

  for (const a of arrivals) {
    const before = byName.get(a.file.name);
    const known = before && (before.status === "imported" || before.status === "duplicate");
    if (known && before.fileHash === a.fileHash) {
      duplicates.push(a);
      continue;
    }
    if (a.error) {
      refused.push(a);
      // A damaged version never displaces what was read, and is not recorded twice.
      if (!known && !(before?.status === "quarantined" && before.fileHash === a.fileHash))
        write(a, "quarantined", messageOf(a));
      continue;
    }
    if (known && !force && !fuller(a, before)) {
      changed.push(a);
      duplicates.push(a);
      continue;
    }
    const twin = bodyTwin(a, byBody);
    if (twin && twin.filename < a.file.name) {
      write(a, "duplicate", null);
      duplicates.push(a);
      continue;
    }
    const waiting = twin && writes.get(twin.filename);
    if (waiting) {
      writes.set(twin.filename, { ...waiting, status: "duplicate" });
      duplicates.push(waiting.arrival);
    }
    write(a, "imported", null);
  }
  const original = (e: Parameters<typeof bodyKey>[0]) => byBody.get(bodyKey(e) ?? "")?.filename;
  const list = [...writes.values()].map((w) =>
    w.status === "duplicate" ? { ...w, message: `DUPLICATE_PAYLOAD_OF:${original(w.arrival)}` } : w,
  );
  const demoted: { name: string; of: string }[] = [];
  const demotedAtMs: number[] = [];
  for (const entry of entries) {
    const of = original(entry);
    if (!of || of === entry.filename || writes.get(of)?.status !== "imported") continue;
    if (entry.status !== "imported" && entry.status !== "duplicate") continue;
    demoted.push({ name: entry.filename, of });
    if (entry.status === "imported" && entry.playedAtMs !== null)
      demotedAtMs.push(entry.playedAtMs);
  }
  return {
    writes: list,
    admitted: list.filter((w) => w.status === "imported").map((w) => w.arrival),
    replaced: entries.filter(
      ({ filename, status }) => status === "imported" && writes.has(filename),
    ),
    refused,
    duplicates,
    demoted,
    demotedAtMs,
    changed,
  };
}

function messageOf(a: Arrival): string | null {
  if (!a.error) return null;
  const where = a.error.line === undefined ? "" : `line ${a.error.line}: `;
  return `${where}${a.error.message}`;
}

function entryOf(a: Arrival, status: LedgerEntry["status"]): LedgerEntry {
  return {
    id: null,
    filename: a.file.name,
    kind: a.kind,
    status,
    fileHash: a.fileHash,
    payloadHash: a.payloadHash,
    map: a.map,
    round: a.round,
    playerLines: a.playerLines,
    rawSize: a.kept.length,
    attempts: 1,
    playedAtMs: a.playedAtMs,
    playedUntilMs: a.playedUntilMs,
  };
}

function bodyKey(e: {
  payloadHash: string | null;
  map: string | null;
  round: number | null;
}): string | null {
  return e.payloadHash && `${e.payloadHash}:${e.map?.toLowerCase()}:${e.round}`;
}

function bodyTwin(a: Arrival, byBody: ReadonlyMap<string, LedgerEntry>): LedgerEntry | null {
  const key = bodyKey(a);
  const twin = key ? byBody.get(key) : undefined;
  return twin && twin.filename !== a.file.name ? twin : null;
}

function fuller(a: Arrival, before: LedgerEntry): boolean {
  if (a.playerLines !== before.playerLines) return a.playerLines > before.playerLines;
  if (a.kept.length !== before.rawSize) return a.kept.length > before.rawSize;
  return a.fileHash > before.fileHash;
}

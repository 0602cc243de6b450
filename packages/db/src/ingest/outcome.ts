import type { FileKind, ParseWarning } from "@slomix/stats-parser";
import type { Admission } from "./admission.ts";
import { type Arrival, isArrival, type LeftAlone } from "./arrival.ts";
import type { IngestFailure, IngestReport, QuarantinedFile } from "./contract.ts";
import type { StoredStretch } from "./store/store-stretch.ts";

/** What became of one batch. Names are base names; counts follow when all batches are through. */
export interface BatchOutcome {
  readonly imported: readonly string[];
  readonly duplicates: number;
  /** Files that were left alone. */
  readonly skipped: number;
  /** The kind of each file that is ours. */
  readonly kinds: readonly FileKind[];
  /** Paths of the files that are none of ours. */
  readonly notOurs: readonly string[];
  readonly quarantined: readonly QuarantinedFile[];
  readonly failures: readonly IngestFailure[];
  /** Every stats file of the derived stretches: an orphan Round 2 or not. */
  readonly orphans: ReadonlyMap<string, boolean>;
  readonly warnings: ReadonlyMap<string, readonly ParseWarning[]>;
  /** Known files that came with other content, which was left out. */
  readonly changed: readonly string[];
  readonly sessions: readonly number[];
}

/** The outcome of a batch from its parts. */
export function outcomeOf(
  received: readonly (Arrival | LeftAlone)[],
  admission: Admission,
  stored: StoredStretch,
): BatchOutcome {
  const orphans = new Map<string, boolean>();
  const warnings = new Map<string, readonly ParseWarning[]>();
  for (const a of admission.admitted)
    if (a.warnings.length > 0) warnings.set(a.file.name, a.warnings);
  for (const [name, orphan] of stored.orphans) orphans.set(name, orphan);
  for (const [name, list] of stored.warnings) {
    // Of rounds that were refused no round can tell.
    const refused = warnings.get(name)?.filter(({ code }) => code === "round_refused") ?? [];
    warnings.set(name, [...refused, ...list]);
  }
  return {
    imported: admission.admitted.map((a) => a.file.name),
    duplicates: admission.duplicates.length,
    skipped: received.filter((file) => !isArrival(file)).length,
    kinds: received.flatMap(({ kind }) => (kind === null ? [] : [kind])),
    notOurs: received.flatMap(({ kind, file }) => (kind === null ? [file.path] : [])),
    quarantined: admission.refused.flatMap((a) =>
      a.error ? [{ name: a.file.name, bytes: a.file.bytes, error: a.error }] : [],
    ),
    failures: admission.refused.flatMap((a) =>
      a.error ? [{ file: a.file.path, code: a.error.code, message: placed(a.error) }] : [],
    ),
    orphans,
    warnings,
    changed: admission.changed.map((a) => a.file.name),
    sessions: stored.sessions,
  };
}

function placed(error: { message: string; line?: number }): string {
  return error.line === undefined ? error.message : `line ${error.line}: ${error.message}`;
}

const CONTENT_CHANGED: ParseWarning = {
  code: "content_changed",
  message: "differs from the file imported before, which holds more and was kept",
};

/** Adds batches up. What a later batch says of a file holds: its other half may have come. */
export class OutcomeSum {
  readonly #imported = new Set<string>();
  readonly #orphans = new Map<string, boolean>();
  readonly #warnings = new Map<string, readonly ParseWarning[]>();
  readonly #changed = new Set<string>();
  readonly #sessions = new Set<number>();
  readonly #failures: IngestFailure[] = [];
  readonly #kinds: Partial<Record<FileKind, number>> = {};
  readonly #notOurs: string[] = [];
  #files = 0;
  #duplicates = 0;
  #skipped = 0;
  #quarantined = 0;

  get imported(): number {
    return this.#imported.size;
  }

  get failed(): number {
    return this.#failures.length;
  }

  add(batch: BatchOutcome): void {
    for (const name of batch.imported) this.#imported.add(name);
    for (const [name, orphan] of batch.orphans) this.#orphans.set(name, orphan);
    for (const [name, list] of batch.warnings) this.#warnings.set(name, list);
    for (const name of batch.changed) this.#changed.add(name);
    for (const id of batch.sessions) this.#sessions.add(id);
    for (const kind of batch.kinds) this.#kinds[kind] = (this.#kinds[kind] ?? 0) + 1;
    this.#notOurs.push(...batch.notOurs);
    this.#failures.push(...batch.failures);
    this.#files +=
      batch.imported.length + batch.duplicates + batch.skipped + batch.quarantined.length;
    this.#duplicates += batch.duplicates;
    this.#skipped += batch.skipped;
    this.#quarantined += batch.quarantined.length;
  }

  fail(failure: IngestFailure): void {
    this.#failures.push(failure);
    this.#files += 1;
  }

  report(): IngestReport {
    const warned = [...this.#imported].filter((n) => (this.#warnings.get(n)?.length ?? 0) > 0);
    return {
      files: this.#files,
      imported: this.#imported.size,
      duplicates: this.#duplicates,
      quarantined: this.#quarantined,
      orphans: [...this.#imported].filter((name) => this.#orphans.get(name)).length,
      warned: warned.length,
      skipped: this.#skipped,
      kinds: this.#kinds,
      notOurs: this.#notOurs,
      failures: this.#failures,
      sessions: [...this.#sessions].sort((a, b) => a - b),
      warnings: [
        ...warned.map((file) => ({ file, warnings: this.#warnings.get(file) ?? [] })),
        ...[...this.#changed].map((file) => ({ file, warnings: [CONTENT_CHANGED] })),
      ],
    };
  }
}

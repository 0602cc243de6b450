import type { FileKind, ParseError, ParseWarning } from "@slomix/stats-parser";
import type { StopwatchSettings } from "@slomix/stopwatch";

/** The seven steps of every round, in order; the words that trace, logs and docs use. */
export type Step = "download" | "parse" | "pair" | "check" | "score" | "store" | "show";

/** One file that has arrived whole. */
export interface IncomingFile {
  /** Base name: what the ledger knows it by. */
  readonly name: string;
  /** Where it came from, for messages. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Effects and settings of the write path; everything else follows from the files. */
export interface IngestOptions {
  readonly settings?: Partial<StopwatchSettings>;
  /** Take changed content of a known file even when it holds less. */
  readonly force?: boolean;
  /** The clock of the ledger. */
  readonly now?: () => Date;
  /** Called after each committed batch; `done` counts the files seen so far. */
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Keeps a refused file aside. Called after the commit that records it. */
  readonly onQuarantine?: (file: QuarantinedFile) => Promise<void>;
  /** Each step's value, for `slomix trace`. */
  readonly onStep?: (step: Step, value: unknown) => void;
  /** Files a transaction; 1 gives each file its own. Default 600. */
  readonly batchSize?: number;
}

/** A file that could not be read, with the reason. */
export interface QuarantinedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly error: ParseError;
}

/** Where a long import stands. */
export interface IngestProgress {
  readonly done: number;
  readonly imported: number;
  readonly failed: number;
}

/** One file that did not get in. */
export interface IngestFailure {
  readonly file: string;
  readonly code: string;
  readonly message: string;
}

/** What became of the files. `files` = all seen; each stands in exactly one of imported, duplicates, quarantined, skipped, failed. */
export interface IngestReport {
  readonly files: number;
  readonly imported: number;
  readonly duplicates: number;
  readonly quarantined: number;
  /** Round 2 files among the imported whose Round 1 is not here. */
  readonly orphans: number;
  /** Imported files with at least one warning. */
  readonly warned: number;
  /** Files that are none of ours (README, proximity, …). */
  readonly skipped: number;
  /** How many files there were of each kind, whatever became of them; a kind without any is left out. */
  readonly kinds: Readonly<Partial<Record<FileKind, number>>>;
  /** Paths of the skipped files that are of no kind at all. */
  readonly notOurs: readonly string[];
  readonly failures: readonly IngestFailure[];
  /** Gaming sessions that were touched. */
  readonly sessions: readonly number[];
  readonly warnings: readonly {
    readonly file: string;
    readonly warnings: readonly ParseWarning[];
  }[];
}

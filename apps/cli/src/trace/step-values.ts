import type { IncomingFile, SessionDetail, Step } from "@slomix/db";
import type {
  EndstatsFile,
  ParseError,
  ParseWarning,
  ReportFile,
  RoundTelemetry,
  StatsFile,
} from "@slomix/stats-parser";
import type { Pairing, ScoredRounds } from "@slomix/stopwatch";

/** A file as the step `parse` leaves it. */
export interface Arrived {
  readonly file: IncomingFile;
  readonly kind: "stats" | "endstats" | "webhook" | "gametime" | "report";
  readonly content:
    | { readonly kind: "stats"; readonly value: StatsFile }
    | { readonly kind: "endstats"; readonly value: EndstatsFile }
    | { readonly kind: "webhook" | "gametime"; readonly value: RoundTelemetry }
    | { readonly kind: "report"; readonly value: ReportFile }
    | null;
  readonly error: ParseError | null;
  readonly warnings: readonly ParseWarning[];
}

/** What each step of the write path hands on, and what is shown at the end. */
export interface StepValues {
  download: readonly IncomingFile[];
  parse: readonly Arrived[];
  pair: {
    readonly pairing: Pairing;
    readonly details: {
      readonly files: readonly { readonly file: string; readonly round: string | null }[];
    };
  };
  check: ReadonlyMap<string, readonly ParseWarning[]>;
  score: ScoredRounds;
  store: {
    readonly written: readonly string[];
    readonly sessions: readonly number[];
    readonly findings: ReadonlyMap<string, readonly string[]>;
    /** Rows of the throw-away database afterwards, by table. */
    readonly rows: Readonly<Record<string, number>>;
  };
  show: SessionDetail | null;
}

/** The steps in their order, each with what it does in a sentence. */
export const steps: readonly { readonly step: Step; readonly does: string }[] = [
  { step: "download", does: "a file leaves the game server whole, or not at all" },
  { step: "parse", does: "bytes become values, by the kind of file" },
  { step: "pair", does: "Round 2 finds its Round 1; what is cumulative becomes each round's own" },
  { step: "check", does: "what was missing, repaired or odd is said" },
  { step: "score", does: "rounds become matches and an evening, with teams and a score" },
  { step: "store", does: "everything goes into the database in one transaction, or nothing" },
  { step: "show", does: "bot, API, web and command line read the same queries" },
];

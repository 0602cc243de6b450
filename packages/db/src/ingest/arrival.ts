import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import {
  checkRoundFileName,
  type EndstatsFile,
  type ParsedFile,
  type ParseError,
  type ParseWarning,
  parseFile,
  parseGametimeFileName,
  parseRoundFileName,
  type ReportFile,
  type RoundTelemetry,
  type StatsFile,
  storableReport,
} from "@slomix/stats-parser";
import type { IncomingFile } from "./contract.ts";

/** The kinds of file that the ledger keeps. */
export const LEDGER_KINDS = ["stats", "endstats", "webhook", "gametime", "report"] as const;

/** One of {@link LEDGER_KINDS}. */
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/** What a readable file holds, by its kind. */
export type Content =
  | { readonly kind: "stats"; readonly value: StatsFile }
  | { readonly kind: "endstats"; readonly value: EndstatsFile }
  | { readonly kind: "webhook" | "gametime"; readonly value: RoundTelemetry }
  | { readonly kind: "report"; readonly value: ReportFile };

/** A file as it came in: hashed, parsed, placed in time. */
export interface Arrival {
  readonly file: IncomingFile;
  readonly kind: LedgerKind;
  /** What the ledger keeps: the file's bytes, of a report only what is read (no chat, no addresses). */
  readonly kept: Uint8Array;
  /** SHA-256 of the raw bytes, hex. */
  readonly fileHash: string;
  /** SHA-256 of a stats file's text without its header line; null for other kinds and empty bodies. */
  readonly payloadHash: string | null;
  /** File stamp read as UTC (stats, endstats) or end of the (first) round (others), unix ms. */
  readonly playedAtMs: number | null;
  /** End of a report's last round, unix ms; null for other kinds. */
  readonly playedUntilMs: number | null;
  readonly map: string | null;
  readonly round: number | null;
  /** Usable player lines: of two versions of one file the fuller one is kept. */
  readonly playerLines: number;
  readonly content: Content | null;
  readonly error: ParseError | null;
  readonly warnings: readonly ParseWarning[];
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A file that is left alone: of a kind that is not read yet, or (null) none of ours. */
export interface LeftAlone {
  readonly file: IncomingFile;
  readonly kind: "proximity" | null;
}

/** Whether a received file goes on. */
export function isArrival(received: Arrival | LeftAlone): received is Arrival {
  return "fileHash" in received;
}

/** Reads one file. */
export function receive(file: IncomingFile): Arrival | LeftAlone {
  const parsed = parseFile(file.bytes, file.name);
  if (parsed.kind === "proximity") return { file, kind: "proximity" };
  if (parsed.kind === null || isStranger(file.name, parsed)) return { file, kind: null };
  const kind: LedgerKind = parsed.kind;
  const named = kind === "stats" || kind === "endstats" ? checkRoundFileName(file.name) : null;
  const failure = !parsed.result.ok ? parsed.result.error : named && !named.ok ? named.error : null;
  const content = parsed.result.ok && !failure ? contentOf(kind, parsed.result.value) : null;
  const telemetry = content && "endUnix" in content.value ? content.value : null;
  const stats = content?.kind === "stats" ? content.value : null;
  const report = content?.kind === "report" ? content.value : null;
  const only = report?.rounds.length === 1 ? report.rounds[0]?.stats : null;
  return {
    file,
    kind,
    kept: kind !== "report" ? file.bytes : report ? storableReport(file.bytes) : NOTHING,
    fileHash: sha256(file.bytes),
    payloadHash: stats && stats.lines.length > 0 ? sha256(bodyOf(file.bytes)) : null,
    playedAtMs: telemetry
      ? telemetry.endUnix * 1000
      : report
        ? endMs(report, Math.min)
        : named?.ok
          ? named.value.stamp.naiveMs
          : null,
    playedUntilMs: report && endMs(report, Math.max),
    map: telemetry?.map ?? (stats ?? only)?.header.map ?? (named?.ok ? named.value.map : null),
    round: telemetry?.round ?? only?.round ?? (named?.ok ? named.value.round : null),
    playerLines: stats?.lines.length ?? (report ? linesIn(report) : 0),
    content,
    error: failure,
    warnings: [...(parsed.result.ok ? parsed.result.warnings : []), ...refusedRounds(report)],
  };
}

const NOTHING = new Uint8Array();

/** Rounds of a report that could not be read, as warnings of the file: the others are imported. */
function refusedRounds(report: ReportFile | null): ParseWarning[] {
  return (report?.refused ?? []).map(({ field, message }) => ({
    code: "round_refused",
    message: field === undefined ? message : `${field}: ${message}`,
    ...(field === undefined ? {} : { field }),
  }));
}

/** End of the first or of the last round of a report, unix ms. */
function endMs({ rounds }: ReportFile, which: typeof Math.min): number {
  return which(...rounds.map(({ telemetry }) => telemetry.endUnix)) * 1000;
}

function linesIn({ rounds }: ReportFile): number {
  return rounds.reduce((sum, { stats }) => sum + stats.lines.length, 0);
}

/** A stats header was read, and no player behind it. */
const HEADER_READ: ReadonlySet<string> = new Set<ParseError["code"]>(["empty", "no_players"]);

/**
 * Whether a file only looks like one of ours: its name is none of the game server's and its content
 * cannot be read either (a path in a README, the settings of another program). A stats header that
 * tells a round is enough to be ours; a table of three columns is not, unless it names an award.
 */
function isStranger(name: string, { kind, result }: ParsedFile): boolean {
  if (kind === "report" || parseRoundFileName(name) || parseGametimeFileName(name)) return false;
  if (!result.ok) return kind !== "stats" || !HEADER_READ.has(result.error.code);
  return (
    "awards" in result.value && !result.value.awards.some(({ category }) => category !== "other")
  );
}

function contentOf(kind: LedgerKind, value: unknown): Content {
  return { kind, value } as Content;
}

/** Everything behind the first line, with line ends made LF: a re-written mirror has the same. */
function bodyOf(bytes: Uint8Array): Uint8Array {
  const start = bytes.indexOf(10) + 1;
  const body = start === 0 ? bytes.subarray(bytes.length) : bytes.subarray(start);
  return body.includes(13) ? body.filter((byte, i) => byte !== 13 || body[i + 1] !== 10) : body;
}

/** Raw bytes as the ledger keeps them: raw deflate. */
export function pack(bytes: Uint8Array): Uint8Array {
  return deflateRawSync(bytes, { level: 6 });
}

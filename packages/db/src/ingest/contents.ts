import type {
  EndstatsFile,
  ParseWarning,
  ReportFile,
  RoundReport,
  RoundTelemetry,
  StatsFile,
} from "@slomix/stats-parser";
import {
  parseEndstats,
  parseGametime,
  parseReport,
  parseRoundWebhook,
  parseStatsFile,
} from "@slomix/stats-parser";
import type { Database, Tx } from "../connect.ts";
import type { Arrival } from "./arrival.ts";
import { type LedgerPlace, rawBytes } from "./ledger.ts";
import type { Stretch } from "./stretch.ts";

/** One endstats file with its bytes: parts of one round are read again as one. */
export interface EndstatsPart {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly value: EndstatsFile;
  readonly stampMs: number;
}

/** Everything that the files of a stretch say. */
export interface Evidence {
  readonly stats: readonly StatsFile[];
  readonly telemetry: readonly RoundTelemetry[];
  readonly reports: readonly RoundReport[];
  readonly endstats: readonly EndstatsPart[];
  /** What the parsers warned of, by file name. */
  readonly warnings: ReadonlyMap<string, readonly ParseWarning[]>;
}

interface Entry {
  readonly value: StatsFile | EndstatsFile | RoundTelemetry | ReportFile;
  readonly bytes: Uint8Array | null;
  readonly warnings: readonly ParseWarning[];
}

/** Files already read by this process, newest last: a single new file costs no reading of its evening. */
export class Contents {
  readonly #entries = new Map<string, Entry>();
  readonly #limit: number;

  constructor(limit = 1000) {
    this.#limit = limit;
  }

  /** Remembers what arrived. */
  add(arrivals: readonly Arrival[]): void {
    for (const { file, fileHash, content, warnings, kind } of arrivals)
      if (content)
        this.#set(file.name, fileHash, {
          value: content.value,
          bytes: kind === "endstats" ? file.bytes : null,
          warnings,
        });
  }

  /** The contents of these places; what is not remembered is read from the ledger's raw bytes. */
  async load(tx: Tx, places: readonly LedgerPlace[]): Promise<Map<LedgerPlace, Entry>> {
    const found = new Map<LedgerPlace, Entry>();
    const missing: LedgerPlace[] = [];
    for (const place of places) {
      const entry = this.#entries.get(key(place.name, place.fileHash));
      if (entry) found.set(place, entry);
      else missing.push(place);
    }
    const raw = await rawBytes(
      tx,
      missing.map((p) => p.id),
    );
    for (const place of missing) {
      const entry = read(place, raw.get(place.id) ?? new Uint8Array());
      if (!entry) continue;
      this.#set(place.name, place.fileHash, entry);
      found.set(place, entry);
    }
    return found;
  }

  #set(name: string, hash: string, entry: Entry): void {
    this.#entries.delete(key(name, hash));
    this.#entries.set(key(name, hash), entry);
    if (this.#entries.size > this.#limit)
      this.#entries.delete(this.#entries.keys().next().value as string);
  }
}

const key = (name: string, hash: string) => `${hash}:${name}`;

const PARSERS = {
  stats: parseStatsFile,
  endstats: parseEndstats,
  webhook: parseRoundWebhook,
  gametime: parseGametime,
  report: parseReport,
} as const;

function read(place: LedgerPlace, bytes: Uint8Array): Entry | null {
  const parsed = PARSERS[place.kind](bytes, place.name);
  if (!parsed.ok) return null;
  return {
    value: parsed.value,
    bytes: place.kind === "endstats" ? bytes : null,
    warnings: parsed.warnings,
  };
}

const perDatabase = new WeakMap<Database, Contents>();

/** The contents that belong to this open database. */
export function contentsOf(db: Database): Contents {
  const known = perDatabase.get(db);
  if (known) return known;
  const contents = new Contents();
  perDatabase.set(db, contents);
  return contents;
}

/** Reads a stretch: every file in it, whatever order it came in. */
export async function gather(tx: Tx, stretch: Stretch, contents: Contents): Promise<Evidence> {
  const loaded = await contents.load(tx, [...stretch.files, ...stretch.telemetry]);
  const stats: StatsFile[] = [];
  const telemetry: RoundTelemetry[] = [];
  const reports: RoundReport[] = [];
  const endstats: EndstatsPart[] = [];
  const warnings = new Map<string, readonly ParseWarning[]>();
  for (const [place, entry] of loaded) {
    if (place.kind === "stats") stats.push(entry.value as StatsFile);
    else if (place.kind === "endstats")
      endstats.push({
        name: place.name,
        bytes: entry.bytes ?? new Uint8Array(),
        value: entry.value as EndstatsFile,
        stampMs: place.playedAtMs,
      });
    else if (place.kind === "report") reports.push(...(entry.value as ReportFile).rounds);
    else telemetry.push(entry.value as RoundTelemetry);
    if (entry.warnings.length > 0) warnings.set(place.name, entry.warnings);
  }
  return { stats, telemetry, reports, endstats, warnings };
}

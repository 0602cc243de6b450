import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  parseGametime,
  parseRoundWebhook,
  parseStatsFile,
  type RoundTelemetry,
  type StatsFile,
} from "@slomix/stats-parser";
import { readArchive } from "../../stats-parser/test/support/archive.ts";
import type { RoundEvidence } from "../src/paired-round.ts";

/** A player in a round as the simulated server knew him. */
export interface TruePlayer {
  readonly guid: string;
  readonly team: "A" | "B";
  readonly side: number;
}

/** A round as the simulated server played it. */
export interface TrueRound {
  readonly map: string;
  readonly round: 1 | 2;
  readonly files: { readonly stats?: string };
  readonly players: readonly TruePlayer[];
  readonly winner_side: number;
  readonly defender_side: number;
  readonly duration_ms: number;
  readonly fullhold: boolean;
  readonly surrender: boolean;
  readonly surrender_side: number;
  readonly end_reason: string;
  readonly superseded?: boolean;
}

/** A map as the simulated server played it; `r1` and `r2` count rounds from 1. */
export interface TrueMap {
  readonly map: string;
  readonly r1: number | null;
  readonly r2?: number | null;
  readonly winner?: "A" | "B" | "draw";
  readonly result: string;
}

/** `truth.json` of an evening or an edge case. */
export interface Truth {
  readonly maps: readonly TrueMap[];
  readonly rounds: readonly TrueRound[];
  readonly score: { readonly A: number; readonly B: number; readonly draw: number };
}

/** An evening: what its files say and what happened. */
export interface Evening {
  readonly name: string;
  readonly evidence: RoundEvidence;
  readonly truth: Truth;
}

const SAMPLES = fileURLToPath(new URL("../../../samples/", import.meta.url));

/** Reads `samples/edge/<name>`: stats files, webhooks and gametime files. */
export function edgeEvening(name: string): Evening {
  const root = `${SAMPLES}edge/${name}/`;
  const files = new Map<string, Uint8Array>();
  for (const folder of ["gamestats", "webhooks", "gametimes"]) {
    for (const file of filesIn(root + folder)) {
      files.set(`${folder}/${file}`, readFileSync(`${root}${folder}/${file}`));
    }
  }
  return evening(name, files, readFileSync(`${root}truth.json`));
}

/** Reads the 90 evenings of `samples/season.tar.gz`. */
export function seasonEvenings(): Evening[] {
  const archive = readArchive(`${SAMPLES}season.tar.gz`);
  const roots = [...archive.keys()].flatMap((path) =>
    path.endsWith("/truth.json") ? [path.slice(0, -"truth.json".length)] : [],
  );
  return roots.sort().map((root) => {
    const files = new Map<string, Uint8Array>();
    for (const [path, bytes] of archive) {
      if (path.startsWith(root)) files.set(path.slice(root.length), bytes);
    }
    const truth = files.get("truth.json") ?? new Uint8Array();
    return evening(root.split("/").at(-2) ?? root, files, truth);
  });
}

function evening(name: string, files: Map<string, Uint8Array>, truth: Uint8Array): Evening {
  const stats: StatsFile[] = [];
  const telemetry: RoundTelemetry[] = [];
  for (const [path, bytes] of files) {
    const file = path.slice(path.indexOf("/") + 1);
    if (/^gamestats\/.*-round-\d\.txt$/.test(path)) take(stats, parseStatsFile(bytes, file));
    if (path.startsWith("webhooks/")) take(telemetry, parseRoundWebhook(bytes, file));
    if (path.startsWith("gametimes/")) take(telemetry, parseGametime(bytes, file));
  }
  return {
    name,
    evidence: { stats, telemetry },
    truth: JSON.parse(new TextDecoder().decode(truth)) as Truth,
  };
}

function take<T>(list: T[], result: { ok: true; value: T } | { ok: false }): void {
  if (result.ok) list.push(result.value);
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

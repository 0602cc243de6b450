import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readArchive } from "../../stats-parser/test/support/archive.ts";
import type { IncomingFile } from "../src/ingest/index.ts";

const samples = join(import.meta.dirname, "../../../samples");

/** The files of one edge case, as the game server left them. */
export function edgeFiles(name: string): IncomingFile[] {
  const root = join(samples, "edge", name);
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: basename(path), path, bytes: new Uint8Array(readFileSync(path)) }));
}

/** A player of a round as he really did. */
export interface TruePlayer {
  readonly guid: string;
  readonly name: string;
  readonly team: "A" | "B";
  readonly kills: number;
  readonly deaths: number;
  readonly damage_given: number;
  readonly damage_received: number;
  readonly headshot_hits: number;
  readonly shots: number;
  readonly hits: number;
  /** What a file can still show of him after a reconnect. */
  readonly recoverable?: Partial<Omit<TruePlayer, "recoverable">>;
}

/** What really happened in an evening. */
export interface Truth {
  readonly maps: readonly { map: string; result: string; winner?: string | null }[];
  readonly rounds: readonly {
    readonly files?: { readonly stats?: string };
    readonly players: readonly TruePlayer[];
  }[];
}

/** What really happened in an edge case. */
export function edgeTruth(name: string): Truth {
  return JSON.parse(readFileSync(join(samples, "edge", name, "truth.json"), "utf8"));
}

/** Names of all edge cases. */
export const edgeNames: readonly string[] = readdirSync(join(samples, "edge")).sort();

/** The season's files of the first `sessions` evenings (all without a number). */
export function seasonFiles(sessions = 90): IncomingFile[] {
  const archive = readArchive(join(samples, "season.tar.gz"));
  const folders = [...new Set([...archive.keys()].map((path) => path.split("/")[1] ?? ""))].sort();
  const wanted = new Set(folders.filter((f) => /^\d{4}/.test(f)).slice(0, sessions));
  return [...archive]
    .filter(([path]) => wanted.has(path.split("/")[1] ?? "") && !path.includes("/proximity/"))
    .map(([path, bytes]) => ({ name: basename(path), path, bytes }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

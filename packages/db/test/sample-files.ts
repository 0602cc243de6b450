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

/** What really happened in an edge case. */
export function edgeTruth(name: string): {
  maps: { map: string; result: string; winner?: string }[];
  rounds: { files: { stats?: string }; players: { guid: string; team: string; kills: number }[] }[];
} {
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

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  orThrow,
  parseGametime,
  parseRoundWebhook,
  parseStatsFile,
  type RoundTelemetry,
  type StatsFile,
} from "@slomix/stats-parser";
import { readArchive } from "../../stats-parser/test/support/archive.ts";

const SAMPLES = fileURLToPath(new URL("../../../samples/", import.meta.url));

/** An evening: its files, parsed, and `truth.json` as it is. */
export interface Evening {
  readonly name: string;
  readonly truth: unknown;
  readonly stats: readonly StatsFile[];
  readonly webhooks: readonly RoundTelemetry[];
  readonly gametimes: readonly RoundTelemetry[];
}

/** When a true round ran, unix seconds. */
export function trueTimes(round: object): { readonly start: number; readonly end: number } {
  const { start_unix, end_unix } = round as { start_unix: number; end_unix: number };
  return { start: start_unix, end: end_unix };
}

/** Reads `samples/edge/<name>`. */
export function edgeCase(name: string): Evening {
  const folder = `${SAMPLES}edge/${name}/`;
  const files = new Map<string, Uint8Array>();
  for (const part of ["gamestats", "webhooks", "gametimes"]) {
    if (!existsSync(folder + part)) continue;
    for (const file of readdirSync(folder + part)) {
      files.set(`${part}/${file}`, readFileSync(`${folder}${part}/${file}`));
    }
  }
  files.set("truth.json", readFileSync(`${folder}truth.json`));
  return evening(name, files);
}

/** Reads the 90 evenings of `samples/season.tar.gz`, oldest first. */
export function season(): Evening[] {
  const evenings = new Map<string, Map<string, Uint8Array>>();
  for (const [path, bytes] of readArchive(`${SAMPLES}season.tar.gz`)) {
    const below = path.slice(path.indexOf("/") + 1);
    const name = below.slice(0, below.indexOf("/"));
    const files = evenings.get(name) ?? new Map<string, Uint8Array>();
    evenings.set(name, files.set(below.slice(name.length + 1), bytes));
  }
  return [...evenings]
    .filter(([, files]) => files.has("truth.json"))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, files]) => evening(name, files));
}

function evening(name: string, files: ReadonlyMap<string, Uint8Array>): Evening {
  const below = <T>(folder: string, read: (bytes: Uint8Array, file: string) => T) =>
    [...files].flatMap(([path, bytes]) => {
      const file = path.startsWith(folder) ? path.slice(folder.length) : "";
      const wanted = folder !== "gamestats/" || /-round-[12]\.txt$/.test(file);
      return file !== "" && wanted ? [read(bytes, file)] : [];
    });
  const text = new TextDecoder().decode(files.get("truth.json"));
  return {
    name,
    truth: JSON.parse(text),
    stats: below("gamestats/", (bytes, file) => orThrow(parseStatsFile(bytes, file))),
    webhooks: below("webhooks/", (bytes, file) => orThrow(parseRoundWebhook(bytes, file))),
    gametimes: below("gametimes/", (bytes, file) => orThrow(parseGametime(bytes, file))),
  };
}

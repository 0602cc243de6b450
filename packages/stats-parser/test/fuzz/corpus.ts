import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sample } from "../support/rounds.ts";

/** A real file to start from. */
export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Whole evenings, and the edge cases whose files are unlike others. */
const FOLDERS = [
  "small/2025-09-12_s01",
  "small/2025-12-05_s02",
  "edge/bots",
  "edge/damaged_files",
  "edge/duplicate_names",
  "edge/guid_prefix_collision",
  "edge/map_change_mid_r2",
  "edge/odd_names",
  "edge/old_writer",
  "edge/pause_twice",
  "edge/reconnect_mid_r2",
  "edge/server_hitch",
  "edge/surrender_r2",
  "edge/webhook_v172",
];
const KINDS = ["gamestats", "webhooks", "gametimes", "damaged"];

/** The files of those folders by kind of folder, stats and endstats apart, so that each is drawn as often. */
export function corpus(): Seed[][] {
  const groups = new Map<string, Seed[]>();
  for (const folder of FOLDERS) {
    for (const kind of KINDS) {
      const path = sample(`${folder}/${kind}/`);
      if (!existsSync(path)) continue;
      for (const name of readdirSync(path).sort()) {
        const group = name.endsWith("-endstats.txt") ? "endstats" : kind;
        const seeds = groups.get(group) ?? [];
        // A Buffer's slices share its memory: damage to one would be damage to the seed.
        seeds.push({ name, bytes: Uint8Array.from(readFileSync(path + name)) });
        groups.set(group, seeds);
      }
    }
  }
  return [...groups.values()];
}

const GOLDEN = fileURLToPath(new URL("../golden/", import.meta.url));

/** Reports of every version, all of them made up. */
export function reportCorpus(): Seed[][] {
  const folders = readdirSync(GOLDEN).filter((name) => /^(match-)?report/.test(name));
  return folders.sort().map((folder) =>
    readdirSync(GOLDEN + folder)
      .filter((name) => name !== "expected.json")
      .map((name) => ({
        name,
        bytes: Uint8Array.from(readFileSync(`${GOLDEN}${folder}/${name}`)),
      })),
  );
}

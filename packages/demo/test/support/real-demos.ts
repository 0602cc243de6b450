import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Beside the checkout: recordings of real players, which are no part of the project. */
const FOLDER = join(import.meta.dirname, "../../../../../shared/data/demos");

/** What must be read from a recording, as two other decoders agree on. */
export interface Golden {
  readonly events: readonly Record<string, unknown>[];
  readonly hits: readonly Record<string, unknown>[];
  readonly [key: string]: unknown;
}

export const REAL_DEMOS = ["capture-test-demo", "demo01_cn2"] as const;

/** Whether the recordings are on this machine. */
export const hasRealDemos = existsSync(join(FOLDER, "demo01_cn2.dm_84"));

/** The name of a group of tests on them, which says so where they are left out. */
export function onRealDemos(what: string): string {
  return hasRealDemos ? what : `${what} (left out: no recordings in ../shared/data/demos)`;
}

export function realDemo(name: string): Uint8Array {
  // No Buffer: its slices share their bytes.
  return new Uint8Array(readFileSync(join(FOLDER, `${name}.dm_84`)));
}

export function goldenOf(name: string): Golden {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.events.json`), "utf8"));
}

import { baseName, parseGametimeFileName, parseRoundFileName } from "@slomix/stats-parser";
import { isArchive } from "./archive-entry.ts";

/** What a file is that is left unopened because of its name. */
export type UnopenedKind = "demo" | "archive" | "other";

/**
 * What its name makes a file, nothing of it being read; null for one that could be ours (`.txt`,
 * `.json`) and is to be opened.
 */
export function unopenedKind(path: string): UnopenedKind | null {
  if (/\.(txt|json)$/i.test(path)) return null;
  if (/\.dm_\d{1,3}$/i.test(path)) return "demo";
  return isArchive(path) ? "archive" : "other";
}

/** Whether a name is one that the game server gives to a file about a round. */
export function isRoundFile(path: string): boolean {
  const name = baseName(path);
  return parseRoundFileName(name) !== null || parseGametimeFileName(name) !== null;
}

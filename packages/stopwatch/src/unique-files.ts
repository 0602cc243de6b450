import type { StatsFile } from "@slomix/stats-parser";

/**
 * Files by name, each name once: of two versions the one with more player lines, then the longer one
 * (as parsed). Which of them came first does not matter.
 */
export function uniqueFiles(files: readonly StatsFile[]): StatsFile[] {
  const byName = new Map<string, StatsFile>();
  for (const file of files) {
    const known = byName.get(file.name);
    if (!known || fuller(file, known)) byName.set(file.name, file);
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function fuller(file: StatsFile, known: StatsFile): boolean {
  if (file.lines.length !== known.lines.length) return file.lines.length > known.lines.length;
  const [left, right] = [JSON.stringify(file), JSON.stringify(known)];
  return left.length === right.length ? left > right : left.length > right.length;
}

import type { FileKind } from "@slomix/stats-parser";
import type { UnopenedKind } from "./by-name.ts";

/** Every kind under which `import` counts a file; `other` is none of ours. */
export type CountedKind = FileKind | UnopenedKind;

/** How many files there were of each kind. */
export type KindCounts = Readonly<Record<CountedKind, number>>;

/** The words behind one and behind several files of each kind, in the order in which they are said. */
const words: Readonly<Record<CountedKind, readonly [one: string, many: string]>> = {
  stats: ["stats file", "stats files"],
  endstats: ["endstats file", "endstats files"],
  webhook: ["webhook", "webhooks"],
  gametime: ["gametime file", "gametime files"],
  report: ["league report", "league reports"],
  proximity: [
    "movement (proximity) file, not read yet",
    "movement (proximity) files, not read yet",
  ],
  demo: [
    "demo: read it with `slomix demo info FILE`",
    "demos: read them with `slomix demo info FILE`",
  ],
  archive: ["archive, not opened", "archives, not opened"],
  other: ["not ours", "not ours"],
};

/** All kinds with their numbers, those without any file too. */
export function kindCounts(counts: Readonly<Partial<Record<CountedKind, number>>>): KindCounts {
  const kinds = Object.keys(words) as CountedKind[];
  return Object.fromEntries(kinds.map((kind) => [kind, counts[kind] ?? 0])) as KindCounts;
}

/** The kinds for people, a line each; those without any file are left out. */
export function kindLines(counts: KindCounts): [number, string][] {
  return (Object.keys(words) as CountedKind[]).flatMap((kind): [number, string][] => {
    const [one, many] = words[kind];
    const number = counts[kind];
    return number === 0 ? [] : [[number, number === 1 ? one : many]];
  });
}

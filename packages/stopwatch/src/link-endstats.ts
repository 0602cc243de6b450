import type { ParseWarning, RoundNumber } from "@slomix/stats-parser";
import { mapKey } from "./map-key.ts";

/** An endstats file, or a round's stats file, by what their names say. `naiveMs`: the stamp read as UTC. */
interface Named {
  readonly map: string;
  readonly round: RoundNumber;
  readonly naiveMs: number;
}

/** An endstats file by its name. */
export interface EndstatsName extends Named {
  readonly name: string;
}

/** A round with a stats file that was not aborted (an aborted round has no endstats). */
export interface EndstatsRound extends Named {
  readonly key: string;
}

/** The endstats of one round. */
export interface EndstatsLink {
  /** File names in the order of writing; more than one where the writer split a round's output. */
  readonly parts: readonly string[];
  /** `endstats_far` when they were written more than a minute away from the stats file. */
  readonly warning?: ParseWarning;
}

/** Which endstats belong to which round. */
export interface EndstatsLinks {
  /** By round key. */
  readonly linked: ReadonlyMap<string, EndstatsLink>;
  /** Names of files that belong to no round here, sorted. */
  readonly unlinked: readonly string[];
}

/** Older writers named the file anew for each table: parts of one round lie this close together (ms). */
const ONE_OUTPUT = 10_000;
const NEAR = 60_000;
const FAR = 45 * 60_000;

/**
 * Links endstats files to rounds of equal map (without case) and number: parts at most 10 s apart
 * are one output, each output goes to the nearest round, one to one, smallest distance first (ties by
 * name). Up to 60 s without a word, up to 45 minutes with a warning, beyond that not at all. Does not
 * depend on the order of either list. Stamps are compared as the names have them: one clock wrote both.
 */
export function linkEndstats(
  endstats: readonly EndstatsName[],
  rounds: readonly EndstatsRound[],
): EndstatsLinks {
  const byRound = new Map<string, EndstatsRound[]>();
  for (const round of rounds) push(byRound, groupOf(round), round);
  const candidates: { parts: EndstatsName[]; round: EndstatsRound; distance: number }[] = [];
  for (const parts of outputs(endstats)) {
    const [first] = parts;
    for (const round of (first && byRound.get(groupOf(first))) ?? []) {
      const away = parts.map((part) => Math.abs(part.naiveMs - round.naiveMs));
      const distance = away.reduce((a, b) => Math.min(a, b));
      if (distance <= FAR) candidates.push({ parts, round, distance });
    }
  }
  candidates.sort(
    (a, b) =>
      a.distance - b.distance ||
      compare(a.parts[0]?.name ?? "", b.parts[0]?.name ?? "") ||
      compare(a.round.key, b.round.key),
  );
  const linked = new Map<string, EndstatsLink>();
  const used = new Set<EndstatsName[]>();
  for (const { parts, round, distance } of candidates) {
    if (used.has(parts) || linked.has(round.key)) continue;
    used.add(parts);
    const names = parts.map((part) => part.name);
    const warning = {
      code: "endstats_far",
      message: `endstats written ${Math.round(distance / 1000)} s away from the stats file`,
    };
    linked.set(round.key, distance > NEAR ? { parts: names, warning } : { parts: names });
  }
  const taken = new Set([...linked.values()].flatMap((link) => link.parts));
  const unlinked = new Set(endstats.flatMap(({ name }) => (taken.has(name) ? [] : [name])));
  return { linked, unlinked: [...unlinked].sort(compare) };
}

/** Files of one map and number, cut where more than 10 s lie between two. */
function outputs(endstats: readonly EndstatsName[]): EndstatsName[][] {
  const groups = new Map<string, EndstatsName[]>();
  const seen = new Set<string>();
  for (const file of endstats) {
    if (seen.has(file.name)) continue;
    seen.add(file.name);
    push(groups, groupOf(file), file);
  }
  return [...groups.values()].flatMap((group) => {
    group.sort((a, b) => a.naiveMs - b.naiveMs || compare(a.name, b.name));
    const cut: EndstatsName[][] = [];
    let last = Number.NEGATIVE_INFINITY;
    for (const file of group) {
      if (file.naiveMs - last > ONE_OUTPUT) cut.push([]);
      cut.at(-1)?.push(file);
      last = file.naiveMs;
    }
    return cut;
  });
}

function groupOf({ map, round }: Named): string {
  return `${round}/${mapKey(map)}`;
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

import type { PlayerLine } from "./stats-file.ts";

/**
 * Finds for each Round 2 line the same player's Round 1 line, or null; aligned with `round2`.
 *
 * Players are matched by GUID, never by name. Where a GUID8 stands on more than one line of a file
 * it is no identity (all bots share one, two humans can): within it raw names decide, then clean
 * names, and last, for humans, the one line left on each side, if on opposite sides.
 */
export function matchRound1Lines(
  round2: readonly PlayerLine[],
  round1: readonly PlayerLine[],
): (PlayerLine | null)[] {
  const groups = new Map<string, Group>();
  const groupOf = (line: PlayerLine) => {
    const key = line.bot ? `bot ${line.guid}` : line.guid;
    let group = groups.get(key);
    if (!group) {
      group = { round2: [], round1: [] };
      groups.set(key, group);
    }
    return group;
  };
  for (const line of round2) groupOf(line).round2.push(line);
  for (const line of round1) groupOf(line).round1.push(line);

  const partners = new Map<PlayerLine, PlayerLine>();
  for (const group of groups.values()) {
    const [two] = group.round2;
    const [one] = group.round1;
    const identity = group.round2.length === 1 && group.round1.length === 1 && !two?.bot;
    if (identity && two && one) partners.set(two, one);
    else matchByName(group, partners);
  }
  return round2.map((line) => partners.get(line) ?? null);
}

/** The lines of one GUID8. */
interface Group {
  round2: PlayerLine[];
  round1: PlayerLine[];
}

function matchByName(group: Group, partners: Map<PlayerLine, PlayerLine>): void {
  matchUnique(group, partners, (line) => line.rawName);
  matchUnique(group, partners, (line) => line.name);
  const [two] = group.round2;
  const [one] = group.round1;
  if (!two || !one || group.round2.length > 1 || group.round1.length > 1 || two.bot) return;
  if (two.side + one.side === 3 && two.side !== one.side) partners.set(two, one);
}

/** Pairs lines whose name is unique on each side and equal, and takes them out of the group. */
function matchUnique(
  group: Group,
  partners: Map<PlayerLine, PlayerLine>,
  nameOf: (line: PlayerLine) => string,
): void {
  const taken = new Set<PlayerLine>();
  for (const two of group.round2) {
    const same = (line: PlayerLine) => nameOf(line) === nameOf(two);
    const candidates = group.round1.filter(same);
    const [one] = candidates;
    if (!one || candidates.length > 1 || group.round2.filter(same).length > 1) continue;
    partners.set(two, one);
    taken.add(two).add(one);
  }
  group.round2 = group.round2.filter((line) => !taken.has(line));
  group.round1 = group.round1.filter((line) => !taken.has(line));
}

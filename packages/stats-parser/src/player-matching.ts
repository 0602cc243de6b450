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
  const alone1 = linesByGuid(round1);
  const alone2 = linesByGuid(round2);
  const partners = round2.map((line) => {
    const one = alone1.get(line.guid) ?? null;
    return alone2.get(line.guid) === line ? one : null;
  });
  const shared = round2.filter((line, i) => partners[i] === null && alone1.has(line.guid));
  if (shared.length === 0) return partners;
  const found = matchByNames(shared, round1);
  return round2.map((line, i) => partners[i] ?? found.get(line) ?? null);
}

/** The only line of each GUID8; null where several lines or a bot's have it. */
function linesByGuid(lines: readonly PlayerLine[]): Map<string, PlayerLine | null> {
  const byGuid = new Map<string, PlayerLine | null>();
  for (const line of lines) {
    byGuid.set(line.guid, byGuid.has(line.guid) || line.bot ? null : line);
  }
  return byGuid;
}

function matchByNames(
  round2: readonly PlayerLine[],
  round1: readonly PlayerLine[],
): Map<PlayerLine, PlayerLine> {
  const partners = new Map<PlayerLine, PlayerLine>();
  const groups = new Map<string, Group>();
  for (const two of round2) {
    const key = `${two.bot} ${two.guid}`;
    if (groups.has(key)) continue;
    const same = (line: PlayerLine) => line.guid === two.guid && line.bot === two.bot;
    groups.set(key, { round2: round2.filter(same), round1: round1.filter(same) });
  }
  for (const group of groups.values()) matchGroup(group, partners);
  return partners;
}

/** The lines of one GUID8. */
interface Group {
  round2: PlayerLine[];
  round1: PlayerLine[];
}

function matchGroup(group: Group, partners: Map<PlayerLine, PlayerLine>): void {
  matchUnique(group, partners, (line) => line.rawName);
  matchUnique(group, partners, (line) => line.name);
  const [two] = group.round2;
  const [one] = group.round1;
  if (!two || !one || group.round2.length > 1 || group.round1.length > 1 || two.bot) return;
  // 1 × 2: one stood on Axis, the other on Allies, as the sides swap between the rounds.
  if (two.side * one.side === 2) partners.set(two, one);
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

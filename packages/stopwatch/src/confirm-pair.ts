import { type PlayerLine, roundsBase, roundsWentOn, type StatsFile } from "@slomix/stats-parser";

/** Two things that say whether a Round 2 belongs to a Round 1. */
export interface PairEvidence {
  /** Round 2 was played against the time that Round 1 set: its limit is Round 1's next limit, within 1 s. */
  readonly limit: boolean;
  /** Both limits are known, and they differ. */
  readonly limitDiffers: boolean;
  /** More than half of the players of both have at least Round 1's damage and time: the engine went on counting. */
  readonly carried: boolean;
}

/** Tab fields that the engine carries over and that only grow: damage given, damage received, minutes. */
const GROWING = [
  [0, "damage_given"],
  [1, "damage_received"],
  [22, "time_played_minutes"],
] as const;

/** What the two files say about belonging together. Either of `limit` and `carried` is enough to pair. */
export function pairEvidence(round1: StatsFile, round2: StatsFile): PairEvidence {
  return { ...limitEvidence(round1, round2), carried: carriedOver(round1, round2) };
}

/** What the time limits alone say. */
export function limitEvidence(
  round1: StatsFile,
  round2: StatsFile,
): Pick<PairEvidence, "limit" | "limitDiffers"> {
  const set = round1.header.badNextTime ? null : round1.header.nextTimeLimitSeconds;
  const played = round2.header.timeLimitSeconds;
  const known = set !== null && played !== null;
  const limit = known && Math.abs(played - set) <= 1;
  return { limit, limitDiffers: known && !limit };
}

/** Somebody of this Round 2 was on the server when it began: his `rounds` went on since that Round 1. */
export function someoneCarriedOver(round1: StatsFile, round2: StatsFile): boolean {
  const before = singleLines(round1);
  const base = roundsBase(round1);
  return round2.lines.some((line) => roundsWentOn(line, before.get(line.guid) ?? null, base));
}

/** Whether the engine went on counting for most players of both. */
export function carriedOver(round1: StatsFile, round2: StatsFile): boolean {
  const before = singleLines(round1);
  let shared = 0;
  let grown = 0;
  for (const [guid, line] of singleLines(round2)) {
    const earlier = before.get(guid);
    if (!earlier?.tab || !line.tab) continue;
    shared++;
    if (hasGrown(earlier, line)) grown++;
  }
  return grown * 2 > shared;
}

function hasGrown(earlier: PlayerLine, later: PlayerLine): boolean {
  return GROWING.every(([index, key]) => {
    if (earlier.absent.includes(index) || later.absent.includes(index)) return true;
    if (earlier.badFields.includes(key) || later.badFields.includes(key)) return true;
    return (later.tab?.[index] ?? 0) >= (earlier.tab?.[index] ?? 0);
  });
}

/** Lines by GUID8; one that stands on several lines (all bots share one) identifies nobody. */
export function singleLines(file: StatsFile): Map<string, PlayerLine> {
  const lines = new Map<string, PlayerLine>();
  const several = new Set<string>();
  for (const line of file.lines) {
    if (lines.has(line.guid)) several.add(line.guid);
    lines.set(line.guid, line);
  }
  for (const guid of several) lines.delete(guid);
  return lines;
}

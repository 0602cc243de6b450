/** One line of a block: the owner's numbers against `opponent`. */
export interface BlockLine {
  readonly opponent: string;
  readonly kills: number;
  readonly deaths: number;
}

/** A server has 64 slots; a file with more names is not one of its files. */
const MAX_NAMES = 64;
/** Lines compared before giving up; a real round takes some hundreds. */
const MAX_STEPS = 200_000;

/**
 * Finds the owners of the blocks in an endstats file without VS_HEADER lines. The writer prints for
 * each player in turn a block of all enemies with whom he exchanged a kill, most kills first. So
 *
 * - A's block says `B k d` exactly when B's block says `A d k` (the mirror), so A's block has as many
 *   lines as the file has lines naming A, and everyone with a block is named in it;
 * - within a block kills never rise, no name comes twice, and all are on the side opposite to the owner's.
 *
 * The file is therefore tiled from the top: whose block can start here, given that its length and
 * numbers are known from the lines that name him? `sideOf` tells a name's side (1 or 2), or null when
 * that is not known. Answers one owner's name a line, or null when no tiling fits, or more than one,
 * or the search grows too large.
 */
export function solveVersusBlocks(
  lines: readonly BlockLine[],
  sideOf: (name: string) => number | null,
): string[] | null {
  const ids = new Map<string, number>();
  for (const { opponent } of lines) {
    if (!ids.has(opponent)) ids.set(opponent, ids.size);
    if (ids.size > MAX_NAMES) return null;
  }
  const count = ids.size;
  const side = Uint8Array.from(ids.keys(), (name) => {
    const known = sideOf(name);
    return known === 1 || known === 2 ? known : 0;
  });
  const opponent = lines.map((line) => ids.get(line.opponent) as number);
  const length = new Array<number>(count).fill(0);
  /** By player: what others' blocks say of him, kills and deaths swapped, sorted. */
  const expected: string[][] = Array.from({ length: count }, () => []);
  lines.forEach((line, at) => {
    const id = opponent[at] as number;
    length[id] = (length[id] ?? 0) + 1;
    expected[id]?.push(pairKey(line.deaths, line.kills));
  });
  const expectedText = expected.map((pairs) => pairs.sort().join());

  /** The line of the given block that names the given player, by `owner * count + named`; -1 for none. */
  const blockLine = new Int32Array(count * count).fill(-1);
  const done = new Uint8Array(count);
  /** The trial in which a name last stood in the block tried. */
  const named = new Int32Array(count);
  let trial = 0;
  const owners: number[] = [];
  let solution: number[] | null = null;
  let solutions = 0;
  let steps = 0;

  /** Whether the lines from `start` on can be the block of `owner`, given the blocks above. */
  const fits = (owner: number, start: number): boolean => {
    const end = start + (length[owner] ?? 0);
    if (end > lines.length || end - start >= count) return false;
    trial++;
    let enemies = side[owner] ? 3 - (side[owner] ?? 0) : 0;
    const pairs: string[] = [];
    for (let at = start; at < end; at++) {
      steps++;
      const id = opponent[at] as number;
      const line = lines[at] as BlockLine;
      if (id === owner || named[id] === trial) return false;
      named[id] = trial;
      if (at > start && line.kills > (lines[at - 1] as BlockLine).kills) return false;
      if (enemies === 0) enemies = side[id] ?? 0;
      else if (side[id] !== 0 && side[id] !== enemies) return false;
      pairs.push(pairKey(line.kills, line.deaths));
      if (!done[id]) continue;
      const mirror = lines[blockLine[id * count + owner] ?? -1];
      if (!mirror || mirror.kills !== line.deaths || mirror.deaths !== line.kills) return false;
    }
    // Every finished block that names the owner must be answered in his.
    for (let id = 0; id < count; id++) {
      if (done[id] && (blockLine[id * count + owner] ?? -1) >= 0 && named[id] !== trial)
        return false;
    }
    steps += count;
    return pairs.sort().join() === expectedText[owner];
  };

  const search = (start: number): void => {
    if (start === lines.length) {
      solutions++;
      solution ??= [...owners];
      return;
    }
    for (let owner = 0; owner < count && solutions < 2 && steps <= MAX_STEPS; owner++) {
      if (done[owner] || !fits(owner, start)) continue;
      const end = start + (length[owner] ?? 0);
      for (let at = start; at < end; at++) {
        blockLine[owner * count + (opponent[at] as number)] = at;
        owners.push(owner);
      }
      done[owner] = 1;
      search(end);
      done[owner] = 0;
      for (let at = start; at < end; at++) {
        blockLine[owner * count + (opponent[at] as number)] = -1;
        owners.pop();
      }
    }
  };
  search(0);

  if (solutions !== 1 || steps > MAX_STEPS || solution === null) return null;
  const names = [...ids.keys()];
  return (solution as number[]).map((id) => names[id] as string);
}

function pairKey(kills: number, deaths: number): string {
  return `${kills}:${deaths}`;
}

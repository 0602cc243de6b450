/**
 * Letters to change, add, leave out or swap with their neighbour to make one text of the other (optimal
 * string alignment: no letter is touched twice), by code unit. More than `most` is told as `most + 1`.
 */
export function editDistance(a: string, b: string, most: number): number {
  const far = most + 1;
  if (Math.abs(a.length - b.length) > most) return far;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  let row: number[] = [];
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = Math.min(
        at(last, j - 1) + (letter === other ? 0 : 1),
        at(last, j) + 1,
        at(row, j - 1) + 1,
      );
      const swapped =
        i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other;
      if (swapped) cost = Math.min(cost, at(before, j - 2) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    // A swap reaches back two rows, and costs one.
    if (least > far) return far;
    [before, last, row] = [last, row, before];
  }
  return Math.min(at(last, b.length), far);
}

const at = (row: readonly number[], i: number): number => row[i] ?? 0;

/** Which letters a text holds, one bit for each of 32 groups of code units. */
export function letterSet(text: string): number {
  let set = 0;
  for (let i = 0; i < text.length; i++) set |= 1 << (text.charCodeAt(i) & 31);
  return set;
}

/** A number of edits that a text with the letters `a` is at least away from one with the letters `b`. */
export const leastEdits = (a: number, b: number): number => Math.max(ones(a & ~b), ones(b & ~a));

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Mean of a value over players, the same for any order of them. An empty team has 0. */
export function meanOver(guids: readonly string[], value: (guid: string) => number): number {
  if (guids.length === 0) return 0;
  // Sorted: sums of the same numbers in another order differ in the last bit.
  let sum = 0;
  for (const guid of [...guids].sort()) sum += value(guid);
  return sum / guids.length;
}

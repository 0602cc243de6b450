/**
 * From when on predictions of a moment look at matches, unix ms: the start of the quarter (UTC) a year
 * before the moment's. Twelve to fifteen months tell what there is to tell of players who are here now,
 * and bound what has to be read; whole quarters, so that one pass gives all predictions of a quarter.
 */
export function lookBackFrom(atMs: number): number {
  const quarter = new Date(quarterFrom(atMs));
  return Date.UTC(quarter.getUTCFullYear() - 1, quarter.getUTCMonth(), 1);
}

/** The start of a moment's quarter, UTC, unix ms. */
export function quarterFrom(atMs: number): number {
  const at = new Date(atMs);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - (at.getUTCMonth() % 3), 1);
}

/**
 * How much a number changed, as it is shown: the difference of the two numbers as they are shown, so
 * that readers who take one from the other come to the same. Never `-0`.
 *
 * @param decimals with which both numbers and the change are shown.
 */
export function shownChange(now: number, then: number, decimals: number): number {
  const shown = Number(now.toFixed(decimals)) - Number(then.toFixed(decimals));
  return Number(shown.toFixed(decimals)) + 0;
}

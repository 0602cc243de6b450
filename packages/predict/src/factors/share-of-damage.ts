/** A's share of two teams' damage a minute: 330 against 290 is 0.532. Nothing on either side: 0.5. */
export function shareOfDamage(a: number, b: number): number {
  return a + b < 1 ? 0.5 : a / (a + b);
}

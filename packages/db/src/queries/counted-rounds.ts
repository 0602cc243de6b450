/**
 * The rounds that count for players, as a condition on `rounds r`: valid ones that were played to
 * their end. Restarted rounds (`cancelled`) are left out; a round that was replayed with other
 * people (`substitution`) counts for those who played it. Every sum over rounds and every number of
 * rounds that is shown uses this.
 */
export const COUNTED = countedAs("r");

/** The same of `rounds` by another name. */
export function countedAs(rounds: string): string {
  return `${rounds}.is_valid and ${rounds}.round_status in ('completed', 'substitution') and ${rounds}.round_number in (1, 2)`;
}

/**
 * The rounds that count for players, as a condition on `rounds r`: valid ones that were played to
 * their end. Restarted rounds (`cancelled`) are left out; a round that was replayed with other
 * people (`substitution`) counts for those who played it. Every sum over rounds uses this.
 */
export const COUNTED =
  "r.is_valid and r.round_status in ('completed', 'substitution') and r.round_number in (1, 2)";

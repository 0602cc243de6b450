import type { Tx } from "../connect.ts";

/** What grows with the rounds, and the columns by which it is joined and picked. */
const GROWING = [
  "rounds (id, round_key, match_id, round_date, map_name, gaming_session_id, round_ended_at, round_status, is_valid, round_number)",
  "player_comprehensive_stats (round_id, player_guid, round_date, map_name, clean_name, is_bot)",
  "weapon_comprehensive_stats (round_id, player_guid, weapon_name)",
  "round_weapon_sums (round_id, player_guid)",
  "round_awards (round_id, player_guid)",
  "round_vs_stats (round_id, player_guid, subject_guid)",
  "round_kills (round_id)",
  "player_aliases (guid, alias, last_seen)",
  "player_totals (player_guid, period, map_name)",
  "player_days (player_guid, round_date)",
  "session_results (gaming_session_id, map_name)",
  "session_teams (gaming_session_id, map_name)",
];

/**
 * Lets the planner look at the tables again once there are four times as many rounds as when it last did: an
 * embedded database never does so by itself, a server only a minute later, and until then it takes
 * every table for a small one and joins accordingly.
 */
export async function refreshTableStatistics(tx: Tx): Promise<void> {
  const [rounds] = await tx.query<{ grown: boolean }>(
    `select pg_relation_size(oid) > 4 * greatest(relpages, 4)::int8 * current_setting('block_size')::int8 as grown
     from pg_class where oid = 'rounds'::regclass`,
  );
  if (!rounds?.grown) return;
  // A small sample is enough to tell a large table from a small one.
  await tx.query("set local default_statistics_target = 10");
  await tx.query(`analyze ${GROWING.join(", ")}`);
}

import type { PeriodWindow } from "@slomix/analytics";
import { mapKey } from "@slomix/stopwatch";
import type { SqlValue } from "../database.ts";

/** Which rounds are read. What is left out does not narrow it. */
export interface RoundScope {
  /** GUIDs. */
  readonly players?: readonly string[] | undefined;
  readonly sessions?: readonly number[] | undefined;
  readonly matches?: readonly string[] | undefined;
  readonly window?: Pick<PeriodWindow, "asOfMs" | "fromMs" | "fromDate" | "toDate"> | undefined;
  /** Compared without case. */
  readonly map?: string | undefined;
  /** 1 Axis, 2 Allies. */
  readonly side?: 1 | 2 | undefined;
}

/** A scope as SQL on `rounds r` and the players' rows `p`. */
export function roundConditions(scope: RoundScope): { where: string; params: SqlValue[] } {
  const params: SqlValue[] = [];
  const conditions: string[] = [];
  const add = (value: SqlValue, condition: (place: string) => string) => {
    params.push(value);
    conditions.push(condition(`$${params.length}`));
  };
  const { players, sessions, matches, window, map, side } = scope;
  if (players) add(players, (p) => `p.player_guid = any(${p})`);
  // The rounds first: a career has more rows than an evening.
  const within = (column: string) => (p: string) =>
    `p.round_id = any(array(select id from rounds where ${column} = any(${p})))`;
  if (sessions) add(sessions, within("gaming_session_id"));
  if (matches) add(matches, within("match_id"));
  if (map !== undefined) add(mapKey(map), (p) => `lower(r.map_name) = ${p}`);
  if (side !== undefined) add(side, (p) => `p.team = ${p}::int`);
  const { asOfMs = null, fromMs = null, fromDate = null, toDate = null } = window ?? {};
  if (asOfMs !== null) add(new Date(asOfMs), (p) => `r.round_ended_at <= ${p}`);
  if (fromMs !== null) add(new Date(fromMs), (p) => `r.round_ended_at > ${p}`);
  if (fromMs !== null && players) {
    // Else all rounds that they ever played are looked at, to leave most of them out.
    const [guids, from] = [params.push(players), params.push(new Date(fromMs))];
    conditions.push(`r.match_id = any(array(select m.match_id from match_players m
      where m.player_guid = any($${guids}) and m.ended_at > $${from}))`);
  }
  if (fromDate !== null) add(fromDate, (p) => `r.round_date >= ${p}::date`);
  if (toDate !== null) add(toDate, (p) => `r.round_date <= ${p}::date`);
  return { where: conditions.length > 0 ? `where ${conditions.join(" and ")}` : "", params };
}

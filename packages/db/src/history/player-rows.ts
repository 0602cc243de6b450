import {
  COUNTER_KEYS,
  type CounterKey,
  type PlayerRow,
  RECORD_KEYS,
  type RecordKey,
  type RoundRow,
  type WeaponRow,
} from "@slomix/analytics";
import type { RoundStatus } from "@slomix/stopwatch";
import type { Reader } from "../database.ts";
import { grouped } from "../grouped.ts";
import { counterColumn } from "../queries/counter-column.ts";
import { type RoundScope, roundConditions } from "./round-scope.ts";

/** How much of each row is read: everything, counters without weapons, or what DPM and K/D are made of. */
export type RowDetail = "weapons" | "counters" | "basic";

const BASIC: readonly CounterKey[] = ["kills", "deaths", "damageGiven", "timePlayedSeconds"];

const COUNTERS = (keys: readonly (CounterKey | RecordKey)[]) =>
  keys.map((key) => `p.${counterColumn(key)} as "${key}"`).join(", ");

interface FoundRow {
  readonly roundId: number;
  readonly key: string;
  readonly matchId: string;
  readonly sessionId: number | null;
  readonly number: 1 | 2;
  readonly map: string;
  readonly date: string;
  readonly ended: Date;
  readonly defender: 0 | 1 | 2;
  readonly axisTeam: "A" | "B" | null;
  readonly valid: boolean;
  readonly status: RoundStatus | "active";
  readonly guid: string;
  readonly name: string;
  readonly bot: boolean;
  readonly team: 0 | 1 | 2;
  readonly timeDeadMinutes: number | null;
}

/**
 * Rounds of players as analytics takes them, in no order. Whether a round counts is decided there. One
 * statement; a second one for weapons.
 *
 * @throws {DatabaseError}
 */
export async function loadPlayerRows(
  db: Reader,
  scope: RoundScope,
  detail: RowDetail = "weapons",
): Promise<PlayerRow[]> {
  const { where, params } = roundConditions(scope);
  const counters = detail === "basic" ? BASIC : [...COUNTER_KEYS, ...RECORD_KEYS];
  const found = await db.query<FoundRow>(
    `select r.id as "roundId", r.round_key as key, r.match_id as "matchId",
       r.gaming_session_id as "sessionId", r.round_number as number, r.map_name as map,
       r.round_date::text as date, r.round_ended_at as ended, r.defender_team as defender,
       r.axis_team as "axisTeam", r.is_valid as valid, r.round_status as status,
       p.player_guid as guid, p.clean_name as name, p.is_bot as bot, p.team,
       p.time_dead_minutes as "timeDeadMinutes", ${COUNTERS(counters)}
     from player_comprehensive_stats p join rounds r on r.id = p.round_id ${where}`,
    params,
  );
  const weapons = detail === "weapons" ? await loadWeapons(db, scope) : null;
  const rounds = new Map<number, RoundRow>();
  return found.map((row): PlayerRow => {
    const { roundId, key, matchId, sessionId, number, map, date, ended, defender } = row;
    const { axisTeam, valid, status, team, ...player } = row;
    const round = rounds.get(roundId) ?? {
      ...{ key, matchId, sessionId, number, map, date, axisTeam, valid, status },
      endMs: ended.getTime(),
      defenderSide: defender === 0 ? null : defender,
    };
    rounds.set(roundId, round);
    return {
      ...player,
      round,
      side: team === 0 ? null : team,
      weapons: weapons?.get(`${roundId} ${row.guid}`) ?? [],
    };
  });
}

async function loadWeapons(db: Reader, scope: RoundScope): Promise<Map<string, WeaponRow[]>> {
  const { where, params } = roundConditions(scope);
  const rows = await db.query<WeaponRow & { readonly roundId: number; readonly guid: string }>(
    `select p.round_id as "roundId", p.player_guid as guid, p.weapon_name as weapon,
       p.kills, p.deaths, p.headshots, p.shots, p.hits
     from weapon_comprehensive_stats p join rounds r on r.id = p.round_id ${where}`,
    params,
  );
  return grouped(rows, ({ roundId, guid }) => `${roundId} ${guid}`);
}

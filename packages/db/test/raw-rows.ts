import type { PlayerRow, RoundRow, WeaponRow } from "@slomix/analytics";
import type { Database } from "../src/connect.ts";

// biome-ignore lint/suspicious/noExplicitAny: whole rows, by the names of their columns.
type Row = Record<string, any>;

/**
 * Everything that players did, straight from the rows of the rounds: three plain reads, and nothing of
 * what is kept beside them. What sums are held against in tests.
 */
export async function rawRows(db: Database): Promise<PlayerRow[]> {
  const rounds = new Map<number, RoundRow>();
  for (const r of await db.query<Row>("select * from rounds"))
    rounds.set(r["id"], {
      key: r["round_key"],
      matchId: r["match_id"],
      sessionId: r["gaming_session_id"],
      number: r["round_number"],
      map: r["map_name"],
      date: r["round_date"],
      endMs: r["round_ended_at"].getTime(),
      defenderSide: r["defender_team"] || null,
      axisTeam: r["axis_team"],
      valid: r["is_valid"],
      status: r["round_status"],
    });
  const weapons = new Map<string, WeaponRow[]>();
  for (const w of await db.query<Row>("select * from weapon_comprehensive_stats")) {
    const key = `${w["round_id"]} ${w["player_guid"]}`;
    const list = weapons.get(key) ?? [];
    list.push({ ...w, weapon: w["weapon_name"] } as unknown as WeaponRow);
    weapons.set(key, list);
  }
  const players = await db.query<Row>("select * from player_comprehensive_stats");
  return players.map((p): PlayerRow => {
    const counters = Object.fromEntries(
      Object.entries(p).map(([column, value]) => [NAMES[column] ?? camelCase(column), value]),
    );
    return {
      ...counters,
      round: rounds.get(p["round_id"]) as RoundRow,
      guid: p["player_guid"],
      name: p["clean_name"],
      bot: p["is_bot"],
      side: p["team"] || null,
      timeDeadMinutes: p["time_dead_minutes"],
      weapons: weapons.get(`${p["round_id"]} ${p["player_guid"]}`) ?? [],
    };
  });
}

/** Columns that are called otherwise than what they count. */
const NAMES: Readonly<Record<string, string>> = {
  full_selfkills: "fullSelfKills",
  most_useful_kills: "usefulKills",
  denied_playtime: "deniedPlaytimeSeconds",
};

const camelCase = (column: string) =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

import { type PlayerRound, WEAPONS, type WeaponRound } from "@slomix/stats-parser";
import type { TeamLetter } from "@slomix/stopwatch";
import type { Reader } from "../database.ts";
import { publicGuid } from "./public-guid.ts";

/** One player's numbers in one round, as the parser gives them, with the team that he played for. */
export interface RoundPlayerStats extends Omit<PlayerRound, "rawTab"> {
  /** Null where it cannot be told. */
  readonly team: TeamLetter | null;
}

interface PlayerRow extends Omit<RoundPlayerStats, "guid" | "weapons"> {
  readonly roundId: number;
  readonly key: string;
}

interface WeaponRow extends WeaponRound {
  readonly roundId: number;
  readonly key: string;
}

/** Round number → players of the rounds with these ids, by side, then damage. Two statements, however many rounds. */
export async function playersOfRounds(
  db: Reader,
  roundIds: readonly number[],
): Promise<Map<number, RoundPlayerStats[]>> {
  const players = new Map<number, RoundPlayerStats[]>(roundIds.map((id) => [id, []]));
  if (roundIds.length === 0) return players;
  const rows = await db.query<PlayerRow>(PLAYERS, [roundIds]);
  const weapons = await weaponsOfRounds(db, roundIds);
  for (const { roundId, key, ...row } of rows)
    players.get(roundId)?.push({
      guid: publicGuid(key, row.bot),
      ...row,
      weapons: weapons.get(`${roundId} ${key}`) ?? [],
    });
  return players;
}

async function weaponsOfRounds(
  db: Reader,
  roundIds: readonly number[],
): Promise<Map<string, WeaponRound[]>> {
  const rows = await db.query<WeaponRow>(
    `select round_id as "roundId", player_guid as key, weapon_name as weapon,
       hits, shots, kills, deaths, headshots
     from weapon_comprehensive_stats where round_id = any($1)`,
    [roundIds],
  );
  const weapons = new Map<string, WeaponRound[]>();
  for (const { roundId, key, ...row } of rows) {
    const owner = `${roundId} ${key}`;
    const list = weapons.get(owner) ?? [];
    list.push({ ...row, weapon: weaponOf(row.weapon) });
    weapons.set(owner, list);
  }
  for (const list of weapons.values()) list.sort(byFileOrder);
  return weapons;
}

/** A weapon's name without the `WS_` of the game scripts. */
export function weaponOf(storedName: string): string {
  return storedName.replace(/^WS_/, "");
}

const place = new Map(WEAPONS.map((slot, i) => [slot.weapon, i]));

/** Weapons stand as in stats files. */
export function byFileOrder(
  a: { readonly weapon: string },
  b: { readonly weapon: string },
): number {
  return (
    (place.get(a.weapon) ?? WEAPONS.length) - (place.get(b.weapon) ?? WEAPONS.length) ||
    (a.weapon < b.weapon ? -1 : 1)
  );
}

const PLAYERS = `
  select p.round_id as "roundId", p.player_guid as key, p.clean_name as name, p.player_name as "rawName",
    nullif(p.team, 0) as side, p.is_bot as bot,
    case p.team when 1 then r.axis_team
      when 2 then case r.axis_team when 'A' then 'B' when 'B' then 'A' end end as team,
    p.kills, p.deaths, p.damage_given as "damageGiven", p.damage_received as "damageReceived",
    p.team_damage_given as "teamDamageGiven", p.team_damage_received as "teamDamageReceived",
    p.headshots, p.shots, p.hits, p.gibs, p.self_kills as "selfKills", p.team_kills as "teamKills",
    p.team_gibs as "teamGibs", p.revives_given as "revivesGiven", p.times_revived as "timesRevived",
    p.xp, p.time_played_seconds as "timePlayedSeconds", p.time_dead_minutes as "timeDeadMinutes",
    p.time_dead_ratio as "timeDeadRatio", p.time_played_percent as "timePlayedPercent",
    p.kill_assists as "killAssists", p.kill_steals as "killSteals", p.headshot_kills as "headshotKills",
    p.objectives_stolen as "objectivesStolen", p.objectives_returned as "objectivesReturned",
    p.dynamites_planted as "dynamitesPlanted", p.dynamites_defused as "dynamitesDefused",
    p.bullets_fired as "bulletsFired", p.tank_meatshield as "tankMeatshield",
    p.most_useful_kills as "usefulKills", p.useless_kills as "uselessKills",
    p.denied_playtime as "deniedPlaytimeSeconds", p.double_kills as "doubleKills",
    p.triple_kills as "tripleKills", p.quad_kills as "quadKills", p.multi_kills as "multiKills",
    p.mega_kills as "megaKills", p.killing_spree_best as "killingSpreeBest",
    p.death_spree_worst as "deathSpreeWorst", p.full_selfkills as "fullSelfKills", p.constructions,
    p.kd_ratio as "kdRatio", p.dpm, p.efficiency, p.accuracy, p.flags, p.rounds_hint as "roundsHint"
  from player_comprehensive_stats p join rounds r on r.id = p.round_id
  where p.round_id = any($1)
  order by p.round_id, nullif(p.team, 0) nulls last, p.damage_given desc nulls last, p.player_guid`;

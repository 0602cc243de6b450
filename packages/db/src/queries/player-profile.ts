import {
  emptySums,
  FORM_ROUNDS,
  isAccuracyWeapon,
  metricValue,
  type PlayerSums,
  type RecentForm,
  recentForm,
} from "@slomix/analytics";
import type { RoundNumber, Side, WeaponRound } from "@slomix/stats-parser";
import type { Reader } from "../database.ts";
import { COUNTED } from "./counted-rounds.ts";
import { joinName, nameColumns } from "./player-name.ts";
import { NO_RESULTS, type PlayerResults, resultsOf } from "./player-results.ts";
import { type PlayerTotals, TOTALS_SUMS, totalsOf } from "./player-totals.ts";
import { accuracy, dpm, headshotHits } from "./ratios.ts";
import { weaponOf } from "./round-players.ts";
import { daysOf, newestWindow, type RoundsWindow } from "./rounds-window.ts";
import { PLAYED } from "./sum-sql.ts";
import { sumsByMap, sumsOfPlayers } from "./sums-of-players.ts";

/** A name that a player bore. */
export interface PlayerAlias {
  readonly alias: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Rounds under this name. */
  readonly rounds: number;
}

/** A player's numbers on one map. */
export interface PlayerMap extends PlayerTotals {
  readonly map: string;
  /** Matches on it. */
  readonly results: PlayerResults;
  /** Damage given a minute in rounds in which his side attacked, or defended; null without any. */
  readonly attackDpm: number | null;
  readonly defenceDpm: number | null;
}

/** A player's sums over a stretch of days. */
export interface PlayerStretch {
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
  readonly totals: PlayerTotals;
}

/** A player's numbers with one weapon over all rounds. */
export interface PlayerWeapon extends WeaponRound {
  readonly rounds: number;
  readonly accuracy: number;
  /** Head hits in percent of hits. */
  readonly headshotPercent: number;
  /** An accuracy weapon: its accuracy says something, and counts for the player's. */
  readonly accuracyWeapon: boolean;
}

/** One of a player's latest rounds. */
export interface PlayerRecentRound {
  readonly roundId: number;
  readonly matchId: string;
  readonly sessionId: number | null;
  readonly map: string;
  readonly round: RoundNumber;
  readonly end: string;
  readonly side: Side | null;
  /** His side won the round; null for a draw, and where it cannot be told. */
  readonly won: boolean | null;
  readonly kills: number;
  readonly deaths: number;
  readonly damageGiven: number | null;
  readonly timePlayedSeconds: number | null;
  readonly kdRatio: number;
  readonly dpm: number;
  /** Hits in percent of shots, accuracy weapons only. */
  readonly accuracy: number;
  readonly flags: readonly string[];
}

/** A human's career. */
export interface PlayerProfile {
  readonly guid: string;
  readonly name: string;
  /** With colour codes. */
  readonly rawName: string;
  /** ISO 8601: ends of the first and last round that counts; null when none does. */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** Gaming sessions with a round that counts. */
  readonly sessions: number;
  readonly totals: PlayerTotals;
  /** Matches of all maps. */
  readonly results: PlayerResults;
  /** The 90 days up to the newest round of all; null when nothing was played. */
  readonly recent: PlayerStretch | null;
  /** Newest first, at most 50. */
  readonly aliases: readonly PlayerAlias[];
  /** Most rounds first. */
  readonly maps: readonly PlayerMap[];
  /** Most kills first. */
  readonly weapons: readonly PlayerWeapon[];
  /** Newest first, at most as many as form looks at. */
  readonly recentRounds: readonly PlayerRecentRound[];
  /** How these rounds went; null: too few of them. */
  readonly form: RecentForm | null;
}

/**
 * A human by GUID (upper case, as the statistics know it). Only rounds that count are in the sums.
 * Null: nobody of that GUID, or a bot. Eleven statements, of which two look at every round of the
 * career: the one on maps, and the one on results.
 *
 * @throws {DatabaseError}
 */
export async function playerProfile(db: Reader, guid: string): Promise<PlayerProfile | null> {
  const [known] = await db.query<{ name: string; rawName: string }>(
    `select ${nameColumns("found.guid")}
     from (select p.player_guid as guid from player_comprehensive_stats p
       where p.player_guid = $1 and not p.is_bot limit 1) found ${joinName("found.guid")}`,
    [guid],
  );
  if (!known) return null;
  const results = await resultsOf(db, guid);
  const window = await newestWindow(db, "all");
  const career = await sumsOf(db, guid, window);
  const { whole, byMap } = await careerOf(db, guid);
  const recentRounds = await recentRoundsOf(db, guid);
  const form = recentForm(recentRounds);
  return {
    guid,
    ...known,
    firstSeen: whole?.first?.toISOString() ?? null,
    lastSeen: whole?.last?.toISOString() ?? null,
    sessions: whole?.sessions ?? 0,
    totals: totalsOf(career),
    results: results.all,
    recent: await recentOf(db, guid),
    aliases: await aliasesOf(db, guid),
    maps: await mapsOf(db, guid, byMap, results.maps),
    weapons: await weaponsOf(db, guid),
    recentRounds,
    form: form.ok ? form.value : null,
  };
}

const OF_PLAYER = `p.player_guid = $1 and not p.is_bot and ${COUNTED}`;

async function sumsOf(db: Reader, guid: string, window: RoundsWindow): Promise<PlayerSums> {
  const [player] = await sumsOfPlayers(db, { window, guids: [guid], sums: TOTALS_SUMS });
  return player?.sums ?? emptySums();
}

async function recentOf(db: Reader, guid: string): Promise<PlayerStretch | null> {
  const window = await newestWindow(db, "90d");
  if (window.newest === null) return null;
  const sums = await sumsOf(db, guid, window);
  return { ...daysOf(window), totals: totalsOf(sums) };
}

/** What a career was on one map, or (map null) altogether, beside its sums. */
interface CareerRow {
  readonly map: string | null;
  readonly first: Date | null;
  readonly last: Date | null;
  readonly sessions: number;
  readonly attackDamage: number | null;
  readonly attackSeconds: number | null;
  readonly defenceDamage: number | null;
  readonly defenceSeconds: number | null;
}

// A side is the defender's or the other one; where the header says neither, the round is in neither.
const ATTACKED = "p.team in (1, 2) and r.defender_team in (1, 2) and p.team <> r.defender_team";
const DEFENDED = "p.team in (1, 2) and p.team = r.defender_team";

/** The one look at every round of a career: by map, and the whole. */
async function careerOf(
  db: Reader,
  guid: string,
): Promise<{ whole: CareerRow | undefined; byMap: ReadonlyMap<string | null, CareerRow> }> {
  const rows = await db.query<CareerRow>(
    `select lower(r.map_name) as map, min(r.round_ended_at) as first, max(r.round_ended_at) as last,
       count(distinct r.gaming_session_id)::int as sessions,
       sum(p.damage_given) filter (where ${ATTACKED}) as "attackDamage",
       sum(p.time_played_seconds) filter (where ${ATTACKED}) as "attackSeconds",
       sum(p.damage_given) filter (where ${DEFENDED}) as "defenceDamage",
       sum(p.time_played_seconds) filter (where ${DEFENDED}) as "defenceSeconds"
     from player_comprehensive_stats p join rounds r on r.id = p.round_id
     where ${OF_PLAYER} group by grouping sets ((lower(r.map_name)), ())`,
    [guid],
  );
  return {
    whole: rows.find(({ map }) => map === null),
    byMap: new Map(rows.map((row) => [row.map, row])),
  };
}

async function mapsOf(
  db: Reader,
  guid: string,
  roleOf: ReadonlyMap<string | null, CareerRow>,
  results: ReadonlyMap<string, PlayerResults>,
): Promise<PlayerMap[]> {
  const maps = await sumsByMap(db, guid, TOTALS_SUMS);
  return maps
    .map(({ map, sums }) => {
      const role = roleOf.get(map);
      return {
        map,
        ...totalsOf(sums),
        results: results.get(map) ?? NO_RESULTS,
        attackDpm: role?.attackSeconds ? dpm(role.attackDamage ?? 0, role.attackSeconds) : null,
        defenceDpm: role?.defenceSeconds ? dpm(role.defenceDamage ?? 0, role.defenceSeconds) : null,
      };
    })
    .sort((a, b) => b.rounds - a.rounds || (a.map < b.map ? -1 : 1));
}

async function aliasesOf(db: Reader, guid: string): Promise<PlayerAlias[]> {
  const rows = await db.query<{ alias: string; first: Date; last: Date; rounds: number }>(
    `select alias, first_seen as first, last_seen as last, times_seen as rounds
     from player_aliases where guid = $1
     order by last_seen desc, times_seen desc, alias limit 50`,
    [guid],
  );
  return rows.map(({ alias, first, last, rounds }) => ({
    alias,
    firstSeen: first.toISOString(),
    lastSeen: last.toISOString(),
    rounds,
  }));
}

async function weaponsOf(db: Reader, guid: string): Promise<PlayerWeapon[]> {
  const rows = await db.query<WeaponRound & { rounds: number }>(
    `select weapon_name as weapon, rounds, hits, shots, kills, deaths, headshots
     from player_weapons where player_guid = $1 order by kills desc, hits desc, weapon_name`,
    [guid],
  );
  return rows.map((row) => ({
    ...row,
    weapon: weaponOf(row.weapon),
    accuracyWeapon: isAccuracyWeapon(row.weapon),
    accuracy: accuracy(row.hits, row.shots),
    headshotPercent: headshotHits(row.headshots, row.hits),
  }));
}

/** Last days of a career with as many rounds as form looks at: no other day need be read. */
const LAST_DAYS = `p.round_date >= (
  select min(d.day) from (
    select round_date as day, sum(sum(rounds)) over (order by round_date desc) - sum(rounds) as later
    from player_days where player_guid = $1 group by round_date) d
  where d.later < ${FORM_ROUNDS})`;

/**
 * A player's last rounds that count, newest first, as many as form looks at. One statement.
 *
 * @param untilMs Unix ms; only rounds that ended by then. Default: all.
 * @throws {DatabaseError}
 */
export async function recentRoundsOf(
  db: Reader,
  guid: string,
  untilMs?: number,
): Promise<PlayerRecentRound[]> {
  const rows = await db.query<
    Omit<PlayerRecentRound, "end" | "accuracy"> & {
      ended: Date;
      accuracyHits: number;
      accuracyShots: number;
    }
  >(
    `select r.id as "roundId", r.match_id as "matchId", r.gaming_session_id as "sessionId",
       r.map_name as map, r.round_number as round, r.round_ended_at as ended,
       nullif(p.team, 0) as side,
       case when r.winner_team in (1, 2) and p.team in (1, 2) and not r.is_tied
         then r.winner_team = p.team end as won,
       p.kills, p.deaths, p.damage_given as "damageGiven",
       p.time_played_seconds as "timePlayedSeconds", p.kd_ratio as "kdRatio", p.dpm,
       p.flags, coalesce(w.accuracy_hits, 0) as "accuracyHits",
       coalesce(w.accuracy_shots, 0) as "accuracyShots"
     from ${PLAYED} where ${OF_PLAYER}
       and ${untilMs === undefined ? LAST_DAYS : "r.round_ended_at <= $2"}
     order by r.round_ended_at desc, r.id desc limit ${FORM_ROUNDS}`,
    untilMs === undefined ? [guid] : [guid, new Date(untilMs)],
  );
  return rows.map(({ ended, accuracyHits, accuracyShots, ...row }) => ({
    ...row,
    accuracy: metricValue("accuracy", { ...emptySums(), accuracyHits, accuracyShots }),
    end: ended.toISOString(),
  }));
}

import {
  COUNTER_KEYS,
  type CounterKey,
  emptySums,
  isAccuracyWeapon,
  type PlayerSums,
  RECORD_KEYS,
  type RecordKey,
  SUM_KEYS,
  type SumKey,
  WEAPON_CLASSES,
  type WeaponClass,
  type WeaponSumKey,
} from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { COUNTED } from "../queries/counted-rounds.ts";
import { counterColumn } from "../queries/counter-column.ts";
import { type RoundScope, roundConditions } from "./round-scope.ts";

/** Thousandths, rounded as analytics rounds them, so that a sum is exact in any order. */
const thousandths = (value: string) => `floor((${value}) * 1000 + 0.5)`;
const counter = (key: CounterKey | RecordKey) =>
  thousandths(`coalesce(p.${counterColumn(key)}, 0)`);

const timed = (value: string) =>
  `case when p.time_dead_minutes is not null then coalesce(${value}, 0) else 0 end`;

const SUMS = [
  "1000 * count(*)::float8 as rounds",
  ...COUNTER_KEYS.map((key) => `sum(${counter(key)})::float8 as "${key}"`),
  ...RECORD_KEYS.map((key) => `max(greatest(0, ${counter(key)}))::float8 as "${key}"`),
  `sum(${thousandths(
    "least(coalesce(p.time_dead_minutes, 0) * 60, coalesce(p.time_played_seconds, 0))",
  )})::float8 as "timeDeadSeconds"`,
  `sum(${thousandths(timed("p.time_played_seconds"))})::float8 as "timedSeconds"`,
  `sum(${thousandths(timed("p.damage_given"))})::float8 as "timedDamage"`,
].join(", ");

const WEAPONS = WEAPON_CLASSES.flatMap(({ key, weapons }) =>
  weapons.map((weapon) => [`WS_${weapon}`, key] as const),
);

type Growing = Record<SumKey, number> & {
  readonly classes: Record<WeaponClass, Record<WeaponSumKey, number>>;
};

interface WeaponTotals {
  readonly guid: string;
  readonly class: WeaponClass | null;
  /** Null: the rounds of the whole class. */
  readonly weapon: string | null;
  readonly rounds: number;
  readonly kills: number;
  readonly deaths: number;
  readonly headshots: number;
  readonly shots: number;
  readonly hits: number;
}

/**
 * Sums of humans over the rounds of a scope that count, by GUID: to the last digit what `sumRows` gives
 * over the same rows, without fetching them. Who has no such round is not in it. Without `weapons`
 * everything that is made of weapons is 0. One statement, two with weapons.
 *
 * @throws {DatabaseError}
 */
export async function loadPlayerSums(
  db: Reader,
  scope: RoundScope,
  { weapons = true }: { readonly weapons?: boolean } = {},
): Promise<Map<string, PlayerSums>> {
  const { where, params } = roundConditions(scope);
  const counted = `${where === "" ? "where" : `${where} and`} ${COUNTED}`;
  const rows = await db.query<Record<SumKey, number> & { readonly guid: string }>(
    `select p.player_guid as guid, ${SUMS}
     from player_comprehensive_stats p join rounds r on r.id = p.round_id
     ${counted} and not p.is_bot group by 1`,
    params,
  );
  const players = new Map<string, Growing>();
  for (const row of rows) {
    const sums = emptySums() as Growing;
    for (const key of SUM_KEYS) if (key in row) sums[key] = row[key] / 1000;
    players.set(row.guid, sums);
  }
  if (!weapons || players.size === 0) return players;
  const side = scope.side === undefined ? "" : SIDE_OF_WEAPON;
  for (const one of await db.query<WeaponTotals>(
    `with used as materialized (
       select p.player_guid as guid, p.round_id, p.weapon_name as weapon, c.class,
         p.kills, p.deaths, p.headshots, p.shots, p.hits
       from (select w.* ${side === "" ? "" : ", s.team"} from weapon_comprehensive_stats w ${side}) p
       join rounds r on r.id = p.round_id
       left join unnest($${params.length + 1}::text[], $${params.length + 2}::text[]) as c (weapon, class)
         on c.weapon = p.weapon_name
       ${counted}
     )
     select guid, class, weapon, count(*)::int as rounds, sum(kills)::float8 as kills,
       sum(deaths)::float8 as deaths, sum(headshots)::float8 as headshots,
       sum(shots)::float8 as shots, sum(hits)::float8 as hits
     from used group by 1, 2, 3
     union all
     select guid, class, null, count(distinct round_id)::int, 0, 0, 0, 0, 0
     from used where class is not null group by 1, 2`,
    [...params, WEAPONS.map(([weapon]) => weapon), WEAPONS.map(([, key]) => key)],
  )) {
    const sums = players.get(one.guid);
    if (sums) addWeapon(sums, one);
  }
  return players;
}

/** A weapon's row does not tell the side; the player's does. */
const SIDE_OF_WEAPON = `join player_comprehensive_stats s
  on s.round_id = w.round_id and s.player_guid = w.player_guid`;

const PARTS = ["kills", "deaths", "headshots", "shots", "hits"] as const;

function addWeapon(sums: Growing, one: WeaponTotals): void {
  const own = one.class === null ? null : sums.classes[one.class];
  if (one.weapon === null) {
    if (own) own.rounds = one.rounds;
    return;
  }
  if (own) for (const part of PARTS) own[part] += one[part];
  if (isAccuracyWeapon(one.weapon)) {
    sums.accuracyHits += one.hits;
    sums.accuracyShots += one.shots;
    sums.accuracyHeadshots += one.headshots;
  }
  if (one.weapon === "WS_GRENADE") {
    sums.grenadeRounds = one.rounds;
    sums.grenadeKills = one.kills;
    sums.grenadeHits = one.hits;
    sums.grenadeShots = one.shots;
  }
}

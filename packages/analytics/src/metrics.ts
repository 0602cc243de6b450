import { SUM_LABELS, type SumKey } from "./counters.ts";
import { describeFormula, evaluate } from "./formula.ts";
import { type Metric, type MetricSums, perRound, rate, record, share, total } from "./metric.ts";
import type { PlayerSums } from "./player-sums.ts";
import type { WeaponClass } from "./weapon-classes.ts";

const OBJECTIVES: readonly SumKey[] = [
  "objectivesCompleted",
  "objectivesDestroyed",
  "objectivesStolen",
  "objectivesReturned",
  "dynamitesPlanted",
  "dynamitesDefused",
];

const MULTIKILLS: readonly SumKey[] = [
  "doubleKills",
  "tripleKills",
  "quadKills",
  "multiKills",
  "megaKills",
];

const TIME: readonly SumKey[] = ["timePlayedSeconds"];
const SECONDS = { unit: "s", format: "duration" } as const;
const PER_MINUTE = { factor: 60, per: TIME } as const;

const table = {
  // Fighting.
  kills: total(["kills"], {
    label: "Kills",
    meaning: "Enemies killed.",
    weaponFormula: { of: ["kills"] },
  }),
  deaths: total(["deaths"], {
    label: "Deaths",
    meaning: "Deaths by enemies; self-kills and team kills are not in it.",
    direction: "low",
    weaponFormula: { of: ["deaths"] },
  }),
  kd: rate(
    { of: ["kills"], per: ["deaths"], withoutPer: "sum" },
    {
      label: "K/D",
      meaning: "Kills for each death by an enemy.",
      needs: { deaths: 1 },
      weaponFormula: { of: ["kills"], per: ["deaths"], withoutPer: "sum" },
      weaponMinimum: { deaths: 1 },
    },
  ),
  efficiency: share(
    { of: ["kills"], per: ["kills", "deaths"] },
    {
      label: "Efficiency",
      meaning: "Kills in percent of kills and deaths together.",
      weaponFormula: { of: ["kills"], per: ["kills", "deaths"], factor: 100 },
    },
  ),
  killsPerRound: perRound(["kills"], {
    label: "Kills per round",
    meaning: "Kills for each round.",
  }),
  deathsPerRound: perRound(["deaths"], {
    label: "Deaths per round",
    meaning: "Deaths by enemies for each round.",
    direction: "low",
  }),
  killsPerMinute: rate(
    { of: ["kills"], ...PER_MINUTE },
    { label: "Kills per minute", meaning: "Kills for each minute played.", unit: "per min" },
  ),
  killAssists: total(["killAssists"], {
    label: "Kill assists",
    meaning: "Damage dealt in the 1.5 s before a mate's kill.",
  }),
  killSteals: total(["killSteals"], {
    label: "Kill steals",
    meaning: "Own kills that a mate had done more damage for.",
    direction: "none",
  }),
  usefulKills: total(["usefulKills"], {
    label: "Useful kills",
    meaning: "Kills whose victim had to wait half a spawn interval or more.",
  }),
  uselessKills: total(["uselessKills"], {
    label: "Useless kills",
    meaning: "Kills whose victim was back in less than 5 s.",
    direction: "low",
  }),
  usefulKillShare: share(
    { of: ["usefulKills"], per: ["kills"], most: 100 },
    { label: "Useful kills %", meaning: "Useful kills in percent of all kills." },
  ),
  usefulKillsPerRound: perRound(["usefulKills"], {
    label: "Useful kills per round",
    meaning: "Useful kills for each round.",
  }),
  multikills: total(MULTIKILLS, {
    label: "Multikills",
    meaning: "Chains of two or more kills within 3 s of each other, each chain counted once.",
  }),
  doubleKills: total(["doubleKills"], {
    label: "Double kills",
    meaning: "Chains of exactly two kills within 3 s of each other.",
  }),
  tripleKills: total(["tripleKills"], {
    label: "Triple kills",
    meaning: "Chains of exactly three kills within 3 s of each other.",
  }),
  quadKills: total(["quadKills"], {
    label: "Quad kills",
    meaning: "Chains of exactly four kills within 3 s of each other.",
  }),
  multiKills: total(["multiKills"], {
    label: "Multi kills",
    meaning: "Chains of exactly five kills within 3 s of each other.",
  }),
  megaKills: total(["megaKills"], {
    label: "Mega kills",
    meaning: "Chains of six or more kills within 3 s of each other.",
  }),
  bestSpree: record("killingSpreeBest", {
    label: "Best spree",
    meaning: "Most kills in a row without dying, in one round.",
  }),
  worstSpree: record("deathSpreeWorst", {
    label: "Worst spree",
    meaning: "Most deaths in a row without a kill, in one round.",
    direction: "low",
  }),

  // Damage.
  damage: total(["damageGiven"], {
    label: "Damage",
    unit: "HP",
    meaning: "Damage given to enemies.",
  }),
  damageReceived: total(["damageReceived"], {
    label: "Damage received",
    unit: "HP",
    meaning: "Damage taken from enemies.",
    direction: "none",
  }),
  damageRatio: rate(
    { of: ["damageGiven"], per: ["damageReceived"], withoutPer: "zero" },
    { label: "Damage ratio", meaning: "Damage given for each point of damage received." },
  ),
  dpm: rate(
    { of: ["damageGiven"], ...PER_MINUTE },
    {
      label: "DPM",
      unit: "HP/min",
      decimals: 1,
      meaning: "Damage given to enemies for each minute played.",
    },
  ),
  fragPotential: rate(
    { of: ["damageGiven"], per: TIME, perLess: ["timeDeadSeconds"], factor: 60 },
    {
      label: "Frag potential",
      unit: "HP/min",
      decimals: 1,
      meaning: "Damage given to enemies for each minute alive.",
    },
  ),
  teamDamage: total(["teamDamageGiven"], {
    label: "Team damage",
    unit: "HP",
    meaning: "Damage given to team mates.",
    direction: "low",
  }),
  teamwork: share(
    { of: ["teamDamageGiven"], per: ["damageGiven"] },
    {
      label: "Team damage %",
      meaning: "Damage given to team mates in percent of damage given to enemies; low is good.",
      direction: "low",
    },
  ),

  // Aim.
  accuracy: share(
    { of: ["accuracyHits"], per: ["accuracyShots"], most: 100 },
    {
      label: "Accuracy (accuracy weapons)",
      meaning:
        "Hits in percent of shots, without grenades, dynamite, satchels, mines, airstrikes, artillery and syringes.",
      needs: { accuracyShots: 1000 },
      weaponFormula: { of: ["hits"], per: ["shots"], factor: 100, most: 100 },
      weaponMinimum: { shots: 100 },
    },
  ),
  accuracyAllWeapons: share(
    { of: ["hits"], per: ["shots"], most: 100 },
    {
      label: "Accuracy (all weapons)",
      meaning: "Hits in percent of shots with everything that can be fired, as rounds store it.",
      needs: { shots: 1000 },
    },
  ),
  headshots: share(
    { of: ["headshotKills"], per: ["kills"], most: 100 },
    {
      label: "Headshot kills",
      meaning: "Kills whose last hit was to the head, in percent of all kills.",
      needs: { kills: 500 },
    },
  ),
  headshotHits: share(
    { of: ["accuracyHeadshots"], per: ["accuracyHits"], most: 100 },
    {
      label: "Headshot hits",
      meaning: "Hits to the head in percent of all hits, accuracy weapons only.",
      needs: { accuracyHits: 1000 },
      weaponFormula: { of: ["headshots"], per: ["hits"], factor: 100, most: 100 },
      weaponMinimum: { hits: 100 },
    },
  ),
  headshotKills: total(["headshotKills"], {
    label: "Kills by a headshot",
    meaning: "Kills whose last hit was to the head.",
  }),
  headHits: total(["headshots"], { label: "Head hits", meaning: "Hits to the head, all weapons." }),
  bulletsPerKill: rate(
    { of: ["bulletsFired"], per: ["kills"], withoutPer: "sum" },
    {
      label: "Bullets per kill",
      meaning: "Shots of all weapons for each kill.",
      direction: "low",
      decimals: 1,
    },
  ),
  grenades: total(["grenadeKills"], {
    label: "Grenade kills",
    meaning: "Enemies killed with hand grenades.",
    needs: { grenadeRounds: 10 },
  }),
  grenadeAccuracy: share(
    { of: ["grenadeHits"], per: ["grenadeShots"] },
    { label: "Grenade hits", meaning: "Enemies hit for each 100 hand grenades thrown." },
  ),
  grenadeArea: rate(
    { of: ["grenadeHits"], per: ["grenadeKills"] },
    { label: "Grenade area", meaning: "Enemies hit with hand grenades for each one killed." },
  ),

  // Team and objectives.
  revives: total(["revivesGiven"], { label: "Revives", meaning: "Team mates revived." }),
  revivesPerRound: perRound(["revivesGiven"], {
    label: "Revives per round",
    meaning: "Team mates revived for each round.",
  }),
  timesRevived: total(["timesRevived"], {
    label: "Times revived",
    meaning: "How often a medic revived this player.",
    direction: "none",
  }),
  gibs: total(["gibs"], {
    label: "Gibs",
    meaning: "Enemies gibbed, as a corpse or by the kill itself.",
  }),
  objectives: total(OBJECTIVES, {
    label: "Objectives",
    meaning: "Objectives completed, destroyed, stolen and returned, dynamites planted and defused.",
  }),
  objectivesPerRound: perRound(OBJECTIVES, {
    label: "Objectives per round",
    meaning: "Objectives and dynamites for each round.",
  }),
  objectivesStolen: total(["objectivesStolen"], {
    label: "Objectives stolen",
    meaning: "Objectives taken.",
  }),
  objectivesReturned: total(["objectivesReturned"], {
    label: "Objectives returned",
    meaning: "Objectives brought back.",
  }),
  dynamitesPlanted: total(["dynamitesPlanted"], {
    label: "Dynamites planted",
    meaning: "Dynamites armed.",
  }),
  dynamitesDefused: total(["dynamitesDefused"], {
    label: "Dynamites defused",
    meaning: "Dynamites disarmed.",
  }),
  constructions: total(["constructions"], {
    label: "Constructions",
    meaning: "Things built or repaired.",
  }),
  xp: total(["xp"], { label: "XP", unit: "XP", meaning: "The engine's own score." }),

  // Mishaps.
  selfKills: total(["selfKills"], {
    label: "Self-kills",
    meaning: "Suicides: /kill, falls, own explosives.",
    direction: "none",
  }),
  fullSelfKills: total(["fullSelfKills"], {
    label: "Full self-kills",
    meaning: "Self-kills with almost the whole wait for the next spawn ahead.",
    direction: "low",
  }),
  teamKills: total(["teamKills"], {
    label: "Team kills",
    meaning: "Team mates killed.",
    direction: "low",
  }),

  // Time.
  games: {
    ...total(["rounds"], {
      label: "Rounds",
      meaning: "Rounds played that count; two make a map.",
      weaponFormula: { of: ["rounds"] },
    }),
    minimum: { rounds: { allTime: 0, filtered: 0 }, sums: {} },
  },
  timePlayed: total(TIME, {
    ...SECONDS,
    label: "Time played",
    meaning: "Time on a team while the round ran.",
  }),
  timeAlive: {
    ...total(TIME, { ...SECONDS, label: "Time alive", meaning: "Time played less time dead." }),
    formula: { of: TIME, less: ["timeDeadSeconds"] },
  },
  timeDead: total(["timeDeadSeconds"], {
    ...SECONDS,
    label: "Time dead",
    meaning:
      "Time from each death to the next spawn or revive; in a round at most the time played.",
    direction: "low",
  }),
  timeDeadShare: share(
    { of: ["timeDeadSeconds"], per: TIME },
    {
      label: "Time dead %",
      meaning: "Time dead in percent of the time played.",
      direction: "low",
    },
  ),
  survival: share(
    { of: TIME, less: ["timeDeadSeconds"], per: TIME },
    { label: "Survival", meaning: "Time alive in percent of the time played." },
  ),
  denied: total(["deniedPlaytimeSeconds"], {
    ...SECONDS,
    label: "Playtime denied",
    meaning: "Time that this player's victims stayed dead.",
  }),
  deniedShare: share(
    { of: ["deniedPlaytimeSeconds"], per: TIME },
    {
      label: "Playtime denied %",
      meaning: "Time that this player's victims stayed dead, in percent of his own time played.",
    },
  ),
  deniedPerMinute: rate(
    { of: ["deniedPlaytimeSeconds"], ...PER_MINUTE },
    {
      label: "Denied per minute",
      unit: "s/min",
      decimals: 1,
      meaning: "Seconds that this player's victims stayed dead, for each minute played.",
    },
  ),
} as const satisfies Record<string, Omit<Metric, "key">>;

/** A metric by name. */
export type MetricKey = keyof typeof table;

/**
 * The one registry: leaderboards, profiles, tables, charts, API documentation and embeds take names,
 * formulas, bounds and words from here.
 */
export const METRICS = Object.fromEntries(
  Object.entries(table).map(([key, rest]) => [key, { key, ...rest }]),
) as unknown as Readonly<Record<MetricKey, Metric<MetricKey>>>;

/** All metrics, in the order of the registry. */
export const METRIC_KEYS = Object.keys(METRICS) as MetricKey[];

/** The metric of this name; undefined when there is none. */
export function metricOf(key: string): Metric<MetricKey> | undefined {
  return Object.hasOwn(METRICS, key) ? METRICS[key as MetricKey] : undefined;
}

/** A metric's value, unrounded; 0 where nothing was played. Always finite. */
export function metricValue(key: MetricKey, sums: MetricSums): number {
  return evaluate(METRICS[key].formula, sums);
}

/** The value with one class of weapons; null where the metric does not tell weapons apart. */
export function weaponMetricValue(
  key: MetricKey,
  sums: PlayerSums,
  weaponClass: WeaponClass,
): number | null {
  const { weaponFormula } = METRICS[key];
  return weaponFormula && evaluate(weaponFormula, sums.classes[weaponClass]);
}

/** The values of all metrics. */
export function metricValues(sums: MetricSums): Record<MetricKey, number> {
  return Object.fromEntries(METRIC_KEYS.map((key) => [key, metricValue(key, sums)])) as Record<
    MetricKey,
    number
  >;
}

/** A metric's formula in words. */
export function metricFormula(key: MetricKey): string {
  return describeFormula(METRICS[key].formula, (sum) => SUM_LABELS[sum].label);
}

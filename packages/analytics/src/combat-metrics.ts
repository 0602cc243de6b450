import type { SumKey } from "./counters.ts";
import { type Metric, perRound, rate, record, share, total } from "./metric.ts";

const MULTIKILLS: readonly SumKey[] = [
  "doubleKills",
  "tripleKills",
  "quadKills",
  "multiKills",
  "megaKills",
];

const TIME: readonly SumKey[] = ["timePlayedSeconds"];

const PER_MINUTE = { factor: 60, per: TIME } as const;

/** Kills, deaths and damage. */
export const COMBAT_METRICS = {
  // Fighting.
  kills: total(["kills"], {
    label: "Kills",
    meaning: "Enemies killed; team kills and self-kills are not in it.",
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
    { of: ["timedDamage"], per: ["timedSeconds"], perLess: ["timeDeadSeconds"], factor: 60 },
    {
      label: "Frag potential",
      unit: "HP/min",
      decimals: 1,
      meaning: "Damage given to enemies for each minute alive, in rounds that measure time dead.",
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
} as const satisfies Record<string, Omit<Metric, "key">>;

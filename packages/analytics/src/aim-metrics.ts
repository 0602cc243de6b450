import { type Metric, rate, share, total } from "./metric.ts";

/** Hits, headshots and grenades. */
export const AIM_METRICS = {
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
} as const satisfies Record<string, Omit<Metric, "key">>;

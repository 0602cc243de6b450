import { evaluate, METRICS, type MetricKey, type SumKey } from "@slomix/analytics";

/** A metric of `@slomix/analytics` over a few sums, where the rest of a player's sums is not at hand. */
function ratio(metric: MetricKey, sums: Partial<Record<SumKey, number>>): number {
  return evaluate(METRICS[metric].formula, sums as Record<SumKey, number>);
}

/** Kills for each death; without deaths the kills. */
export const kdRatio = (kills: number, deaths: number) => ratio("kd", { kills, deaths });

/** Damage given a minute of play; 0 without time. */
export const dpm = (damageGiven: number, timePlayedSeconds: number) =>
  ratio("dpm", { damageGiven, timePlayedSeconds });

/** Kills in percent of kills and deaths; 0 when there are neither. */
export const efficiency = (kills: number, deaths: number) => ratio("efficiency", { kills, deaths });

/** Hits in percent of shots, at most 100: one grenade can hit several. */
export const accuracy = (hits: number, shots: number) =>
  ratio("accuracyAllWeapons", { hits, shots });

/** Hits to the head in percent of hits, at most 100. */
export const headshotHits = (accuracyHeadshots: number, accuracyHits: number) =>
  ratio("headshotHits", { accuracyHeadshots, accuracyHits });

/** `part` in percent of `whole`; 0 without a whole. */
export function percent(part: number, whole: number): number {
  return whole > 0 ? (part / whole) * 100 : 0;
}

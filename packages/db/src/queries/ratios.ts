// Every ratio over several rounds is made of sums: never an average of the rounds' ratios.

/** Kills for each death; without deaths the kills. */
export function kdRatio(kills: number, deaths: number): number {
  return deaths === 0 ? kills : kills / deaths;
}

/** Damage given a minute of play; 0 without time. */
export function dpm(damageGiven: number, seconds: number): number {
  return seconds > 0 ? (damageGiven * 60) / seconds : 0;
}

/** Kills in percent of kills and deaths; 0 when there are neither. */
export function efficiency(kills: number, deaths: number): number {
  return percent(kills, kills + deaths);
}

/** Hits in percent of shots, at most 100: one grenade can hit several. */
export function accuracy(hits: number, shots: number): number {
  return Math.min(100, percent(hits, shots));
}

/** `part` in percent of `whole`; 0 without a whole. */
export function percent(part: number, whole: number): number {
  return whole > 0 ? (part / whole) * 100 : 0;
}

const DAY = 86_400_000;

/** How far a season is. */
export interface SeasonDay {
  /** Today's number, from 1; at most the last. */
  readonly number: number;
  readonly days: number;
  /** Days after today; 0 when it is over. */
  readonly left: number;
}

/** Where in a season (`YYYY-MM-DD`, both included) a moment lies. */
export function seasonDay(
  season: { readonly from: string; readonly to: string },
  now: Date,
): SeasonDay {
  const first = Date.parse(season.from);
  const days = Math.round((Date.parse(season.to) - first) / DAY) + 1;
  const number = Math.min(days, Math.max(1, Math.floor((now.getTime() - first) / DAY) + 1));
  return { number, days, left: days - number };
}

import { longDay } from "./moments.ts";

const SEASONS = ["Spring", "Summer", "Fall", "Winter"];

/** `1 January to 10 February 2026`; years that differ stand in both. */
export function stretch(from: string, to: string): string {
  if (from === to) return longDay(from);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const first = sameYear ? longDay(from).replace(/ \d{4}$/, "") : longDay(from);
  return `${first} to ${longDay(to)}`;
}

/** The quarter of a year in which a day lies, `2026 Spring`. */
export function seasonName(day: string): string {
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return `${day.slice(0, 4)} ${SEASONS[quarter] ?? ""}`;
}

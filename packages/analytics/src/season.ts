import { zoneClock } from "@slomix/stopwatch";

/** A quarter of a year. */
export interface Season {
  /** `YYYY-Qn`. */
  readonly id: string;
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
  /** Spring, Summer, Fall, Winter. */
  readonly name: string;
  /** `2025 Winter (Q4)`. */
  readonly label: string;
  /** `YYYY-MM-DD`, both inclusive: 00:00:00 of the first to 23:59:59 of the last. */
  readonly firstDay: string;
  readonly lastDay: string;
}

const NAMES = ["Spring", "Summer", "Fall", "Winter"] as const;
const LAST_DAYS = ["03-31", "06-30", "09-30", "12-31"] as const;
const DAY = 86_400_000;

/** The season of this id; null for what is none. */
export function seasonOf(id: string): Season | null {
  const match = /^(\d{4})-Q([1-4])$/.exec(id);
  return match && Number(match[1]) > 0 ? season(Number(match[1]), Number(match[2])) : null;
}

/** The season of a day (`YYYY-MM-DD…`, game server's local date); null for what is no date. */
export function seasonOfDate(date: string): Season | null {
  const match = /^(\d{4})-(\d{2})/.exec(date);
  const month = Number(match?.[2]);
  if (!match || month < 1 || month > 12) return null;
  return season(Number(match[1]), Math.floor((month - 1) / 3) + 1);
}

/** The season of an instant (unix ms) in a zone (IANA; RangeError for an unknown one). */
export function seasonAt(instantMs: number, zone: string): Season {
  return seasonOfDate(localDate(instantMs, zone)) as Season;
}

/** The season before. */
export function previousSeason({ year, quarter }: Pick<Season, "year" | "quarter">): Season {
  return quarter === 1 ? season(year - 1, 4) : season(year, quarter - 1);
}

/** The season and those before it, newest first: what a list shows. */
export function seasonList(current: Season, length = 4): Season[] {
  const list = [current];
  while (list.length < length) list.push(previousSeason(list.at(-1) as Season));
  return list;
}

/** Start (inclusive) and end (exclusive) of a season as unix ms in a zone. */
export function seasonBounds(
  { firstDay, lastDay }: Season,
  zone: string,
): { readonly startMs: number; readonly endMs: number } {
  const clock = zoneClock(zone);
  const at = (naive: number) => clock.readings(naive)[0] ?? naive;
  return { startMs: at(Date.parse(firstDay)), endMs: at(Date.parse(lastDay) + DAY) };
}

/** Whole days from an instant to the season's end, 0 when it is over. */
export function daysLeft(of: Season, instantMs: number, zone: string): number {
  return Math.max(0, Math.floor((seasonBounds(of, zone).endMs - instantMs) / DAY));
}

function localDate(instantMs: number, zone: string): string {
  return new Date(zoneClock(zone).showsMs(instantMs)).toISOString();
}

function season(year: number, quarter: number): Season {
  const name = NAMES[quarter - 1] ?? NAMES[0];
  const yearText = String(year).padStart(4, "0");
  const firstMonth = String(quarter * 3 - 2).padStart(2, "0");
  return {
    id: `${yearText}-Q${quarter}`,
    year,
    quarter: quarter as Season["quarter"],
    name,
    label: `${yearText} ${name} (Q${quarter})`,
    firstDay: `${yearText}-${firstMonth}-01`,
    lastDay: `${yearText}-${LAST_DAYS[quarter - 1]}`,
  };
}

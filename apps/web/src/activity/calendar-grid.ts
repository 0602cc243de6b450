import type { Activity } from "../api/activity.ts";

/** A day of the calendar. */
export interface CalendarDay {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly rounds: number;
  /** Null: nothing was played. */
  readonly sessionId: number | null;
  /** Column, from 0; a week each. */
  readonly week: number;
  /** Row: 0 Monday … 6 Sunday. */
  readonly weekday: number;
  /** 0 none, 4 most. */
  readonly level: 0 | 1 | 2 | 3 | 4;
}

/** A month's name above the week in which it begins. */
export interface CalendarMonth {
  readonly week: number;
  readonly month: number;
  readonly year: number;
}

/** A calendar, ready to draw. */
export interface CalendarGrid {
  readonly days: readonly CalendarDay[];
  readonly months: readonly CalendarMonth[];
  readonly weeks: number;
  /** From so many rounds a day on the strongest colour. */
  readonly most: number;
}

const DAY = 86_400_000;

/** The last `weeks` weeks up to the newest day, Monday first. */
export function calendarGrid(activity: Activity, weeks: number): CalendarGrid {
  const played = new Map(activity.days.map((day) => [day.date, day]));
  const last = Date.parse(activity.to);
  const monday = last - ((new Date(last).getUTCDay() + 6) % 7) * DAY;
  const first = monday - (weeks - 1) * 7 * DAY;
  const most = Math.max(4, ...activity.days.map(({ rounds }) => rounds));
  const days: CalendarDay[] = [];
  const months: CalendarMonth[] = [];
  for (let at = first; at <= last; at += DAY) {
    const date = new Date(at);
    const text = date.toISOString().slice(0, 10);
    const found = played.get(text);
    const rounds = found?.rounds ?? 0;
    const week = Math.floor((at - first) / (7 * DAY));
    days.push({
      date: text,
      rounds,
      sessionId: found?.sessionId ?? null,
      week,
      weekday: (date.getUTCDay() + 6) % 7,
      level: rounds === 0 ? 0 : (Math.min(4, Math.ceil((rounds * 4) / most)) as 1 | 2 | 3 | 4),
    });
    if (date.getUTCDate() === 1)
      months.push({ week, month: date.getUTCMonth(), year: date.getUTCFullYear() });
  }
  return { days, months, weeks, most };
}

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A day of the calendar, or the day of a moment where the reader is. */
function parts(value: string): { year: number; month: number; day: number; weekday: number } {
  const plain = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const at = new Date(plain ? `${value}T00:00:00Z` : value);
  return plain
    ? {
        year: at.getUTCFullYear(),
        month: at.getUTCMonth(),
        day: at.getUTCDate(),
        weekday: at.getUTCDay(),
      }
    : { year: at.getFullYear(), month: at.getMonth(), day: at.getDate(), weekday: at.getDay() };
}

/** `10 February 2026`. */
export function longDay(value: string): string {
  const { year, month, day } = parts(value);
  return `${day} ${MONTHS[month]} ${year}`;
}

/** `Tuesday 10 February`. */
export function weekdayOf(value: string): string {
  const { month, day, weekday } = parts(value);
  return `${DAYS[weekday]} ${day} ${MONTHS[month]}`;
}

/** `Tuesday 10 February 2026`. */
export function fullDay(value: string): string {
  return `${weekdayOf(value)} ${parts(value).year}`;
}

/** `Tue 10 Feb`, and the year where it is not the year of `near`. */
export function shortDay(value: string, near?: string): string {
  const { year, month, day, weekday } = parts(value);
  const text = `${DAYS[weekday]?.slice(0, 3)} ${day} ${MONTHS[month]?.slice(0, 3)}`;
  return near && parts(near).year !== year ? `${text} ${year}` : text;
}

/** The name of a month, 0 for January. */
export const monthName = (month: number): string => MONTHS[month] ?? "";

/** The name of a weekday, 0 for Sunday. */
export const weekdayName = (weekday: number): string => DAYS[weekday] ?? "";

/** `19:20`, where the reader is. */
export function timeOfDay(moment: string): string {
  const at = new Date(moment);
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}

/** The zone that times of day are told in. */
export function zoneName(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "your time zone";
}

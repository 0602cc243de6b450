import type { Activity } from "../api/activity.ts";
import { weekdayName } from "../format/moments.ts";
import { plural } from "../format/numbers.ts";

const DAY = 86_400_000;

/** How much was played, how often, and on which days of the week. */
export function activitySentence(activity: Activity): string {
  const evenings = activity.days.length;
  const rounds = activity.days.reduce((sum, day) => sum + day.rounds, 0);
  const [first] = activity.days;
  const span = first ? (Date.parse(activity.to) - Date.parse(first.date)) / DAY + 1 : 1;
  const every = Math.max(1, Math.round(span / Math.max(1, evenings)));
  const often =
    evenings < 3 ? "" : every === 1 ? ", nearly every day" : `, one about every ${every} days`;
  return `${plural(rounds, "round")} on ${plural(evenings, "evening")}${often}.${usualDays(activity)}`;
}

/** The weekdays that stand out; empty when none does. */
function usualDays(activity: Activity): string {
  const counts = Array.from({ length: 7 }, (_, weekday) => ({ weekday, count: 0 }));
  for (const { date } of activity.days) {
    const day = counts[new Date(Date.parse(date)).getUTCDay()];
    if (day) day.count++;
  }
  const [one, two] = counts.sort((a, b) => b.count - a.count);
  const mean = activity.days.length / 7;
  if (!one || !two || activity.days.length < 14 || one.count < mean * 1.5) return "";
  return two.count >= mean * 1.5
    ? ` ${weekdayName(one.weekday)} and ${weekdayName(two.weekday)} are the usual ones.`
    : ` ${weekdayName(one.weekday)} is the usual one.`;
}

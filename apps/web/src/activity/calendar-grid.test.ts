import { expect, it } from "vitest";
import { activitySentence } from "./activity-words.ts";
import { calendarGrid } from "./calendar-grid.ts";

const activity = {
  from: "2025-02-24",
  to: "2026-02-23",
  days: [
    { date: "2026-02-17", rounds: 6, sessionId: 89 },
    { date: "2026-02-23", rounds: 24, sessionId: 90 },
  ],
};

it("has a column a week, Monday first, up to the newest day", () => {
  const grid = calendarGrid(activity, 2);
  expect(grid.days).toHaveLength(8);
  expect(grid.days[0]).toMatchObject({ date: "2026-02-16", week: 0, weekday: 0, level: 0 });
  expect(grid.days[1]).toMatchObject({ rounds: 6, sessionId: 89, level: 1 });
  expect(grid.days.at(-1)).toMatchObject({ date: "2026-02-23", week: 1, weekday: 0, level: 4 });
  expect(calendarGrid(activity, 53).months.map(({ month }) => month)).toHaveLength(12);
});

it("tells how much is played", () => {
  expect(activitySentence(activity)).toBe("30 rounds on 2 evenings.");
  const mondays = Array.from({ length: 20 }, (_, i) => ({
    date: new Date(Date.UTC(2025, 9, 6 + 7 * i)).toISOString().slice(0, 10),
    rounds: 10,
    sessionId: i,
  }));
  expect(activitySentence({ from: "2025-02-17", to: "2026-02-16", days: mondays })).toBe(
    "200 rounds on 20 evenings, one about every 7 days. Monday is the usual one.",
  );
});

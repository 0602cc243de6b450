import { expect, it } from "vitest";
import { objectiveActions, performanceScores } from "./performance-score.ts";
import type { PlayerTotals } from "./player-totals.ts";

/** A player of ten rounds of ten minutes, all alike but for what is given. */
function player(more: Partial<PlayerTotals>): PlayerTotals {
  const zero = { rounds: 10, timePlayedSeconds: 6000, damageGiven: 10_000 };
  const keys = ["dpm", "kdRatio", "usefulKills", "revivesGiven", "objectivesStolen"];
  const rest = ["objectivesReturned", "dynamitesPlanted", "dynamitesDefused"];
  const more0 = ["deniedPlaytimeSeconds", "teamDamageGiven"];
  const zeros = Object.fromEntries([...keys, ...rest, ...more0].map((key) => [key, 0]));
  return { ...zeros, ...zero, ...more } as PlayerTotals;
}

it("puts the average at 100, and 15 points at one standard deviation of everything", () => {
  const [a, b] = performanceScores([player({ dpm: 300 }), player({ dpm: 200 })], 10);
  // One standard deviation above in damage, which is worth 30 %: 100 + 15 × 0.3.
  expect(a).toBeCloseTo(104.5);
  expect(b).toBeCloseTo(95.5);
  const all = { dpm: 300, kdRatio: 2, usefulKills: 9, revivesGiven: 9, objectivesStolen: 9 };
  const [best] = performanceScores(
    [player({ ...all, deniedPlaytimeSeconds: 99 }), player({ kdRatio: 1, dpm: 100 })],
    10,
  );
  expect(best).toBeCloseTo(115);
});

it("takes points off for damage to team mates", () => {
  const [clean, careless] = performanceScores([player({}), player({ teamDamageGiven: 500 })], 10);
  expect(clean).toBeCloseTo(100.75);
  expect(careless).toBeCloseTo(99.25);
});

it("judges nobody by less than 40 % of the rounds, and counts him for no average", () => {
  const few = player({ rounds: 3, dpm: 900 });
  const enough = player({ rounds: 4, dpm: 200 });
  expect(performanceScores([few, enough, player({ dpm: 200 })], 10)).toEqual([null, 100, 100]);
  expect(performanceScores([], 10)).toEqual([]);
  expect(performanceScores([player({ rounds: 0 })], 0)).toEqual([null]);
});

it("adds objectives up", () => {
  expect(
    objectiveActions({
      objectivesStolen: 1,
      objectivesReturned: 2,
      dynamitesPlanted: 4,
      dynamitesDefused: 8,
    }),
  ).toBe(15);
});

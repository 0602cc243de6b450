import { expect, it } from "vitest";
import { build, day } from "../../test/support/build-history.ts";
import { walk } from "../walk.ts";
import { blendModel } from "./blend.ts";

it("strength comes from aim, kills, damage and results; a newcomer has none", () => {
  for (const [what, numbers] of Object.entries({
    aim: { a: { hits: 300 } },
    kills: { a: { kills: 30 } },
    damage: { a: { damageGiven: 6000 } },
    results: {},
  })) {
    const model = blendModel();
    for (let i = 0; i < 10; i++) {
      const winner = what === "results" ? "A" : i % 2 ? "A" : "B";
      model.learn(build("ab", "xy", { winner, numbers, startMs: day(i) }), null);
    }
    expect([what, model.strength("a") > model.strength("x")]).toEqual([what, true]);
    expect(model.strength("new")).toBe(0);
  }
});

it("the larger team is ahead, all else equal", () => {
  const model = blendModel();
  walk(
    Array.from({ length: 40 }, (_, i) =>
      build("ab", "xy", { startMs: day(i), winner: i % 2 ? "A" : "B" }),
    ),
    [model],
  );
  model.refit();
  const six = { teamA: [..."abcdef"], teamB: [..."vwxyz"] };
  const chance = model.probability(model.features(six, 0));
  expect(chance).toBeCloseTo(1 / (1 + (5 / 6) ** 2), 2);
});

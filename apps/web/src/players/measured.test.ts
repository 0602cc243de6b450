import { describe, expect, it } from "vitest";
import { measured, measuredWeapon } from "./measured.ts";

describe("a metric over several lines", () => {
  it("is made of the sums, not of the ratios", () => {
    const lines = [
      { kills: 10, deaths: 5 },
      { kills: 2, deaths: 15 },
    ];
    expect(measured("kd", lines)).toBe(0.6);
    expect(measured("kills", lines)).toBe(12);
  });

  it("is null where nothing of it was measured, and where there is nothing to divide by", () => {
    expect(measured("gibs", [{ gibs: null }, {}])).toBeNull();
    expect(measured("gibs", [{ gibs: null }, { gibs: 0 }])).toBe(0);
    expect(measured("dpm", [{ damageGiven: 900, timePlayedSeconds: 0 }])).toBeNull();
    expect(measured("survival", [{ timePlayedSeconds: 60 }])).toBeNull();
    expect(measured("kd", [{ kills: 3, deaths: 0 }])).toBe(3);
  });
});

it("knows the accuracy of a weapon that was fired", () => {
  const thompson = { kills: 1, deaths: 0, headshots: 2, hits: 30, shots: 120 };
  expect(measuredWeapon("accuracy", thompson)).toBe(25);
  expect(measuredWeapon("accuracy", { ...thompson, shots: 0 })).toBeNull();
  expect(measuredWeapon("xp", thompson)).toBeNull();
});

import { WEAPONS } from "@slomix/stats-parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sums } from "../test/build-rows.ts";
import { SUM_KEYS } from "./counters.ts";
import { formatMetric } from "./format-value.ts";
import {
  METRIC_KEYS,
  METRICS,
  type MetricKey,
  metricFormula,
  metricOf,
  metricValue,
} from "./metrics.ts";
import { isAccuracyWeapon, WEAPON_CLASSES, weaponClassOf } from "./weapon-classes.ts";

describe("the registry", () => {
  it.each(METRIC_KEYS)("%s says what it is", (key) => {
    const metric = METRICS[key];
    expect(metric.key).toBe(key);
    expect(metric.label).not.toBe("");
    expect(metric.meaning).toMatch(/^[A-Z].*\.$/);
    expect(metricFormula(key)).not.toMatch(/undefined/);
    expect(metricOf(key)).toBe(metric);
  });

  it("no two metrics share a label", () => {
    expect(new Set(METRIC_KEYS.map((key) => METRICS[key].label)).size).toBe(METRIC_KEYS.length);
  });

  it.each(["", "toString", "__proto__", "KD"])("there is no metric %j", (key) => {
    expect(metricOf(key)).toBeUndefined();
  });

  it("formulas read as words", () => {
    expect(metricFormula("dpm")).toBe("damage given × 60 ÷ seconds played");
    expect(metricFormula("kd")).toBe("kills ÷ deaths by enemies; without deaths by enemies: kills");
    expect(metricFormula("efficiency")).toBe("kills × 100 ÷ (kills + deaths by enemies)");
    expect(metricFormula("survival")).toBe(
      "(seconds played with time dead measured − seconds dead) × 100 ÷ seconds played with time dead measured",
    );
    expect(metricFormula("timeAlive")).toBe(
      "seconds played with time dead measured − seconds dead",
    );
  });
});

describe("values", () => {
  const cases: [MetricKey, Parameters<typeof sums>[0], number][] = [
    ["kd", { kills: 9, deaths: 5 }, 1.8],
    ["kd", { kills: 9, deaths: 0 }, 9],
    ["efficiency", { kills: 20, deaths: 10 }, 200 / 3],
    ["efficiency", {}, 0],
    ["dpm", { damageGiven: 900 }, 0],
    [
      "fragPotential",
      { damageGiven: 4200, timePlayedSeconds: 900, timeDeadSeconds: 240 },
      4200 / 11,
    ],
    ["fragPotential", { damageGiven: 10, timePlayedSeconds: 9, timeDeadSeconds: 9 }, 0],
    // Ten of fifteen minutes were measured: the other five say nothing of how long somebody lay.
    [
      "survival",
      { timePlayedSeconds: 900, timedSeconds: 600, timedDamage: 0, timeDeadSeconds: 240 },
      60,
    ],
    // 12 kills by headshot, 60 kills, 300 hits: 20 % of kills; not 4 % of hits.
    ["headshots", { headshotKills: 12, kills: 60, accuracyHits: 300, accuracyHeadshots: 45 }, 20],
    [
      "headshotHits",
      { headshotKills: 12, kills: 60, accuracyHits: 300, accuracyHeadshots: 45 },
      15,
    ],
    ["grenadeAccuracy", { grenadeShots: 150, grenadeHits: 90, grenadeKills: 30 }, 60],
    ["grenadeArea", { grenadeShots: 150, grenadeHits: 90, grenadeKills: 30 }, 3],
    [
      "multikills",
      { doubleKills: 4, tripleKills: 3, quadKills: 2, multiKills: 1, megaKills: 1 },
      11,
    ],
    ["teamwork", { teamDamageGiven: 50, damageGiven: 1000 }, 5],
    ["accuracy", { accuracyHits: 12, accuracyShots: 10 }, 100],
  ];
  it.each(cases)("%s of %j is %d", (key, of, value) => {
    expect(metricValue(key, sums(of))).toBeCloseTo(value, 10);
  });

  it("frag potential prints 381.8 where DPM is 280.0", () => {
    const of = sums({ damageGiven: 4200, timePlayedSeconds: 900, timeDeadSeconds: 240 });
    expect(formatMetric("fragPotential", metricValue("fragPotential", of))).toBe("381.8");
    expect(formatMetric("dpm", metricValue("dpm", of))).toBe("280.0");
  });

  it("are finite for any sums", () => {
    const any = fc.record(
      Object.fromEntries(
        SUM_KEYS.map((key) => [
          key,
          fc.oneof(fc.constant(0), fc.double({ min: -1e9, max: 1e12, noNaN: true })),
        ]),
      ),
    );
    fc.assert(
      fc.property(any, (of) =>
        METRIC_KEYS.every((key) => Number.isFinite(metricValue(key, sums(of)))),
      ),
    );
  });
});

describe("how values are written", () => {
  it.each([
    ["kd", 1.7999, "1.80"],
    ["accuracy", 33.333, "33.3 %"],
    ["kills", 12345, "12\u202f345"],
    ["damage", 1234567, "1\u202f234\u202f567"],
    ["dpm", 1234.56, "1\u202f234.6"],
    ["timePlayed", 3725, "1:02:05"],
    ["timeDead", 65.4, "1:05"],
    ["xp", -1234, "-1\u202f234"],
  ] as const)("%s %d: %s", (key, value, text) => {
    expect(formatMetric(key, value)).toBe(text);
  });
});

describe("weapon classes", () => {
  it("each of the 28 weapon slots has one class", () => {
    expect(WEAPON_CLASSES.flatMap(({ weapons }) => weapons).sort()).toEqual(
      WEAPONS.map(({ weapon }) => weapon).sort(),
    );
    expect(weaponClassOf("WS_MP34")).toBe("smg");
    expect(weaponClassOf("BOOMERANG")).toBeNull();
  });

  it("accuracy leaves out seven weapons", () => {
    const out = WEAPONS.map(({ weapon }) => weapon).filter((name) => !isAccuracyWeapon(name));
    expect(out.sort()).toEqual([
      "AIRSTRIKE",
      "ARTILLERY",
      "DYNAMITE",
      "GRENADE",
      "LANDMINE",
      "SATCHEL",
      "SYRINGE",
    ]);
  });
});

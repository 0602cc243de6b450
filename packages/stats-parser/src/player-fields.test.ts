import { describe, expect, it } from "vitest";
import { PLAYER_FIELDS, TAB } from "./player-fields.ts";
import { WEAPON_MASK, WEAPONS } from "./weapons.ts";

describe("the tab fields", () => {
  it("are 38, in file order, each key once", () => {
    expect(PLAYER_FIELDS.map((field) => field.index)).toEqual([...new Array(38).keys()]);
    expect(new Set(PLAYER_FIELDS.map((field) => field.key)).size).toBe(38);
  });

  it("take 10 counters off, keep the 23 of the scripts, and make the rest anew or leave it", () => {
    const keys = (rule: string) =>
      PLAYER_FIELDS.filter((field) => field.round2 === rule).map((field) => field.key);
    expect(keys("subtract")).toEqual([
      "damage_given",
      "damage_received",
      "team_damage_given",
      "team_damage_received",
      "gibs",
      "self_kills",
      "team_kills",
      "team_gibs",
      "bullets_fired",
      "time_played_minutes",
    ]);
    expect(keys("keep")).toHaveLength(23);
    expect(keys("recompute")).toEqual([
      "time_played_percent",
      "tank_meatshield",
      "time_dead_ratio",
    ]);
    expect(keys("ignore")).toEqual(["dpm", "kd_ratio"]);
  });

  it("stand where the rules look for them", () => {
    expect(PLAYER_FIELDS[TAB.xp]?.key).toBe("xp");
    expect(PLAYER_FIELDS[TAB.timePlayedMinutes]?.key).toBe("time_played_minutes");
    expect(PLAYER_FIELDS[TAB.timeDeadMinutes]?.key).toBe("time_dead_minutes");
    expect(PLAYER_FIELDS[TAB.revivesGiven]?.key).toBe("revives_given");
  });
});

describe("the weapon slots", () => {
  it("are 28, at the position of their bit", () => {
    expect(WEAPONS.map((slot) => slot.bit)).toEqual([...new Array(28).keys()]);
    expect(WEAPON_MASK).toBe(0x0fff_ffff);
  });

  it("fire bullets in 2–7 and 22–26, of which 2–6 and 26 are light", () => {
    const bits = (test: (slot: (typeof WEAPONS)[number]) => boolean) =>
      WEAPONS.filter(test).map((slot) => slot.bit);
    expect(bits((slot) => slot.bullets)).toEqual([2, 3, 4, 5, 6, 7, 22, 23, 24, 25, 26]);
    expect(bits((slot) => slot.light)).toEqual([2, 3, 4, 5, 6, 26]);
    expect(bits((slot) => slot.hasHeadshots)).toEqual(bits((slot) => slot.bullets));
  });
});

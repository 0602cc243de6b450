import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isServerZone, offsetClock, stampText, turnedClock, zoneClock } from "./server-clock.ts";

const ms = (text: string) => Date.parse(`${text.replace(" ", "T")}Z`);
const texts = (instants: readonly number[]) =>
  instants.map((instant) => new Date(instant).toISOString().slice(0, 16).replace("T", " "));

describe("a stamp on the clock of a zone", () => {
  it.each([
    ["Europe/Ljubljana", "2025-10-10 20:09", ["2025-10-10 18:09"]],
    ["Europe/Ljubljana", "2025-01-10 20:09", ["2025-01-10 19:09"]],
    // 26 October 2025: 03:00 summer time is 02:00 winter time.
    ["Europe/Ljubljana", "2025-10-26 01:59", ["2025-10-25 23:59"]],
    ["Europe/Ljubljana", "2025-10-26 02:00", ["2025-10-26 00:00", "2025-10-26 01:00"]],
    ["Europe/Ljubljana", "2025-10-26 02:59", ["2025-10-26 00:59", "2025-10-26 01:59"]],
    ["Europe/Ljubljana", "2025-10-26 03:00", ["2025-10-26 02:00"]],
    // 30 March 2025: 02:00 is followed by 03:00; no clock shows 02:30.
    ["Europe/Ljubljana", "2025-03-30 01:59", ["2025-03-30 00:59"]],
    ["Europe/Ljubljana", "2025-03-30 02:30", ["2025-03-30 01:30"]],
    ["Europe/Ljubljana", "2025-03-30 03:00", ["2025-03-30 01:00"]],
    ["UTC", "2025-10-26 02:30", ["2025-10-26 02:30"]],
    ["Asia/Kathmandu", "2025-10-26 02:30", ["2025-10-25 20:45"]],
    ["America/New_York", "2025-11-02 01:30", ["2025-11-02 05:30", "2025-11-02 06:30"]],
    // A change of half an hour.
    ["Australia/Lord_Howe", "2025-04-06 01:45", ["2025-04-05 14:45", "2025-04-05 15:15"]],
    ["Pacific/Kiritimati", "2025-06-01 09:00", ["2025-05-31 19:00"]],
  ])("%s %s", (zone, stamp, instants) => {
    expect(texts(zoneClock(zone).readings(ms(stamp)))).toEqual(instants);
  });

  it("reads back every instant that a clock showed", () => {
    const zones = ["Europe/Ljubljana", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"];
    const instant = fc.integer({ min: ms("2020-01-01 00:00"), max: ms("2035-12-31 23:59") });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, at) => {
        const clock = zoneClock(zone);
        const readings = clock.readings(clock.showsMs(at));
        expect(readings).toContain(at);
        expect([...readings].sort((a, b) => a - b)).toEqual(readings);
      }),
      { numRuns: 500 },
    );
  });

  it("takes stamps of any year", () => {
    for (const year of [-62_000_000_000_000, 0, 5_000_000_000_000, 253_402_300_799_000]) {
      expect(zoneClock("Europe/Ljubljana").readings(year)).toHaveLength(1);
    }
  });

  it("refuses what is no zone", () => {
    expect(isServerZone("Europe/Ljubljana")).toBe(true);
    expect(isServerZone("Ljubljana")).toBe(false);
    expect(isServerZone("")).toBe(false);
    expect(() => zoneClock("Ljubljana")).toThrow(RangeError);
  });
});

describe("a clock without a zone", () => {
  it("stands at a fixed distance", () => {
    const clock = offsetClock(120);
    expect(texts(clock.readings(ms("2025-10-10 20:09")))).toEqual(["2025-10-10 18:09"]);
    expect(clock.showsMs(ms("2025-10-10 18:09"))).toBe(ms("2025-10-10 20:09"));
  });

  it("may have been turned back", () => {
    const clock = turnedClock(7_200_000, 3_600_000, ms("2025-10-26 02:00"), ms("2025-10-26 03:00"));
    const zone = zoneClock("Europe/Ljubljana");
    for (const stamp of ["01:30", "02:00", "02:30", "02:59", "03:00", "04:00"]) {
      const naive = ms(`2025-10-26 ${stamp}`);
      expect(clock.readings(naive)).toEqual(zone.readings(naive));
    }
    for (const instant of ["2025-10-26 00:59", "2025-10-26 01:00"]) {
      expect(clock.showsMs(ms(instant))).toBe(zone.showsMs(ms(instant)));
    }
  });
});

it("writes stamps as file names have them", () => {
  expect(stampText(ms("2025-10-26 02:04") + 8_000)).toEqual({ date: "2025-10-26", time: "020408" });
});

import type { RoundTelemetry, StatsFile } from "@slomix/stats-parser";
import { describe, expect, it } from "vitest";
import { statsFile, timeOf, webhook } from "../test/build-files.ts";
import { inferClock, offsetBetween } from "./infer-clock.ts";
import { mergeTelemetry, rowLookup } from "./merge-telemetry.ts";
import { isStamped } from "./stretch.ts";

const read = (files: readonly StatsFile[], telemetry: readonly RoundTelemetry[]) =>
  inferClock(files.filter(isStamped), rowLookup(mergeTelemetry(telemetry).rows));

const minutes = (offset: number | null) => (offset === null ? null : offset / 60_000);

describe("the offset that makes a stamp and a round end one round", () => {
  it.each([
    ["written 3 s after the end, clock on UTC", "20:00:03", "20:00:00", 0],
    ["two hours east", "22:00:03", "20:00:00", 120],
    ["five hours west", "15:00:03", "20:00:00", -300],
    ["Nepal", "2026-03-05 01:45:03", "20:00:00", 345],
    ["5 s before the end", "19:59:55", "20:00:00", 0],
    ["6 s before the end", "19:59:54", "20:00:00", null],
    ["a minute after it", "20:01:00", "20:00:00", 0],
    ["61 s after it", "20:01:01", "20:00:00", null],
    ["14 hours, the most there is", "2026-03-05 10:00:03", "20:00:00", 840],
    ["more", "2026-03-05 10:15:03", "20:00:00", null],
    ["no quarter of an hour", "20:07:00", "20:00:00", null],
  ])("%s", (_what, stamp, end, offset) => {
    expect(minutes(offsetBetween(timeOf(stamp), timeOf(end)))).toBe(offset);
  });
});

describe("the clock of a server whose zone nobody told", () => {
  it("is UTC without a webhook", () => {
    const { offsetMinutes, votes } = read([statsFile({ at: "20:00:03", round: 1 })], []);
    expect({ offsetMinutes, votes }).toEqual({ offsetMinutes: 0, votes: 0 });
  });

  it("stands where most webhooks put it", () => {
    const files = [
      statsFile({ at: "22:10:03", round: 1 }),
      statsFile({ at: "22:20:03", round: 2 }),
      statsFile({ at: "22:40:03", round: 1, map: "radar" }),
    ];
    const rows = [
      webhook({ end: "20:10:00", round: 1 }),
      webhook({ end: "20:20:00", round: 2 }),
      // As if the third had been written at another hour.
      webhook({ end: "17:40:00", round: 1, map: "radar" }),
    ];
    expect(read(files, rows)).toMatchObject({ offsetMinutes: 120, votes: 2 });
  });

  it("takes the offset nearer to UTC when as many speak for two, the eastern one of two as near", () => {
    const file = statsFile({ at: "20:00:03", round: 1 });
    const rows = (...ends: string[]) => ends.map((end) => webhook({ end, round: 1 }));
    expect(read([file], rows("17:00:00", "21:00:00")).offsetMinutes).toBe(-60);
    expect(read([file], rows("18:00:00", "22:00:00")).offsetMinutes).toBe(120);
  });

  it("does not listen to other maps, other rounds and headers that contradict", () => {
    const file = statsFile({ at: "22:00:03", round: 1, winner: 1 });
    for (const other of [
      webhook({ end: "20:00:00", round: 1, map: "radar" }),
      webhook({ end: "20:00:00", round: 2 }),
      webhook({ end: "20:00:00", round: 1, winner: 2 }),
    ]) {
      expect(read([file], [other]).votes).toBe(0);
    }
    expect(read([file], [webhook({ end: "20:00:00", round: 1, map: " Supply" })]).votes).toBe(1);
  });

  it("was turned back in the night when what fits an hour beside all came before", () => {
    // Summer time until 03:00 = 02:00.
    const files = [
      statsFile({ at: "2025-10-26 02:10:03", round: 1 }),
      statsFile({ at: "2025-10-26 02:54:03", round: 1, map: "radar" }),
      statsFile({ at: "2025-10-26 02:04:03", round: 2, map: "radar" }),
    ];
    const rows = [
      webhook({ end: "2025-10-26 00:10:00", round: 1 }),
      webhook({ end: "2025-10-26 00:54:00", round: 1, map: "radar" }),
      webhook({ end: "2025-10-26 01:04:00", round: 2, map: "radar" }),
    ];
    const { clock, offsetMinutes, votes } = read(files, rows);
    expect({ offsetMinutes, votes }).toEqual({ offsetMinutes: 60, votes: 3 });
    const at = (stamp: string) =>
      clock
        .readings(timeOf(`2025-10-26 ${stamp}`))
        .map((t) => new Date(t).toISOString().slice(11, 16));
    expect(at("01:59:00")).toEqual(["23:59"]);
    expect(at("02:30:00")).toEqual(["00:30", "01:30"]);
    expect(at("03:05:00")).toEqual(["02:05"]);
  });

  it("was turned forward when the offset grew", () => {
    const files = [
      statsFile({ at: "2025-03-30 01:50:03", round: 1 }),
      statsFile({ at: "2025-03-30 03:02:03", round: 2 }),
    ];
    const rows = [
      webhook({ end: "2025-03-30 00:50:00", round: 1 }),
      webhook({ end: "2025-03-30 01:02:00", round: 2 }),
    ];
    const { clock, offsetMinutes } = read(files, rows);
    expect(offsetMinutes).toBe(120);
    for (const [stamp, instant] of [
      ["2025-03-30 01:30:00", "2025-03-30 00:30:00"],
      ["2025-03-30 01:58:00", "2025-03-30 00:58:00"],
      ["2025-03-30 03:01:00", "2025-03-30 01:01:00"],
      ["2025-03-30 04:00:00", "2025-03-30 02:00:00"],
    ] as const) {
      expect(clock.readings(timeOf(stamp))).toEqual([timeOf(instant)]);
    }
  });

  it("was not turned when what fits an hour beside is mixed with the rest", () => {
    const files = ["20:00:03", "20:20:03", "21:40:03"].map((at) => statsFile({ at, round: 1 }));
    const rows = ["20:00:00", "21:20:00", "21:40:00"].map((end) => webhook({ end, round: 1 }));
    const { clock, offsetMinutes } = read(files, rows);
    expect(offsetMinutes).toBe(0);
    expect(clock.readings(timeOf("20:20:03"))).toEqual([timeOf("20:20:03")]);
  });
});

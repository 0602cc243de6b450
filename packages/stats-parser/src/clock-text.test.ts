import { describe, expect, it } from "vitest";
import { readClock, readPlaytime } from "./clock-text.ts";

describe("a time limit", () => {
  it.each([
    ["20:00", 1200],
    ["8:32", 512],
    ["71:05", 4265],
    ["0:05", 5],
    [" 8:32 ", 512],
    ["20.00", 1200],
    ["5.95445", 357.267],
    ["512", 512],
  ])("%s is %d s", (text, seconds) => {
    expect(readClock(text)).toBe(seconds);
  });

  it.each([
    "0:00",
    "0",
    "0.0",
    "",
    "4:60",
    "4:5",
    "-1:00",
    "Unknown",
    "1e3",
    "9999999:00",
    "1:00:00",
  ])("%j is unknown, never 0 s", (text) => {
    expect(readClock(text)).toBeNull();
  });
});

describe("the measured play time", () => {
  it.each([
    ["510900", 600, 510.9],
    ["512317", null, 512.317],
    ["512", 600, 512],
    ["660", 600, 660],
    ["661", 600, 0.661],
    ["9500", 600, 9.5],
    ["358.5", 600, 358.5],
  ])("%s with a limit of %j is %d s", (text, limit, seconds) => {
    expect(readPlaytime(text, limit)).toEqual({ seconds, notPositive: false });
  });

  it.each(["0", "-12345", "-0.5"])("%s: the end was never recorded", (text) => {
    expect(readPlaytime(text, 600)).toEqual({ seconds: null, notPositive: true });
  });

  it.each([null, "", "nan", "inf", "12 s", "9".repeat(400)])("%j is unknown", (text) => {
    expect(readPlaytime(text, 600)).toEqual({ seconds: null, notPositive: false });
  });
});

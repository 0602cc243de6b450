import { describe, expect, test } from "vitest";
import { aliveAreas, marksOf, nearest, placeOf, type TimelineBox } from "./timeline-shape.ts";

const box: TimelineBox = { left: 100, right: 700, middle: 50, man: 5 };

describe("a timeline", () => {
  test.each([
    [0, 100],
    [300_000, 400],
    [600_000, 700],
    // A moment behind the end stands at the end.
    [700_000, 700],
  ])("puts %i ms of ten minutes at %i px", (atMs, x) => {
    expect(placeOf(atMs, 600_000, box)).toBe(x);
  });

  test("of no length is all at its beginning", () => {
    expect(placeOf(5, 0, box)).toBe(100);
    expect(marksOf(0, box)).toEqual([0]);
  });

  test.each([
    ["every minute", 600_000, 600, [0, 60_000, 120_000]],
    ["every half minute in a short round", 200_000, 600, [0, 30_000, 60_000]],
    ["every five minutes on a phone", 1_200_000, 300, [0, 300_000, 600_000]],
  ])("is marked %s", (_, lengthMs, width, first) => {
    expect(marksOf(lengthMs, { ...box, right: box.left + width }).slice(0, 3)).toEqual(first);
  });

  test("has Axis above the middle and Allies below", () => {
    const steps = [
      { atMs: 0, axis: 3, allies: 3 },
      { atMs: 300_000, axis: 2, allies: 3 },
    ];
    expect(aliveAreas(steps, 600_000, box)).toEqual({
      axis: "M100 50H100V35H400V40H700V50Z",
      allies: "M100 50H100V65H400V65H700V50Z",
    });
    expect(aliveAreas([], 600_000, box)).toEqual({ axis: "", allies: "" });
  });

  test("finds the nearest moment, the first of those at one time", () => {
    const moments = [{ atMs: 0 }, { atMs: 300_000 }, { atMs: 300_000 }, { atMs: 600_000 }];
    expect(nearest(moments, 410, 600_000, box)).toBe(1);
    expect(nearest(moments, 690, 600_000, box)).toBe(3);
    expect(nearest([], 410, 600_000, box)).toBeNull();
  });
});

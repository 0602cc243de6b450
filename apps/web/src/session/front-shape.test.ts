import { expect, it } from "vitest";
import { frontShape } from "./front-shape.ts";

const box = { left: 0, right: 40, top: 0, bottom: 40 };

it("steps at the middle of each match, A up, B down", () => {
  const shape = frontShape([1, 0, -1, -2], box);
  expect(shape.reach).toBe(2);
  expect(shape.centres).toEqual([5, 15, 25, 35]);
  expect(shape.line).toBe("M0 20H5V10H15V20H25V30H35V40H40");
  expect(shape.areaA).toBe("M5 20V10H15V20Z");
  expect(shape.areaB).toBe("M25 20V30H35V20ZM35 20V40H40V20Z");
});

it("stays in its box however far somebody leads, and is flat without a match", () => {
  const far = frontShape([7, 12], box);
  expect([far.y(12), far.y(-12)]).toEqual([0, 40]);
  expect(frontShape([], box)).toMatchObject({ line: "M0 20H40", areaA: "", areaB: "" });
});

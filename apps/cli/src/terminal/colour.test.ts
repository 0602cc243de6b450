import { describe, expect, test } from "vitest";
import { colourCode, colourDepth, ground, type Rgb, readable } from "./colour.ts";

const screen = (depth: number) => ({ isTTY: true, getColorDepth: () => depth });

describe("colourDepth", () => {
  test.each([
    ["a file", { isTTY: false }, {}, 0],
    ["a terminal", screen(8), { TERM: "xterm-256color" }, 8],
    ["a terminal that knows all colours", screen(8), { COLORTERM: "truecolor" }, 24],
    ["an old terminal", screen(4), { TERM: "xterm" }, 4],
    ["a dumb terminal", screen(8), { TERM: "dumb" }, 0],
    ["NO_COLOR on a terminal", screen(24), { NO_COLOR: "1" }, 0],
    ["NO_COLOR without a value means nothing", screen(8), { NO_COLOR: "" }, 8],
    ["FORCE_COLOR in a pipe", { isTTY: false }, { FORCE_COLOR: "3" }, 24],
    ["FORCE_COLOR wins over NO_COLOR", { isTTY: false }, { FORCE_COLOR: "2", NO_COLOR: "1" }, 8],
    ["FORCE_COLOR=0 on a terminal", screen(24), { FORCE_COLOR: "0" }, 0],
  ])("%s", (_, stream, env, depth) => {
    expect(colourDepth(stream, env)).toBe(depth);
  });
});

test("the ground is dark unless the terminal says that it is light", () => {
  expect(ground({})).toBe("dark");
  expect(ground({ COLORFGBG: "15;0" })).toBe("dark");
  expect(ground({ COLORFGBG: "0;default;15" })).toBe("light");
});

test("a colour is moved only as far as reading needs", () => {
  expect(readable([255, 0, 0], "dark")).toEqual([255, 0, 0]);
  expect(readable([0, 0, 0], "dark")).toEqual([128, 128, 128]);
  expect(readable([255, 255, 0], "light")).not.toEqual([255, 255, 0]);
  expect(readable([0, 0, 255], "light")).toEqual([0, 0, 255]);
});

test.each<[Rgb, number, string]>([
  [[255, 128, 0], 24, "\u001b[38;2;255;128;0m"],
  [[255, 0, 0], 8, "\u001b[38;5;196m"],
  [[128, 128, 128], 8, "\u001b[38;5;244m"],
  [[255, 255, 255], 8, "\u001b[38;5;231m"],
  [[255, 0, 0], 4, "\u001b[91m"],
  [[0, 128, 128], 4, "\u001b[36m"],
  [[10, 10, 10], 4, "\u001b[90m"],
  [[255, 0, 0], 0, ""],
])("the code of %j at depth %d", (colour, depth, code) => {
  expect(colourCode(colour, depth as 0)).toBe(code);
});

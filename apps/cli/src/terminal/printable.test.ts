import { expect, test } from "vitest";
import { gameText } from "./game-text.ts";
import { palette } from "./palette.ts";
import { printable } from "./printable.ts";
import { shorten, width } from "./shorten.ts";

test("nothing in a text steers the terminal", () => {
  expect(printable("\u001b]0;owned\u0007")).toBe("␛]0;owned␇");
  expect(printable("a\tb\nc\u007f\u009b2J")).toBe("a b␊c␡\ufffd2J");
  expect(printable("\u202egnp.exe\u2066")).toBe("\ufffdgnp.exe\ufffd");
  expect(printable("half \ud800 pair")).toBe("half \ufffd pair");
  expect(printable("Žiga 漢字 👍")).toBe("Žiga 漢字 👍");
});

test("names keep the game's colours where the terminal has some", () => {
  const raw = "^1Bo^7rov^4ets^";
  expect(gameText(raw, palette(0, "dark"))).toBe("Borovets^");
  expect(gameText(raw, palette(8, "dark"))).toBe(
    "\u001b[38;5;196mBo\u001b[39mrov\u001b[38;5;63mets^\u001b[39m",
  );
  expect(gameText("^1\u001b[2J", palette(4, "dark"))).toBe("\u001b[91m␛[2J\u001b[39m");
});

test("shortening keeps colours whole and counts wide characters", () => {
  expect(shorten("plain", 10)).toBe("plain");
  expect(shorten("much too long", 8)).toBe("much to…");
  expect(shorten("漢字漢字", 5)).toBe("漢字…");
  expect(shorten("\u001b[31mlong red name\u001b[39m", 6)).toBe("\u001b[31mlong …\u001b[39m");
  expect(width(shorten("\u001b[31m漢字漢字\u001b[39m", 6))).toBeLessThanOrEqual(6);
  expect(shorten("abc", 0)).toBe("");
});

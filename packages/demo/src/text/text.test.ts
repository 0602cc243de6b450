import { describe, expect, test } from "vitest";
import { infoOf } from "./info-string.ts";
import { shownText, streamText, withoutColours } from "./shown-text.ts";
import { wordsOf } from "./words.ts";

test.each([
  ['cs 5 "a b"', ["cs", "5", "a b"]],
  ['print "two\nlines"\n', ["print", "two\nlines"]],
  ['x "" y', ["x", "", "y"]],
  ['a"b"c', ["a", "b", "c"]],
  ['a "never closed', ["a", "never closed"]],
  [" \t a  b ", ["a", "b"]],
  ["", []],
  ['// remark "x"', []],
])("words of %j", (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test("a command has at most 256 words", () => {
  expect(wordsOf("w ".repeat(1000))).toHaveLength(256);
});

describe("texts", () => {
  test("are UTF-8 where they can be, else Latin-1; the game shows no %", () => {
    expect(shownText(streamText("Čedo ☠"))).toBe("Čedo ☠");
    expect(shownText("caf\u00e9")).toBe("café");
    expect(shownText("100%")).toBe("100.");
    expect(streamText("é")).toBe("\u00c3\u00a9");
  });

  test.each([
    ["^1Foo^2^^3Bar", "Foo^Bar"],
    ["a^", "a^"],
    ["^^", "^^"],
    ["^☠x", "x"],
    ["^7EDiT^>-^7ac", "EDiT-ac"],
  ])("%s without colours", (raw, clean) => {
    expect(withoutColours(raw)).toBe(clean);
  });
});

test("info strings: with and without the first backslash, keys in any case, the first counts", () => {
  const entries = (text: string) => [...infoOf(text)];
  expect(entries("\\Map\\x\\n\\")).toEqual([
    ["map", "x"],
    ["n", ""],
  ]);
  expect(entries("n\\a\\t\\1\\odd")).toEqual([
    ["n", "a"],
    ["t", "1"],
  ]);
  expect(entries("\\a\\1\\A\\2")).toEqual([["a", "1"]]);
  expect(entries("")).toEqual([]);
});

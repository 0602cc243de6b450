import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../test/any-text.ts";
import { storableJson, storableText } from "./storable.ts";

test.each([
  ["plain", "plain"],
  ["a\0b", "a\ufffdb"],
  ["lone \ud83d", "lone \ufffd"],
  ["lone \ude00!", "lone \ufffd!"],
  ["pair \ud83d\ude00", "pair \ud83d\ude00"],
])("text %j", (given, kept) => {
  expect(storableText(given)).toBe(kept);
});

test("JSON keeps what looks like an escape and is none", () => {
  expect(JSON.parse(storableJson({ a: "\\u0000", b: "\0", "\ud800": 1 }))).toEqual({
    a: "\\u0000",
    b: "\ufffd",
    "\ufffd": 1,
  });
  expect(storableJson(undefined)).toBe("null");
});

test("JSON of anything is what its texts, made storable, give", () => {
  fc.assert(
    fc.property(anyText(), (broken) => {
      expect(JSON.parse(storableJson([broken]))).toEqual([storableText(broken)]);
    }),
  );
});

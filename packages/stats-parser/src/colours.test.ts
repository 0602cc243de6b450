import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { colourOf, colourSpans, ET_COLOURS, engineClean, stripColours } from "./colours.ts";

/** Raw names: what players can type, carets everywhere, and bytes that are no ASCII. */
const rawName = fc
  .array(
    fc.constantFrom("^", "^", "1", "7", "a", "Z", ":", "*", " ", "é", "☠", "💀", "\t", "\x7f", "x"),
  )
  .map((parts) => parts.join(""));

/** Any code points; the library's own arbitrary for these takes seconds to start. */
const anyText = fc.array(fc.nat(0x10ffff)).map((points) => String.fromCodePoint(...points));

describe("a caret and a following printable character are a colour code, any other caret is a caret", () => {
  it.each([
    ["^1Foo^7bar", "Foobar"],
    ["^1Foo^2^^3Bar", "Foo^Bar"],
    ["^^1x", "^x"],
    ["abc^", "abc^"],
    ["^ a", "^ a"],
    ["^:x", "x"],
    ["^.a^-b^*c^<d", "abcd"],
    ["^^^^", "^^^^"],
    ["^\ta", "^\ta"],
    ["^\x7fa", "^\x7fa"],
    ["^éa", "a"],
    ["^💀a", "a"],
    ["^dpl^en", "pln"],
    ["plain", "plain"],
    ["", ""],
  ])("%j reads %j", (raw, clean) => {
    expect(stripColours(raw)).toBe(clean);
  });

  it("says the same as a scan of one character after the other", () => {
    fc.assert(
      fc.property(rawName, (raw) => {
        const chars = [...raw];
        let expected = "";
        for (let at = 0; at < chars.length; at++) {
          const next = chars[at + 1] ?? " ";
          if (chars[at] === "^" && next !== "^" && next !== "\x7f" && next > " ") at++;
          else expected += chars[at];
        }
        expect(stripColours(raw)).toBe(expected);
      }),
    );
  });
});

describe("engineClean", () => {
  it.each([
    ["^1Café^7René", "CafRen"],
    ["žuža^3☠", "ua"],
    ["☠☠", ""],
    ["a\tb\x01c", "abc"],
    ["two words ", "two words "],
    ["^^1^^7caret^", "^^caret^"],
  ])("%j becomes %j", (raw, clean) => {
    expect(engineClean(raw)).toBe(clean);
  });

  it("leaves printable ASCII only, all of it from the clean name", () => {
    fc.assert(
      fc.property(fc.oneof(rawName, anyText), (raw) => {
        expect(engineClean(raw)).toMatch(/^[\x20-\x7e]*$/);
        expect(engineClean(raw)).toBe(stripColours(raw).replace(/[^\x20-\x7e]/g, ""));
      }),
    );
  });
});

describe("colourSpans", () => {
  it("keeps each stretch with its code", () => {
    expect(colourSpans("a^1b^^2c^3")).toEqual([
      { text: "a", code: null },
      { text: "b^", code: "1" },
      { text: "c", code: "2" },
    ]);
  });

  it("joins to the clean text and has no empty stretch", () => {
    fc.assert(
      fc.property(rawName, (raw) => {
        const spans = colourSpans(raw);
        expect(spans.map((span) => span.text).join("")).toBe(stripColours(raw));
        expect(spans.every((span) => span.text !== "")).toBe(true);
      }),
    );
  });

  it("takes linear time", () => {
    const started = performance.now();
    colourSpans("^^".repeat(100_000));
    colourSpans("^1a".repeat(100_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("the palette", () => {
  it("has 32 colours, which 8-bit characters share", () => {
    expect(ET_COLOURS).toHaveLength(32);
    expect(colourOf("1")).toEqual([255, 0, 0]);
    expect(colourOf("7")).toEqual([255, 255, 255]);
    expect(colourOf("8")).toEqual([255, 128, 0]);
    expect(colourOf("a")).toEqual(colourOf("A"));
    expect(colourOf("a")).toEqual(colourOf("!"));
    expect(colourOf("o")).toEqual(ET_COLOURS[31]);
    expect(colourOf("/")).toEqual(ET_COLOURS[31]);
  });

  it("has no colour for the default", () => {
    expect(colourOf("*")).toBeNull();
    expect(colourOf(null)).toBeNull();
    expect(colourOf("")).toBeNull();
  });
});

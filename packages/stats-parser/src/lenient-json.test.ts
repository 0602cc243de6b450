import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLenientJson, restoreBytes, restoreEscapedBytes } from "./lenient-json.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe("JSON that a script put together by hand", () => {
  it.each([
    ["plain", '{"a":"b"}', { a: "b" }],
    ["a byte order mark", '\ufeff{"a":1}', { a: 1 }],
    ["NULs behind the end", '{"a":1}\n\0\0', { a: 1 }],
    ["raw control bytes in a string", '{"a":"b\u0001\n\tc"}', { a: "b\u0001\n\tc" }],
    ["a backslash that escapes nothing", '{"a":"b\\xc\\"d"}', { a: 'b\\xc"d' }],
    ["half a unicode escape", '{"a":"\\u12"}', { a: "\\u12" }],
    [
      "all real escapes beside a control byte",
      '{"a":"\\u0041\\n\\\\\\"\u0002"}',
      { a: 'A\n\\"\u0002' },
    ],
  ])("%s", (_, text, value) => {
    expect(parseLenientJson(utf8(text))).toEqual({ value });
  });

  it.each(["", "{", '{"a":"b', "[1,", "nul", "{'a':1}", '{"a":"\\'])("%j is no JSON", (text) => {
    expect(parseLenientJson(utf8(text))).toEqual({ problem: expect.any(String) });
  });

  it("decodes each string by itself: one in UTF-8, one in Latin-1", () => {
    const name = new TextDecoder("latin1").decode(utf8("žuža☠"));
    const bytes = Uint8Array.from([
      ...utf8('["'),
      ...utf8("žuža☠"),
      ...utf8('","Caf'),
      0xe9,
      ...utf8('"]'),
    ]);
    const json = parseLenientJson(bytes);
    if (!("value" in json)) throw new Error(json.problem);
    expect((json.value as string[]).map(restoreBytes)).toEqual(["žuža☠", "Café"]);
    expect(name).not.toBe("žuža☠");
  });

  it("reads the five bytes that windows-1252 does not assign", () => {
    const json = parseLenientJson(latin1('["\x80\x81\x9d\xff"]'));
    expect("value" in json && (json.value as string[]).map(restoreBytes)).toEqual([
      "€\u0081\u009dÿ",
    ]);
  });

  it("reads back everything that JSON can say", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseLenientJson(utf8(text))).toEqual({ value: JSON.parse(text) });
        expect(parseLenientJson(text)).toEqual({ value: JSON.parse(text) });
      }),
    );
  });

  it("never throws, whatever the bytes", () => {
    const frame = fc.constantFrom('{"a":"', '"}', "[", "\\", '"', ",", ":");
    const piece = fc.oneof(frame.map(utf8), fc.uint8Array({ maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const json = parseLenientJson(Uint8Array.from(pieces.flatMap((x) => [...x])));
        if ("value" in json && typeof json.value === "string") restoreBytes(json.value);
      }),
    );
  });

  it("survives nesting without end", () => {
    expect(parseLenientJson("[".repeat(500_000))).toEqual({ problem: expect.any(String) });
    expect(() => parseLenientJson(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)).not.toThrow();
  });

  it("takes a step for each blank at the end, and no more", () => {
    const started = performance.now();
    const blanks = " \0".repeat(500_000);
    expect(parseLenientJson(`["${blanks}"]${blanks}`)).toEqual({ value: [blanks] });
    expect(parseLenientJson(`[${blanks}x`)).toEqual({ problem: expect.any(String) });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each([
    '{"chat":"push the gate"',
    '["push the gate" "x"]',
    "push the gate",
    '{"a":"push the gate",}',
  ])("does not quote %j when it says what is wrong", (text) => {
    const json = parseLenientJson(text);
    expect("problem" in json && json.problem).toMatch(/^(?!.*(?:push|gate)).+$/s);
  });
});

it.each([
  ["\\u{c3}\\u{b6}", "ö"],
  ["\\u{f6}", "ö"],
  ["a\\u{41}\\u{5e}1b", "aA^1b"],
  ["\\u{E2}\\u{98}\\u{A0}", "☠"],
  ["\\u{263a}", "\\u{263a}"],
  ["\\u{x}", "\\u{x}"],
  ["plain", "plain"],
])("bytes that a writer escaped itself, %j: %j", (text, decoded) => {
  expect(restoreEscapedBytes(text)).toBe(decoded);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCp1252, decodeLines } from "./text-lines.ts";

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === "string" ? [...new TextEncoder().encode(part)] : part,
    ),
  );

describe("decodeLines", () => {
  it("splits at newlines, drops one carriage return and keeps tabs and spaces", () => {
    expect(decodeLines(bytes("a \t\r\n\r\r\n b\n"))).toEqual({
      lines: ["a \t", "\r", " b"],
      cp1252Lines: 0,
      endsWithNewline: true,
    });
  });

  it("drops a byte order mark at the start only", () => {
    const mark = [0xef, 0xbb, 0xbf];
    expect(decodeLines(bytes(mark, "a\n", mark, "b")).lines).toEqual(["a", "\ufeffb"]);
    expect(decodeLines(bytes(mark, "a\n", mark, "b\n", [0xff])).lines).toEqual([
      "a",
      "\ufeffb",
      "ÿ",
    ]);
  });

  it("decodes each line by itself: a Latin-1 name does not spoil a UTF-8 name", () => {
    const { lines, cp1252Lines } = decodeLines(bytes("žuža☠\n", [0x43, 0xe9, 0x0d], "\nplain"));
    expect(lines).toEqual(["žuža☠", "Cé", "plain"]);
    expect(cp1252Lines).toBe(1);
  });

  it("knows a missing newline at the end, and an empty file", () => {
    expect(decodeLines(bytes("a\nb")).endsWithNewline).toBe(false);
    expect(decodeLines(bytes("a\nb")).lines).toEqual(["a", "b"]);
    expect(decodeLines(bytes())).toEqual({ lines: [], cp1252Lines: 0, endsWithNewline: false });
    expect(decodeLines(bytes("\n")).lines).toEqual([""]);
  });

  it("reads windows-1252 by its table, the unassigned bytes as control characters", () => {
    expect(decodeCp1252(new Uint8Array([0x80, 0x92, 0x9f, 0xe9, 0xff]))).toBe("€’Ÿéÿ");
    expect(decodeCp1252(new Uint8Array([0x81, 0x8d, 0x8f, 0x90, 0x9d]))).toBe(
      "\u0081\u008d\u008f\u0090\u009d",
    );
  });

  it("gives the same lines whole or line by line", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (texts) => {
        const lines = texts.map((text) => text.replaceAll("\n", "").replace(/\r$/, ""));
        const text = lines.map((line) => `${line}\n`).join("");
        const whole = decodeLines(bytes(text)).lines;
        const each = decodeLines(bytes(text, [0xff, 0x0a])).lines;
        expect(each).toEqual([...whole, "ÿ"]);
      }),
    );
  });

  it("never fails", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (input) => {
        const { lines } = decodeLines(input);
        const newlines = input.filter((byte) => byte === 0x0a).length;
        expect(lines.length).toBeLessThanOrEqual(newlines + 1);
      }),
    );
  });
});

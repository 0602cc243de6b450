import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BitReader } from "./bit-reader.ts";
import { BitWriter } from "./bit-writer.ts";
import { CODE_BITS, CODE_LENGTHS, DECODED, ESCAPE, ESCAPE_CODE } from "./huffman.ts";

const written = (write: (writer: BitWriter) => void) => {
  const writer = new BitWriter();
  write(writer);
  const bytes = writer.finish();
  const reader = new BitReader();
  reader.load(bytes, 0, bytes.length);
  return { bytes, reader, bits: writer.position };
};

describe("the code", () => {
  test("is complete: every eleven bits are a byte or the escape", () => {
    expect([...DECODED].filter((entry) => entry === 0)).toEqual([]);
    const lengths = [...CODE_LENGTHS].reduce<Record<number, number>>((counts, length) => {
      counts[length] = (counts[length] ?? 0) + 1;
      return counts;
    }, {});
    expect(lengths).toEqual({ 2: 1, 5: 2, 6: 7, 7: 24, 8: 43, 9: 49, 10: 129, 11: 1 });
    expect([...DECODED].filter((entry) => (entry & ESCAPE) !== 0)).toHaveLength(1);
    expect(ESCAPE_CODE).toHaveLength(11);
  });

  test("gives the commonest byte the shortest code, first bit lowest", () => {
    expect([CODE_BITS[0], CODE_LENGTHS[0]]).toEqual([0b10, 2]);
    expect([CODE_BITS[1], CODE_LENGTHS[1]]).toEqual([0b11011, 5]);
  });
});

test("ten bits are two as they are, then a byte in code", () => {
  const { bytes, bits } = written((writer) => writer.writeBits(0b0000_0001_10, 10));
  // 10 → first bit 0, then 1; byte 1 is 11011.
  expect([bits, bytes[0]]).toEqual([7, 0b110_1110]);
});

test("numbers of every width come back, signed ones with their sign", () => {
  const value = fc.tuple(fc.integer({ min: 1, max: 32 }), fc.integer());
  fc.assert(
    fc.property(fc.array(value, { maxLength: 200 }), (values) => {
      const { reader, bits } = written((writer) => {
        for (const [width, number] of values) writer.writeBits(number, width);
      });
      for (const [width, number] of values)
        expect(reader.readSigned(width)).toBe((number << (32 - width)) >> (32 - width));
      expect([reader.position, reader.overrun, reader.escaped]).toEqual([bits, false, false]);
    }),
  );
});

test("texts come back, byte by byte", () => {
  const text = fc.string({
    unit: fc.integer({ min: 1, max: 255 }).map((c) => String.fromCharCode(c)),
  });
  fc.assert(
    fc.property(text, (given) => {
      const { reader } = written((writer) => writer.writeText(given));
      expect(reader.readText(1023)).toBe(given);
    }),
  );
  const long = "x".repeat(8191);
  expect(written((writer) => writer.writeText(long)).reader.readText(8191)).toBe(long);
  expect(written((writer) => writer.writeText(long)).reader.readText(8190)).toBeNull();
  expect(written((writer) => writer.writeText(long)).reader.skipText(8190)).toBe(false);
});

test("a text without an end is none", () => {
  const reader = new BitReader();
  const { bytes } = written((writer) => writer.writeText("a".repeat(50)));
  reader.load(bytes, 0, 20);
  expect([reader.readText(1023), reader.overrun]).toEqual([null, true]);
});

test("a message that ends with a byte has one more", () => {
  expect(written((writer) => writer.writeBits(0x7f, 7)).bytes).toHaveLength(1);
  const whole = written((writer) => {
    writer.writeBits(0x7f, 7);
    writer.writeBit(1);
  });
  expect([...whole.bytes]).toEqual([0xff, 0]);
});

test("nothing is left over from a longer message", () => {
  const reader = new BitReader();
  reader.load(new Uint8Array(32_768).fill(0xff), 0, 32_768);
  reader.load(new Uint8Array(1), 0, 1);
  expect(reader.bytes.every((byte) => byte === 0)).toBe(true);
});

test("what is longer than a message is dropped and remembered", () => {
  const writer = new BitWriter();
  for (let at = 0; at < 60_000; at++) writer.writeByte(255);
  expect(writer.finish().length).toBeLessThanOrEqual(32_768);
  expect(writer.overflowed).toBe(true);
  writer.reset();
  writer.writeByte(0);
  expect([...writer.finish()]).toEqual([0b10]);
  expect(writer.overflowed).toBe(false);
});

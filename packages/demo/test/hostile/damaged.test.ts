import { describe, expect, test } from "vitest";
import { BitWriter } from "../../src/bits/bit-writer.ts";
import { ESCAPE_CODE } from "../../src/bits/huffman.ts";
import { DemoBuilder, DemoReader, orThrow, readDemo } from "../../src/index.ts";
import { frameOf, joined } from "../../src/write/write-frame.ts";
import { buildScene, START } from "../support/scene.ts";

/** A gamestate, a kill, and no end: what is put behind it is read next. */
function beginning(): Uint8Array {
  const builder = new DemoBuilder().gamestate({ configStrings: { 0: "\\gamename\\legacy" } });
  const kill = { eType: 130, otherEntityNum: 3, otherEntityNum2: 4, eventParm: 8 };
  builder.snapshot({ serverTime: 1000, entities: { 90: kill } });
  return orThrow(builder.finish({ hasEnd: false }));
}

/** A message behind that beginning, and what becomes of it. */
function behind(write: (writer: BitWriter) => void, sequence = 3) {
  const writer = new BitWriter();
  writer.writeLong(0);
  write(writer);
  const start = beginning();
  const bytes = joined([start, frameOf(sequence, writer.finish())]);
  return { demo: orThrow(readDemo(bytes)), start: start.length, bytes };
}

const snapshotUpTo = (writer: BitWriter, areas = 0, playerFields = 0) => {
  writer.writeByte(7);
  writer.writeLong(2000);
  for (const byte of [0, 0, areas]) writer.writeByte(byte);
  if (areas > 32) return;
  writer.writeByte(playerFields);
  // No lists, no ammunition, nothing loaded.
  if (playerFields === 0) for (let bit = 0; bit < 6; bit++) writer.writeBit(0);
};

const entity = (writer: BitWriter, number: number, fields: number) => {
  writer.writeBits(number, 10);
  writer.writeBit(0);
  writer.writeBit(1);
  writer.writeByte(fields);
};

/** A code that stands for no byte, written bit by bit. */
const writeEscape = (writer: BitWriter) => {
  for (const bit of ESCAPE_CODE) writer.writeBit(bit === "1" ? 1 : 0);
};

describe("damage ends a demo, and what came before is kept", () => {
  test.each<[string, string, (writer: BitWriter) => void]>([
    ["operation 0", "bad_operation", (w) => w.writeByte(0)],
    ["operation 77", "bad_operation", (w) => w.writeByte(77)],
    ["a configstring outside of a gamestate", "bad_operation", (w) => w.writeByte(3)],
    ["a baseline outside of a gamestate", "bad_operation", (w) => w.writeByte(4)],
    ["what only ETTV sends", "ettv_demo", (w) => w.writeByte(9)],
    ["a code that is none", "bad_code", writeEscape],
    ["33 bytes of areas", "bad_area_count", (w) => snapshotUpTo(w, 33)],
    ["a player of 78 fields", "bad_field_count", (w) => snapshotUpTo(w, 0, 78)],
    [
      "an entity of 72 fields",
      "bad_field_count",
      (w) => {
        snapshotUpTo(w);
        entity(w, 5, 72);
      },
    ],
    [
      "entity 1022",
      "bad_entity_number",
      (w) => {
        snapshotUpTo(w);
        entity(w, 1022, 1);
      },
    ],
    [
      "entities out of order",
      "bad_entity_number",
      (w) => {
        snapshotUpTo(w);
        w.writeBits(9, 10);
        w.writeBits(0, 2);
        entity(w, 5, 0);
      },
    ],
    ["a list of entities without an end", "past_end", (w) => snapshotUpTo(w)],
    [
      "a command of 1,024 characters",
      "text_too_long",
      (w) => {
        w.writeByte(5);
        w.writeLong(1);
        w.writeText("x".repeat(1024));
      },
    ],
    [
      "a command without an end",
      "past_end",
      (w) => {
        w.writeByte(5);
        w.writeLong(1);
        for (let at = 0; at < 9; at++) w.writeByte(65);
      },
    ],
    [
      "a configstring 1024, by a command",
      "bad_config_string",
      (w) => {
        w.writeByte(5);
        w.writeLong(1);
        w.writeText('cs 1024 "x"');
      },
    ],
    [
      "a configstring 1024, in a gamestate",
      "bad_config_string",
      (w) => {
        w.writeByte(2);
        w.writeLong(0);
        w.writeByte(3);
        w.writeBits(1024, 16);
      },
    ],
    [
      "a configstring −1, in a gamestate",
      "bad_config_string",
      (w) => {
        w.writeByte(2);
        w.writeLong(0);
        w.writeByte(3);
        w.writeBits(-1, 16);
      },
    ],
    [
      "a baseline of 72 fields",
      "bad_field_count",
      (w) => {
        w.writeByte(2);
        w.writeLong(0);
        w.writeByte(4);
        entity(w, 5, 72);
      },
    ],
  ])("%s", (_, code, write) => {
    const { demo, start, bytes } = behind(write);
    expect(demo).toMatchObject({ end: "corrupt", damage: { code, messageNumber: 3, sequence: 3 } });
    expect(demo.damage?.offset).toBeGreaterThanOrEqual(start + 8);
    expect(demo.damage?.offset).toBeLessThanOrEqual(bytes.length);
    expect(demo.events).toHaveLength(1);
  });

  test.each([[-1], [-2_000_000_000], [32_769], [2_000_000_000]])("a length of %i", (length) => {
    const start = beginning();
    const header = Buffer.alloc(8);
    header.writeInt32LE(3, 0);
    header.writeInt32LE(length, 4);
    const demo = orThrow(readDemo(joined([start, header, new Uint8Array(100)])));
    const place = { code: "bad_length", offset: start.length + 4, messageNumber: 3 };
    expect(demo).toMatchObject({ end: "corrupt", damage: place });
    expect(demo.events).toHaveLength(1);
  });

  test("an empty message", () => {
    const demo = orThrow(readDemo(joined([beginning(), frameOf(3, new Uint8Array(0))])));
    expect(demo.damage).toMatchObject({ code: "past_end", messageNumber: 3 });
  });

  test("a snapshot or a command before any gamestate", () => {
    for (const operation of [5, 7]) {
      const writer = new BitWriter();
      writer.writeLong(0);
      writer.writeByte(operation);
      for (let at = 0; at < 9; at++) writer.writeLong(0);
      const result = readDemo(frameOf(1, writer.finish()));
      expect(result).toMatchObject({ ok: false, error: { code: "not_a_demo", messageNumber: 1 } });
      expect(!result.ok && result.error.message).toMatch(/before the gamestate/);
    }
  });

  test("more configstrings than there is room for", () => {
    const builder = new DemoBuilder().gamestate({ configStrings: {} });
    for (let index = 0; index < 70; index++)
      builder.configString(100 + index, "x".repeat(1000)).snapshot({ serverTime: index });
    const { damage, events } = orThrow(readDemo(orThrow(builder.finish())));
    expect(damage).toMatchObject({ code: "text_too_long", messageNumber: 66 });
    expect(events).toHaveLength(64);
  });

  test("too many events, or bytes", () => {
    const { bytes } = buildScene({ seconds: 20 });
    const few = orThrow(readDemo(bytes, { maxEvents: 5 }));
    expect(few).toMatchObject({ end: "corrupt", damage: { code: "too_many_events" } });
    expect(few.events.length).toBeLessThanOrEqual(5);
    const small = readDemo(bytes, { maxBytes: 10_000 });
    expect(small).toMatchObject({ ok: false, error: { code: "too_large" } });
  });
});

describe("what is merely odd is borne", () => {
  test("no mark for the end; the end of the file within a header and within a message", () => {
    const { bytes } = buildScene({ seconds: 1 });
    const endOf = (length: number) => {
      const { end, damage, counts } = orThrow(readDemo(bytes.subarray(0, length)));
      return [end, damage, counts.snapshots];
    };
    expect(endOf(bytes.length)).toEqual(["marker", null, 21]);
    expect(endOf(bytes.length - 8)).toEqual(["eof-without-marker", null, 21]);
    expect(endOf(bytes.length - 3)).toEqual(["truncated", null, 21]);
    expect(endOf(bytes.length - 20)).toEqual(["truncated", null, 20]);
  });

  test("bytes behind the mark", () => {
    const bytes = joined([buildScene({ seconds: 1 }).bytes, new Uint8Array(100).fill(7)]);
    const result = readDemo(bytes);
    expect(result).toMatchObject({ ok: true, value: { end: "marker" } });
    expect(result.ok && result.warnings.map(({ code }) => code)).toEqual(["trailing_bytes"]);
  });

  test("gaps in the numbers, no numbers, the same number twice", () => {
    const builder = new DemoBuilder(-1).gamestate({ configStrings: {} }).skip(1000);
    builder.snapshot({ serverTime: 1 }).skip(5).snapshot({ serverTime: 2 });
    builder.skip(-1).snapshot({ serverTime: 3, deltaNum: 0 });
    const demo = orThrow(readDemo(orThrow(builder.finish())));
    expect(demo).toMatchObject({ end: "marker", damage: null, lastServerTime: 3 });
  });

  test("a snapshot that leans on one that is not there counts for nothing", () => {
    const { demo } = behind((writer) => {
      writer.writeByte(7);
      writer.writeLong(2000);
      for (const byte of [40, 0, 0, 0]) writer.writeByte(byte);
      for (let bit = 0; bit < 6; bit++) writer.writeBit(0);
      writer.writeBits(1023, 10);
      writer.writeByte(8);
    });
    expect(demo).toMatchObject({ damage: null, lastServerTime: 1000 });
    expect(demo.counts).toMatchObject({ snapshots: 1, unusableSnapshots: 1 });
  });

  test("one from before the game was running is no moment of it", () => {
    const builder = new DemoBuilder().gamestate({ configStrings: {} });
    builder.snapshot({ serverTime: 5, flags: 2 }).snapshot({ serverTime: 1000 });
    const demo = orThrow(readDemo(orThrow(builder.finish())));
    expect(demo).toMatchObject({ firstServerTime: 1000, durationMs: 0 });
  });

  test("operations that do nothing, downloads, no last operation, bytes behind it", () => {
    for (const write of [
      (writer: BitWriter) => {
        writer.writeByte(1);
        writer.writeByte(1);
        writer.writeByte(8);
      },
      (writer: BitWriter) => {
        writer.writeByte(8);
        for (let at = 0; at < 20; at++) writer.writeByte(200);
      },
      (writer: BitWriter) => {
        writer.writeByte(6);
        for (let at = 0; at < 20; at++) writer.writeByte(200);
      },
    ])
      expect(behind(write).demo.damage).toBeNull();
    // Four zeros of two bits each, the number that the client has; there the message ends.
    const bare = Uint8Array.of(0b10101010);
    expect(orThrow(readDemo(joined([beginning(), frameOf(3, bare)]))).damage).toBeNull();
  });

  test("masks with nothing in them", () => {
    const { demo } = behind((writer) => {
      writer.writeByte(7);
      writer.writeLong(2000);
      for (const byte of [0, 0, 0, 0]) writer.writeByte(byte);
      writer.writeBit(0);
      writer.writeBit(1);
      for (let group = 0; group < 8; group++) {
        writer.writeBit(1);
        writer.writeBits(0, 16);
      }
      writer.writeBits(1023, 10);
      writer.writeByte(8);
    });
    expect(demo).toMatchObject({ damage: null, lastServerTime: 2000 });
  });

  test("entities taken away that are not there", () => {
    const { demo } = behind((writer) => {
      snapshotUpTo(writer);
      for (const number of [13, 0, 40]) {
        writer.writeBits(number, 10);
        writer.writeBit(1);
      }
      writer.writeBits(1023, 10);
      writer.writeByte(8);
    });
    expect(demo).toMatchObject({ damage: null, lastServerTime: 2000 });
  });
});

test("a file may come in pieces of any size", () => {
  const { bytes } = buildScene({ seconds: 3 });
  const whole = readDemo(bytes);
  for (const size of [1, 7, 8, 9, 100, 5000]) {
    const reader = new DemoReader();
    for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
    expect(reader.finish()).toEqual(whole);
  }
  expect(whole).toMatchObject({ ok: true, value: { firstServerTime: START } });
});

test("a reader says when it wants no more", () => {
  const { bytes } = buildScene({ seconds: 1 });
  const reader = new DemoReader();
  expect(reader.push(bytes.subarray(0, 100))).toBe(true);
  expect(reader.push(bytes.subarray(100))).toBe(false);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BitWriter } from "../../src/bits/bit-writer.ts";
import { DemoBuilder, orThrow, readDemo } from "../../src/index.ts";
import { frameOf } from "../../src/write/write-frame.ts";

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const refusal = (bytes: Uint8Array, fileName?: string) => {
  const result = readDemo(bytes, fileName === undefined ? {} : { fileName });
  return result.ok ? null : `${result.error.code}: ${result.error.message}`;
};

describe("what is no demo is refused in words for a player", () => {
  test.each([
    ["", "empty: the file is empty"],
    [
      "PK\u0003\u0004\u0014\0\0\0",
      "not_a_demo: this is no demo but a zip archive: unpack the demo first",
    ],
    ["\u0089PNG\r\n\u001a\n\0\0", "not_a_demo: this is no demo but a PNG picture"],
    ["\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF", "not_a_demo: this is no demo but a JPEG picture"],
    ["\0\0\0\u0018ftypmp42", "not_a_demo: this is no demo but a film (MP4)"],
    [
      "\n<!DOCTYPE html><html>",
      "not_a_demo: this is no demo but a web page: the download may have failed, or need a login",
    ],
    ["404 not found\n", "not_a_demo: this is no demo but a text"],
  ])("%j", (text, words) => {
    expect(refusal(bytesOf(text))).toBe(words);
  });

  test("a real archive, zeros, the beginning of a demo", () => {
    const archive = readFileSync(join(import.meta.dirname, "../../../../samples/season.tar.gz"));
    expect(refusal(archive)).toMatch(/a gzip archive/);
    expect(refusal(new Uint8Array(5000))).toMatch(/^not_a_demo: this is no Enemy Territory demo/);
    const demo = orThrow(new DemoBuilder().gamestate({ configStrings: { 5: "x" } }).finish());
    expect(refusal(demo.subarray(0, 12))).toMatch(
      /only a piece of one: it ends before it tells the map$/,
    );
  });
});

describe("other protocols", () => {
  const demo = (configStrings: Record<number, string>) =>
    orThrow(new DemoBuilder().gamestate({ configStrings }).snapshot({ serverTime: 1 }).finish());

  test("83 is read, with a warning, by the name of the file or of the server", () => {
    for (const result of [
      readDemo(demo({}), { fileName: "old.dm_83" }),
      readDemo(demo({ 0: "\\protocol\\83\\gamename\\etpro" })),
    ]) {
      expect(result).toMatchObject({ ok: true, value: { protocol: 83 } });
      expect(result.ok && result.warnings[0]?.code).toBe("protocol_83");
    }
  });

  test("others are refused by number", () => {
    const words = /^unsupported_protocol: this is a demo of protocol (82|68); only those of/;
    expect(refusal(demo({}), "a.DM_82")).toMatch(words);
    expect(refusal(demo({ 0: "\\protocol\\68" }))).toMatch(words);
    expect(refusal(demo({}), "evening.dm_84")).toBeNull();
    expect(refusal(demo({}), "evening")).toBeNull();
  });

  test("ETTV's is recognised by its name, and by what stands behind the first baseline", () => {
    const words =
      /^ettv_demo: this is an ETTV recording \(protocol 284, \.tv_84\), which is not read/;
    expect(refusal(demo({}), "match.tv_84")).toMatch(words);
    for (const behind of [0x77, 10]) {
      const writer = new BitWriter();
      writer.writeLong(0);
      writer.writeByte(2);
      writer.writeLong(0);
      writer.writeByte(4);
      writer.writeBits(5, 10);
      writer.writeBit(0);
      writer.writeBit(0);
      writer.writeByte(behind);
      for (let at = 0; at < 10; at++) writer.writeByte(0);
      expect(refusal(frameOf(1, writer.finish()))).toMatch(words);
    }
  });
});

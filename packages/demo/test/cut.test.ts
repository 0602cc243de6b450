import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cutDemo,
  DemoBuilder,
  DemoCutter,
  type Moment,
  orThrow,
  parseMoment,
} from "../src/index.ts";
import { checkCut } from "./support/check-cut.ts";
import { buildScene, START, sceneStrings } from "./support/scene.ts";
import { walk } from "./support/walk.ts";

const scene = buildScene({ seconds: 15 });
const source = walk(scene.bytes);

describe("cuts of a made demo", () => {
  test("show the same as their source, wherever they are", () => {
    const time = fc.integer({ min: scene.firstServerTime, max: scene.lastServerTime });
    fc.assert(
      fc.property(time, time, (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(Math.floor(to / 50) > Math.floor(from / 50));
        checkCut(scene.bytes, source, from, to);
      }),
      { numRuns: 40 },
    );
  });

  test("are the whole demo, when they go from its beginning to its end", () => {
    const { cut } = checkCut(scene.bytes, source, scene.firstServerTime, scene.lastServerTime);
    expect(cut).toMatchObject({ messages: 302, copied: 300 });
  });

  test("may be one snapshot", () => {
    const { own } = checkCut(scene.bytes, source, START + 500, START + 500);
    expect(own.snapshots).toHaveLength(1);
  });

  test("keep the numbers of messages and commands", () => {
    const { own } = checkCut(scene.bytes, source, START + 5000, START + 9000);
    const [pause] = own.demo.events.filter(({ type }) => type === "pause");
    expect(pause).toEqual(source.demo.events.find(({ type }) => type === "pause"));
    expect(own.demo.parts[0]?.configStrings.get(32)).toBe("512");
  });

  test("can be cut again", () => {
    const { cut, own } = checkCut(scene.bytes, source, START + 1000, START + 9000);
    checkCut(cut.demo, own, START + 2000, START + 3000);
  });
});

test("messages that lean on what lies before the cut are written anew, the others are not", () => {
  const builder = new DemoBuilder().gamestate({ configStrings: sceneStrings({ seconds: 0 }) });
  for (let frame = 0; frame < 40; frame++)
    builder.snapshot({
      serverTime: frame * 50,
      entities: { 3: { eType: 1, "pos.trBase[0]": frame }, 200: { eType: 2 } },
      ...(frame >= 5 ? { deltaNum: 5 } : {}),
    });
  builder.command('print "x"').message();
  const bytes = orThrow(builder.finish());
  const { cut } = checkCut(bytes, walk(bytes), 500, 1500);
  // The first five lean on the five before; 16 do not.
  expect(cut).toMatchObject({ messages: 22, copied: 16 });
});

describe("refused", () => {
  const twoMaps = () => {
    const builder = new DemoBuilder();
    for (const [map, time] of [
      ["supply", 90_000],
      ["radar", 500],
    ] as const) {
      builder.gamestate({ configStrings: sceneStrings({ seconds: 0, map }) });
      for (let frame = 0; frame <= 20; frame++) builder.snapshot({ serverTime: time + frame * 50 });
    }
    return orThrow(builder.finish());
  };
  const cut = (bytes: Uint8Array, from: Moment, to: Moment) => {
    const result = cutDemo(bytes, { from, to });
    return result.ok ? result.value : result.error;
  };
  const elapsed = (elapsedMs: number): Moment => ({ elapsedMs });
  const server = (serverTime: number): Moment => ({ serverTime });

  test("what reaches beyond the demo, with what there is", () => {
    const message =
      "the cut reaches beyond the demo; the demo has supply 0:00.000 to 0:15.000 (@600000 to @615000)";
    const beyond = { code: "out_of_range", message };
    expect(cut(scene.bytes, elapsed(1000), elapsed(15_001))).toEqual(beyond);
    expect(cut(scene.bytes, elapsed(16_000), elapsed(17_000))).toEqual(beyond);
    expect(cut(scene.bytes, server(1), server(610_000))).toEqual(beyond);
  });

  test("what ends before it begins, and what lies between two snapshots", () => {
    const code = (from: number, to: number) => cut(scene.bytes, elapsed(from), elapsed(to));
    expect(code(5000, 4000)).toMatchObject({ code: "bad_range" });
    expect(code(5010, 5020)).toMatchObject({ code: "out_of_range" });
  });

  test("what goes across a change of map", () => {
    const bytes = twoMaps();
    const ranges =
      "the demo has supply 0:00.000 to 0:01.000 (@90000 to @91000), then radar 0:01.000 to 0:02.000 (@500 to @1500)";
    const message = `a cut cannot go across a change of map; ${ranges}`;
    expect(cut(bytes, elapsed(500), elapsed(1500))).toEqual({ code: "map_change", message });
    expect(cut(bytes, server(90_500), server(1000))).toMatchObject({ code: "map_change" });
  });

  test("but not what lies within one of the maps", () => {
    const bytes = twoMaps();
    const second = {
      stretch: { part: 1, from: 600, to: 900 },
      firstServerTime: 600,
      lastServerTime: 900,
    };
    expect(cut(bytes, elapsed(1100), elapsed(1400))).toMatchObject(second);
    expect(cut(bytes, server(600), server(900))).toMatchObject(second);
    const { demo } = cut(bytes, server(600), server(900)) as { demo: Uint8Array };
    expect(walk(demo).demo).toMatchObject({ map: "radar", durationMs: 300 });
    expect(cut(bytes, elapsed(0), elapsed(1000))).toMatchObject({ stretch: { part: 0 } });
  });

  test("what is no demo, or has configstrings that the game has no room for", () => {
    expect(cut(new Uint8Array(50), elapsed(0), elapsed(1))).toMatchObject({ code: "not_a_demo" });
    const builder = new DemoBuilder().gamestate({ configStrings: {} }).snapshot({ serverTime: 0 });
    for (let index = 100; index < 120; index++) builder.configString(index, "x".repeat(900));
    builder.snapshot({ serverTime: 50 }).snapshot({ serverTime: 100 });
    const bytes = orThrow(builder.finish());
    expect(cut(bytes, server(100), server(100))).toMatchObject({ code: "message_too_large" });
    expect(cut(bytes, server(50), server(100))).toMatchObject({ firstServerTime: 50 });
  });

  test("a demo that is damaged before the cut; one that is damaged within it is cut up to there", () => {
    const bytes = scene.bytes.slice();
    const at = frameOffset(bytes, 150);
    bytes.fill(0xff, at + 8, at + 60);
    const early = { part: 0, from: START + 9000, to: START + 12_000 };
    const late = { ...early, from: START + 1000 };
    const run = (stretch: typeof early) => {
      const cutter = new DemoCutter(stretch, () => {});
      cutter.push(bytes);
      return cutter.finish();
    };
    expect(run(early)).toMatchObject({ ok: false, error: { messageNumber: 151 } });
    expect(run(late)).toMatchObject({ ok: true, warnings: [{ code: "damaged" }] });
  });
});

/** Where the header of a message stands. */
function frameOffset(bytes: Uint8Array, message: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let at = 0;
  for (let passed = 0; passed < message; passed++) at += 8 + view.getInt32(at + 4, true);
  return at;
}

test.each([
  ["0", { elapsedMs: 0 }],
  ["12", { elapsedMs: 12_000 }],
  ["12.5", { elapsedMs: 12_500 }],
  ["1:05", { elapsedMs: 65_000 }],
  ["90:00.250", { elapsedMs: 5_400_250 }],
  ["1:02:03", { elapsedMs: 3_723_000 }],
  ["@179566150", { serverTime: 179_566_150 }],
  ["@-50", { serverTime: -50 }],
])("moment %s", (text, moment) => {
  expect(orThrow(parseMoment(text))).toEqual(moment);
});

test.each(["", "x", "-1", "1:5", "1:75", "1:", ":30", "@", "@1.5", "1e3", "12,5", "1:2:3"])(
  "%j is no moment",
  (text) => {
    expect(parseMoment(text)).toMatchObject({ ok: false, error: { code: "bad_range" } });
  },
);

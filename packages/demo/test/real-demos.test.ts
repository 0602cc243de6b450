import { describe, expect, test } from "vitest";
import { type Demo, orThrow, readDemo } from "../src/index.ts";
import { Random } from "./fuzz/random.ts";
import { checkCut } from "./support/check-cut.ts";
import { goldenOf, hasRealDemos, onRealDemos, REAL_DEMOS, realDemo } from "./support/real-demos.ts";
import { alikeIn, rewrite } from "./support/rewrite.ts";
import { walk } from "./support/walk.ts";

/** What is the same about every golden event and is no part of ours. */
const FOREIGN = ["inUdt", "udtServerTime"];

const read = (name: string): Demo => orThrow(readDemo(realDemo(name)));

describe.runIf(hasRealDemos)(onRealDemos("real recordings"), () => {
  test.each(REAL_DEMOS)("%s: every event, hit and count of the golden file", (name) => {
    const demo = read(name);
    const golden = goldenOf(name);
    const types = new Set(golden.events.map(({ type }) => type));
    const wanted = golden.events.map((event) =>
      Object.fromEntries(Object.entries(event).filter(([key]) => !FOREIGN.includes(key))),
    );
    expect(demo.events.filter(({ type }) => types.has(type))).toEqual(wanted);
    expect(demo.hits.filter(({ source }) => source !== "bullet")).toEqual(golden.hits);
    for (const { type } of demo.events)
      expect([...types, "scores", "weaponStats", "popup"]).toContain(type);

    const counts = golden["counts"] as Record<string, number>;
    expect(demo.counts).toEqual({
      messages: counts["messages"],
      gamestates: counts["gamestates"],
      snapshots: counts["snapshots"],
      wholeSnapshots: counts["nonDelta"],
      unusableSnapshots: counts["invalidSnapshots"],
      commands: counts["commands"],
      repeatedCommands: counts["dupCommands"],
      obituaries: counts["obituaries"],
    });
    expect(demo).toMatchObject({
      protocol: golden["protocol"],
      mod: golden["mod"],
      map: golden["map"],
      recorder: golden["clientNum"],
      firstServerTime: golden["firstServerTime"],
      lastServerTime: golden["lastServerTime"],
      durationMs: golden["durationMs"],
      end: counts["end"],
      bytes: golden["bytes"],
      damage: null,
    });
    const [part] = demo.parts;
    expect(part).toMatchObject({
      checksumFeed: golden["checksumFeed"],
      gameType: golden["gametype"],
      timeLimitMinutes: golden["timelimitMinutes"],
      levelStartTime: golden["levelStartTime"],
      state: golden["initialGameState"],
    });
    const strings = golden["configStrings"] as Record<string, string>;
    expect(Object.fromEntries(part?.configStrings ?? [])).toEqual(strings);
    const people = golden["players"] as Record<string, object>;
    for (const { client, ...player } of demo.players) expect(people[client]).toMatchObject(player);
    expect(demo.players).toHaveLength(Object.keys(people).length);
  });

  test("the figures that are known beside the golden files", () => {
    const [etpro, legacy] = [read("capture-test-demo"), read("demo01_cn2")];
    expect(etpro.parts[0]).toMatchObject({ baselines: 64, modVersion: "3.2.6" });
    expect(etpro.parts[0]?.configStrings.size).toBe(172);
    expect(legacy.parts[0]).toMatchObject({ baselines: 100, modVersion: "v2.82.1-80-g247d7fd" });
    expect(legacy.parts[0]?.configStrings.size).toBe(105);
    const bullets = legacy.hits.filter(({ source }) => source === "bullet");
    const count = (hit: string) => bullets.filter((bullet) => bullet.hit === hit).length;
    expect([count("head"), count("body"), count("team")]).toEqual([30, 160, 0]);
    expect(legacy.hits.filter(({ source }) => source === "playerState")).toHaveLength(10);
  });

  test("demo01_cn2 is written anew to the byte, the padding of messages aside", () => {
    const messages = rewrite(realDemo("demo01_cn2"), { isExact: true });
    const exact = messages.filter(({ source, own }) => Buffer.compare(source, own) === 0);
    const differing = messages.filter((message) => !exact.includes(message));
    expect([exact.length, differing.length]).toEqual([2754, 367]);
    for (const { source, own, used } of differing) {
      expect(own).toHaveLength(source.length);
      expect(alikeIn(source, own, used)).toBe(true);
    }
  });

  test("capture-test-demo too, but for seven messages that send ammunition twice", () => {
    const options = { isExact: true, hasAllClipMasks: true };
    const bytes = realDemo("capture-test-demo");
    const messages = rewrite(bytes, options);
    const differing = messages.filter(({ source, own }) => Buffer.compare(source, own) !== 0);
    expect(messages).toHaveLength(280);
    expect(differing.map(({ sequence }) => sequence)).toEqual([
      91379, 91428, 91446, 91461, 91527, 91603, 91620,
    ]);
    // What they say is the same: read back in their place, they lead to the same snapshots.
    const anew = messages.flatMap(({ sequence, own }) => {
      const header = Buffer.alloc(8);
      header.writeInt32LE(sequence, 0);
      header.writeInt32LE(own.length, 4);
      return [header, own];
    });
    expect(walk(Buffer.concat(anew)).snapshots).toEqual(walk(bytes).snapshots);
  });

  test.each(REAL_DEMOS)("%s: 50 cuts show the same as their source", (name) => {
    const bytes = realDemo(name);
    const source = walk(bytes);
    const { firstServerTime, lastServerTime } = source.demo;
    if (firstServerTime === null || lastServerTime === null) throw new Error("no snapshots");
    const random = new Random(84);
    for (let cut = 0; cut < 50; cut++) {
      const from = firstServerTime + random.below(lastServerTime - firstServerTime);
      // Short ones as well as long ones; a snapshot is in each.
      const to = Math.min(lastServerTime, from + 50 + random.below(2 ** (8 + random.below(10))));
      checkCut(bytes, source, from, to);
    }
  });
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { orThrow, readDemo } from "../src/index.ts";
import { SAMPLE, SAMPLE_SETTING } from "./support/sample.ts";
import { buildScene } from "./support/scene.ts";

test("the sample is what the builder makes today, and holds what happened in it", () => {
  const scene = buildScene(SAMPLE_SETTING);
  const bytes = readFileSync(SAMPLE);
  expect(Buffer.compare(bytes, scene.bytes)).toBe(0);

  const demo = orThrow(readDemo(bytes));
  const kills = demo.events.flatMap((event) =>
    event.type === "obituary"
      ? [
          {
            serverTime: event.serverTime,
            attacker: event.attacker,
            victim: event.victim,
            mod: event.mod,
          },
        ]
      : [],
  );
  expect(kills).toEqual(scene.kills);
  expect(demo.hits.filter(({ hit }) => hit === "head")).toHaveLength(scene.headshots);
  expect(demo).toMatchObject({ map: "supply", mod: "legacy", end: "marker", damage: null });
  expect(demo.counts.snapshots).toBe(scene.snapshots);
});

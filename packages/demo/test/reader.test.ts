import { describe, expect, test } from "vitest";
import { type DemoEvent, DemoReader, type Hit, orThrow, readDemo } from "../src/index.ts";
import { buildScene, FRAME, START } from "./support/scene.ts";

const scene = buildScene({ seconds: 10 });
const demo = orThrow(readDemo(scene.bytes));

describe("what is not asked for is not worked out", () => {
  test("maps, players and times alone", () => {
    const { events, hits, ...bare } = orThrow(readDemo(scene.bytes, { events: false }));
    expect([events, hits]).toEqual([[], []]);
    const { events: _, hits: __, counts, ...about } = demo;
    expect(bare).toEqual({ ...about, counts: { ...counts, obituaries: 0 } });
  });

  test("positions without events", () => {
    const seen: number[] = [];
    const result = readDemo(scene.bytes, {
      events: false,
      onPositions: ({ count }) => seen.push(count),
    });
    expect(orThrow(result).events).toEqual([]);
    expect(seen).toEqual(new Array(scene.snapshots).fill(6));
  });
});

test("events and hits can be had as they come, and are not kept then", () => {
  const events: DemoEvent[] = [];
  const hits: Hit[] = [];
  const options = { onEvent: (e: DemoEvent) => events.push(e), onHit: (h: Hit) => hits.push(h) };
  const read = orThrow(readDemo(scene.bytes, options));
  expect([read.events, read.hits]).toEqual([[], []]);
  expect([events, hits]).toEqual([demo.events, demo.hits]);
  expect(read.counts).toEqual(demo.counts);
});

test("positions: the own player first, then all who are seen, with where they look", () => {
  const rows: { time: number; clients: number[]; values: number[] }[] = [];
  readDemo(scene.bytes, {
    onPositions: ({ serverTime, count, clients, values }) => {
      const row = {
        clients: [...clients.subarray(0, count)],
        values: [...values.subarray(0, 6 * count)],
      };
      rows.push({ time: serverTime, ...row });
    },
  });
  const at = rows[40];
  expect(at?.time).toBe(START + 40 * FRAME);
  expect(at?.clients).toEqual([0, 1, 2, 3, 4, 5]);
  const own = [800 * Math.sin(0.5), 600 * Math.cos(40 / 90), 24, -20, 68, 0];
  const turn = 40 / 77 + 1;
  const other = [900 * Math.sin(turn), 700 * Math.cos(turn * 1.1), 24, 0, 72, 0];
  for (const [index, value] of [...own, ...other].entries())
    expect(at?.values[index]).toBeCloseTo(value, 3);
});

test("a snapshot is one entity after the other", () => {
  const numbers: number[] = [];
  readDemo(scene.bytes, {
    onSnapshot: (view) => {
      if (view.serverTime !== START + 1000) return;
      for (let place = 0; place < view.entityCount; place++) numbers.push(view.entityNumber(place));
      expect(view.entity(0, "clientNum")).toBe(1);
      expect(view.player("gravity")).toBe(800);
      expect(view.player("movementDir")).toBe(211);
      expect(view.playerList("persistant", 5)).toBe(-1);
      expect([
        view.entityNumber(999),
        view.entity(999, "eType"),
        view.playerList("stats", 16),
      ]).toEqual([-1, 0, 0]);
    },
  });
  expect(numbers.slice(0, 6)).toEqual([1, 2, 3, 4, 5, 100]);
});

test("memory does not grow with the file", () => {
  const reader = new DemoReader({ onEvent: () => {}, onHit: () => {} });
  const part = scene.bytes.subarray(0, scene.bytes.length - 8);
  for (let warm = 0; warm < 20; warm++) reader.push(part);
  const before = process.memoryUsage().arrayBuffers;
  for (let times = 0; times < 200; times++) reader.push(part);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1e6);
  expect(orThrow(reader.finish()).parts).toHaveLength(220);
});

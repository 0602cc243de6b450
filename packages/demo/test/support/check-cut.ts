import { expect } from "vitest";
import { cutDemo, type DemoEvent, orThrow } from "../../src/index.ts";
import { historyBetween } from "./config-string-history.ts";
import { type Walked, walk } from "./walk.ts";

/** Holds a cut against its source: the same snapshots, commands and configstrings within it. */
export function checkCut(bytes: Uint8Array, source: Walked, from: number, to: number) {
  const cut = orThrow(cutDemo(bytes, { from: { serverTime: from }, to: { serverTime: to } }));
  const own = walk(cut.demo);
  const within = (time: number) => time >= from && time <= to;
  expect(own.snapshots).toEqual(source.snapshots.filter((snapshot) => within(snapshot.serverTime)));
  const commands = (events: readonly DemoEvent[]) =>
    events.filter((event) => "commandSequence" in event && within(event.serverTime));
  expect(commands(own.demo.events)).toEqual(commands(source.demo.events));
  const { begins, ends } = own.strings;
  expect(own.strings).toEqual(historyBetween(source.strings, begins, ends));
  expect(own.demo.end).toBe("marker");
  expect(own.demo.counts.unusableSnapshots).toBe(0);
  expect(own.demo.recorder).toBe(source.demo.recorder);
  return { cut, own };
}

import type { StatsFile } from "@slomix/stats-parser";
import { describe, expect, it } from "vitest";
import { four, fourLater, type LineSketch, statsFile } from "../test/build-files.ts";
import { pairEvidence, someoneCarriedOver } from "./confirm-pair.ts";

const first = (next: number | null, players: readonly LineSketch[] = four) =>
  statsFile({ at: "20:10:03", round: 1, next, players });
const second = (limit: number | null, players: readonly LineSketch[] = fourLater) =>
  statsFile({ at: "20:20:03", round: 2, limit, players });

describe("the time limit of a Round 2", () => {
  it.each([
    [512, 512, true, false],
    [512, 513, true, false],
    [512, 511, true, false],
    [512, 514, false, true],
    [null, 514, false, false],
    [512, null, false, false],
  ])("Round 1 set %s, played against %s", (next, limit, confirms, differs) => {
    const evidence = pairEvidence(first(next), second(limit));
    expect(evidence).toMatchObject({ limit: confirms, limitDiffers: differs });
  });

  it("is not confirmed by an invented next limit", () => {
    const invented = statsFile({ at: "20:10:03", round: 1, limit: 600, next: 4265 });
    expect(pairEvidence(invented, second(4265)).limit).toBe(false);
  });
});

describe("numbers that went on counting", () => {
  const carried = (round1: readonly LineSketch[], round2: readonly LineSketch[]) =>
    pairEvidence(first(600, round1), second(600, round2)).carried;

  it("are at least those of Round 1 in damage both ways and minutes", () => {
    expect(carried(four, fourLater)).toBe(true);
    expect(carried(four, four)).toBe(true);
  });

  it.each(["damage", "received", "minutes"] as const)("are lower in %s: another match", (field) => {
    const reset = fourLater.map((line) => ({ ...line, [field]: 0.1 }));
    expect(carried(four, reset)).toBe(false);
  });

  it("count when more than half of the shared players have them", () => {
    const reset = (count: number) =>
      fourLater.map((line, i) => (i < count ? { ...line, minutes: 1 } : line));
    expect(carried(four, reset(1))).toBe(true);
    expect(carried(four, reset(2))).toBe(false);
  });

  it("say nothing without a shared player, and not by a GUID8 on several lines", () => {
    const others = fourLater.map((line, i) => ({ ...line, guid: `BBBB000${i}` }));
    expect(carried(four, others)).toBe(false);
    const bots = (lines: readonly LineSketch[]) => lines.map((l) => ({ ...l, guid: "OMNIBOT0" }));
    expect(carried(bots(four), bots(fourLater))).toBe(false);
  });

  it("leave garbled fields out", () => {
    const garble = (file: StatsFile): StatsFile => ({
      ...file,
      lines: file.lines.map((line) => ({ ...line, badFields: ["damage_given"] })),
    });
    const none = fourLater.map((line) => ({ ...line, damage: 0 }));
    expect(pairEvidence(first(600), second(600, none)).carried).toBe(false);
    expect(pairEvidence(first(600), garble(second(600, none))).carried).toBe(true);
  });

  it("are not asked of lines without a tab part", () => {
    const bare = (file: StatsFile): StatsFile => ({
      ...file,
      lines: file.lines.map((line) => ({ ...line, tab: null })),
    });
    expect(pairEvidence(bare(first(600)), second(600)).carried).toBe(false);
  });
});

it("knows whether somebody was there when Round 2 began", () => {
  const later = (rounds: number) =>
    second(
      600,
      four.map((line) => ({ ...line, rounds })),
    );
  const base = (rounds: number): StatsFile => ({
    ...first(600),
    lines: first(600).lines.map((line) => ({ ...line, rounds })),
  });
  expect(someoneCarriedOver(base(0), later(1))).toBe(true);
  expect(someoneCarriedOver(base(0), later(0))).toBe(false);
  expect(someoneCarriedOver(base(1), later(2))).toBe(true);
  expect(someoneCarriedOver(base(1), later(1))).toBe(false);
});

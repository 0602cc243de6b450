import type { RoundTelemetry, StatsFile } from "@slomix/stats-parser";
import { describe, expect, it } from "vitest";
import { pairRounds } from "../src/pair-rounds.ts";
import type { Pairing } from "../src/paired-round.ts";
import { defaultSettings } from "../src/settings.ts";
import { seasonEvenings, type TrueRound } from "./evidence.ts";
import { trueTimes } from "./samples.ts";

const evenings = seasonEvenings();
const stats = evenings.flatMap(({ evidence }) => evidence.stats);
const telemetry = evenings.flatMap(({ evidence }) => evidence.telemetry);
const webhooks = telemetry.filter((row) => row.source === "webhook");

const pair = (files: readonly StatsFile[], rows: readonly RoundTelemetry[]) =>
  pairRounds({ stats: files, telemetry: rows }, defaultSettings);

/** Every pair that was played, and every Round 1 that stayed alone, by file. */
function played(): { pairs: [TrueRound, TrueRound][]; alone: TrueRound[]; aborted: TrueRound[] } {
  const pairs: [TrueRound, TrueRound][] = [];
  const aborted: TrueRound[] = [];
  const alone: TrueRound[] = [];
  for (const { truth } of evenings) {
    const inPair = new Set<TrueRound>();
    for (const { r1, r2 } of truth.maps) {
      const [first, second] = [r1, r2].map((n) => truth.rounds[(n ?? 0) - 1]);
      if (!first || !second || second.end_reason === "map_change") continue;
      pairs.push([first, second]);
      inPair.add(first).add(second);
    }
    for (const round of truth.rounds) {
      if (round.end_reason === "map_change") aborted.push(round);
      else if (!inPair.has(round)) alone.push(round);
    }
  }
  return { pairs, alone, aborted };
}
const truth = played();

/** Pairs that were not found, or found wrong; Round 1s that are not alone. */
function wrong({ rounds }: Pairing): string[] {
  const byKey = new Map(rounds.map((round) => [round.key, round]));
  const at = (round: TrueRound) => byKey.get(round.files.stats ?? "");
  const parted = truth.pairs.filter(([one, two]) => {
    const [first, second] = [at(one), at(two)];
    return (
      first?.state !== "paired" ||
      second?.state !== "paired" ||
      first.partner !== second.key ||
      second.partner !== first.key ||
      second.stats.round1File !== first.key ||
      first.matchId !== second.matchId
    );
  });
  const joined = truth.alone.filter((round) => at(round)?.state !== "lone");
  const missed = truth.aborted.filter((round) => at(round)?.state !== "aborted");
  return [...parted.map(([one]) => one), ...joined, ...missed].map(
    (round) => round.files.stats ?? "",
  );
}

describe("a season of 90 evenings", () => {
  it("has what it is held against", () => {
    expect(stats).toHaveLength(1728);
    expect(webhooks).toHaveLength(1727);
    expect(truth.pairs).toHaveLength(853);
    expect(truth.alone.filter((round) => round.superseded)).toHaveLength(13);
    expect(truth.aborted).toHaveLength(1);
  });

  it("is paired as played, with every webhook on its round", () => {
    const pairing = pair(stats, telemetry);
    expect(wrong(pairing)).toEqual([]);
    expect(pairing.unlinked).toEqual([]);
    expect(pairing.zone).toMatchObject({ source: "telemetry", offsetMinutes: 0, ambiguous: [] });
    const byKey = new Map(pairing.rounds.map((round) => [round.key, round]));
    for (const evening of evenings) {
      for (const round of evening.truth.rounds) {
        if (round.end_reason === "map_change") continue;
        const found = byKey.get(round.files.stats ?? "");
        expect(found?.telemetry?.endUnix).toBe(trueTimes(round).end);
      }
    }
  });

  it("is paired as played without any Round 2 webhook, and without any", () => {
    expect(
      wrong(
        pair(
          stats,
          webhooks.filter((row) => row.round === 1),
        ),
      ),
    ).toEqual([]);
    expect(wrong(pair(stats, []))).toEqual([]);
  });

  it("is paired the same in another zone's stamps", () => {
    const east = stats.map((file): StatsFile => {
      if (!file.stamp) return file;
      return { ...file, stamp: { ...file.stamp, naiveMs: file.stamp.naiveMs + 345 * 60_000 } };
    });
    const { zone, unlinked, rounds } = pair(east, webhooks);
    expect(zone.offsetMinutes).toBe(345);
    expect(unlinked).toEqual([]);
    expect(wrong({ zone, unlinked, rounds, undated: [] })).toEqual([]);
  });

  it("reads each evening the same alone as within the season", () => {
    const all = pair(stats, telemetry).rounds;
    const alone = evenings.flatMap(
      (evening) => pair(evening.evidence.stats, evening.evidence.telemetry).rounds,
    );
    expect(alone).toEqual(all);
  });

  it("is paired by stand-ins where every third file is lost", () => {
    const lost = new Set(stats.filter((_, i) => i % 3 === 1).map((file) => file.name));
    const { rounds } = pair(
      stats.filter((file) => !lost.has(file.name)),
      webhooks,
    );
    const byKey = new Map(rounds.map((round) => [round.key, round]));
    let stoodIn = 0;
    for (const [one, two] of truth.pairs) {
      const [first, second] = [one, two].map((round) => byKey.get(round.files.stats ?? ""));
      const left = first ?? second;
      if (!left) continue;
      const other = byKey.get(left.partner ?? "");
      expect(other?.telemetry?.endUnix).toBe(trueTimes(first ? two : one).end);
      if (first && second) continue;
      stoodIn++;
      expect(other?.file).toBeNull();
    }
    expect(stoodIn).toBeGreaterThan(350);
    for (const round of rounds) {
      if (round.file === null) expect(round.partner).not.toBeNull();
    }
  });

  it("is paired in a fraction of a second", () => {
    const begin = performance.now();
    pair(stats, telemetry);
    // 0.15 s on a quiet machine; the slack is for a busy one.
    expect(performance.now() - begin).toBeLessThan(5_000);
  });
});

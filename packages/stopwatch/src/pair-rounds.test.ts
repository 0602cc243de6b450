import type { RoundTelemetry, StatsFile } from "@slomix/stats-parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { four, fourLater, statsFile, timeOf, webhook } from "../test/build-files.ts";
import { pairFiles, pairRounds } from "./pair-rounds.ts";
import type { RoundEvidence } from "./paired-round.ts";
import { defaultSettings } from "./settings.ts";
import { stretchGapMs } from "./stretch.ts";

const pair = (stats: StatsFile[], telemetry: RoundTelemetry[] = [], zone: string | null = null) =>
  pairRounds({ stats, telemetry }, { ...defaultSettings, serverZone: zone });

describe("the one clock", () => {
  it("is the webhook's where there is one, else 3 s before the stamp and a play time before that", () => {
    const files = [
      statsFile({ at: "20:10:04", round: 1 }),
      statsFile({ at: "20:22:03", round: 2 }),
    ];
    const rows = [webhook({ end: "20:10:00", start: "19:59:30", round: 1 })];
    const [first, second] = pair(files, rows).rounds;
    expect([first?.startMs, first?.endMs]).toEqual([timeOf("19:59:30"), timeOf("20:10:00")]);
    expect([second?.startMs, second?.endMs]).toEqual([timeOf("20:12:00"), timeOf("20:22:00")]);
    expect(first?.telemetry).toEqual(rows[0]);
    expect(second?.telemetry).toBeNull();
  });

  it("has no start where nobody knows how long a round was", () => {
    const players = four.map((line) => ({ ...line, minutes: 0 }));
    const [round] = pair([statsFile({ at: "20:10:03", round: 1, playtime: null, players })]).rounds;
    expect(round?.startMs).toBeNull();
  });

  it("does not take a webhook's start that makes no sense", () => {
    const row = webhook({ end: "20:10:00", start: "20:10:00", round: 1 });
    const [round] = pair([statsFile({ at: "20:10:03", round: 1 })], [row]).rounds;
    expect(round?.startMs).toBe(timeOf("20:00:00"));
  });

  it("is read by the zone that is set, else by the webhooks, else as UTC", () => {
    const file = statsFile({ at: "21:10:03", round: 1 });
    const row = webhook({ end: "20:10:00", round: 1 });
    const end = timeOf("20:10:00");
    expect(pair([file], [], "Europe/Ljubljana")).toMatchObject({
      rounds: [{ endMs: end }],
      zone: { source: "setting", zone: "Europe/Ljubljana", offsetMinutes: null, suspect: false },
    });
    expect(pair([file], [row])).toMatchObject({
      rounds: [{ endMs: end }],
      zone: { source: "telemetry", zone: null, offsetMinutes: 60, suspect: false },
    });
    expect(pair([file])).toMatchObject({
      rounds: [{ endMs: timeOf("21:10:00") }],
      zone: { source: "utc", zone: null, offsetMinutes: 0 },
    });
  });

  it("is suspect when a set zone puts most webhooks elsewhere", () => {
    const files = ["20:10:03", "20:40:03", "21:10:03"].map((at) => statsFile({ at, round: 1 }));
    const rows = (...ends: string[]) => ends.map((end) => webhook({ end, round: 1 }));
    expect(pair(files, rows("18:10:00", "18:40:00", "21:10:00"), "UTC").zone.suspect).toBe(true);
    expect(pair(files, rows("18:10:00", "20:40:00", "21:10:00"), "UTC").zone.suspect).toBe(false);
    expect(pair(files, [], "UTC").zone.suspect).toBe(false);
  });

  it("stands in each stretch by itself, summer and winter", () => {
    const files = [
      statsFile({ at: "2025-07-01 22:10:03", round: 1 }),
      statsFile({ at: "2025-12-01 21:10:03", round: 1 }),
      statsFile({ at: "2025-12-01 21:40:03", round: 1 }),
    ];
    const rows = ["2025-07-01 20:10:00", "2025-12-01 20:10:00", "2025-12-01 20:40:00"].map((end) =>
      webhook({ end, round: 1 }),
    );
    const { rounds, zone, unlinked } = pair(files, rows);
    expect(rounds.map((round) => round.endMs)).toEqual(rows.map((row) => row.endUnix * 1000));
    expect(unlinked).toEqual([]);
    expect(zone.offsetMinutes).toBe(60);
  });

  it("does not believe webhooks later than allowed", () => {
    const evidence: RoundEvidence = {
      stats: [statsFile({ at: "20:10:03", round: 1 })],
      telemetry: [webhook({ end: "20:10:00", round: 1 })],
    };
    const { rounds, unlinked } = pairRounds(evidence, defaultSettings, {
      latestMs: timeOf("20:09:00"),
    });
    expect(rounds[0]?.telemetry).toBeNull();
    expect(unlinked).toEqual(evidence.telemetry);
  });
});

describe("rounds of stats files", () => {
  it("take off Round 1 and say which it was", () => {
    const files = [
      statsFile({ at: "20:10:03", round: 1 }),
      statsFile({ at: "20:22:03", round: 2 }),
    ];
    const [first, second] = pairFiles(files).rounds;
    expect(first?.stats.differential).toBe("none");
    expect(second?.stats).toMatchObject({ differential: "applied", round1File: files[0]?.name });
    expect(second?.stats.players.find((player) => player.name === "moth")?.damageGiven).toBe(1400);
    expect(first?.matchId).toBe("2026-03-04-201003-supply");
    expect(second?.matchId).toBe(first?.matchId);
  });

  it("warn of a webhook far away", () => {
    const file = statsFile({ at: "20:20:03", round: 1 });
    const [round] = pair([file], [webhook({ end: "20:10:00", round: 1 })], "UTC").rounds;
    expect(round?.warnings.map((warning) => warning.code)).toContain("link_far");
    expect(round?.endMs).toBe(timeOf("20:10:00"));
  });

  it("are left out, and named, when their file's name has no stamp", () => {
    const undated = statsFile({ at: null, round: 2 });
    const { rounds, undated: named } = pairFiles([
      undated,
      statsFile({ at: "20:10:03", round: 1 }),
    ]);
    expect(rounds.map((round) => round.state)).toEqual(["lone"]);
    expect(named).toEqual([undated]);
  });

  it("count once when a file is there twice: the one with more players", () => {
    const whole = statsFile({ at: "20:10:03", round: 1 });
    const cut = { ...whole, lines: whole.lines.slice(0, 3) };
    for (const stats of [
      [whole, cut],
      [cut, whole],
      [whole, whole],
    ]) {
      expect(pairFiles(stats).rounds.map((round) => round.file)).toEqual([whole]);
    }
  });

  it("have a match id of their own even when names are forged", () => {
    const at = "20:10:03";
    const files = [
      statsFile({ at, round: 1, map: "supply" }),
      statsFile({ at, round: 1, map: "Supply" }),
      statsFile({ at, round: 1, map: "SUPPLY", name: "x.txt" }),
      statsFile({ at, round: 2, map: "supply" }),
      statsFile({ at, round: 2, map: "Supply" }),
    ];
    const ids = pairFiles(files).rounds.map((round) => round.matchId);
    expect(new Set(ids).size).toBe(5);
    expect(ids[0]).toBe("2026-03-04-201003-supply");
    for (const id of ids) expect(id).toMatch(/^2026-03-04-201003-supply(-[2-5])?$/);
  });
});

describe("whatever the evidence", () => {
  /** An evening as it may come: maps in a row, some files or webhooks lost, some rounds broken off. */
  interface Played {
    readonly map: string;
    readonly day: number;
    readonly minute: number;
    readonly round1: string;
    readonly round2: string;
    readonly gap: number;
    readonly resets: boolean;
  }
  const match: fc.Arbitrary<Played> = fc.record({
    map: fc.constantFrom("supply", "radar", "Supply"),
    day: fc.integer({ min: 0, max: 2 }),
    minute: fc.integer({ min: 0, max: 300 }),
    round1: fc.constantFrom("both", "file", "webhook", "aborted", "none"),
    round2: fc.constantFrom("both", "file", "webhook", "aborted", "none"),
    gap: fc.integer({ min: 3, max: 70 }),
    resets: fc.boolean(),
  });
  const offset = fc.constantFrom(0, 60, 120, -300, 345);

  function evidenceOf(matches: readonly Played[], east: number): RoundEvidence {
    const stats: StatsFile[] = [];
    const telemetry: RoundTelemetry[] = [];
    const text = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace("T", " ");
    for (const { map, day, minute, gap, resets, ...rounds } of matches) {
      const first = Date.UTC(2026, 2, 4 + day, 18) + minute * 60_000 + minute * 1000;
      [first, first + gap * 60_000].forEach((end, i) => {
        const number = (i + 1) as 1 | 2;
        const kind = number === 1 ? rounds.round1 : rounds.round2;
        const aborted = kind === "aborted";
        if (kind === "both" || kind === "file" || aborted) {
          stats.push(
            statsFile({
              at: text(end + 3000 + east * 60_000),
              round: aborted ? ((3 - number) as 1 | 2) : number,
              map,
              playtime: aborted ? -1 : 600,
              players: number === 1 || resets ? four : fourLater,
            }),
          );
        }
        if (kind === "both" || kind === "webhook") {
          telemetry.push(webhook({ end: text(end), round: number, map, file: `${i}${text(end)}` }));
        }
      });
    }
    return { stats, telemetry };
  }
  const evening = fc
    .tuple(fc.array(match, { maxLength: 8 }), offset)
    .map(([matches, east]) => evidenceOf(matches, east));
  const zone = fc.constantFrom(null, "UTC", "Europe/Ljubljana");

  it("the order in which it comes does not matter", () => {
    fc.assert(
      fc.property(evening, zone, fc.infiniteStream(fc.nat()), (evidence, serverZone, order) => {
        const settings = { ...defaultSettings, serverZone };
        const shuffle = <T>(list: readonly T[]) =>
          list
            .map((item) => ({ item, key: order.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const shuffled = {
          stats: shuffle(evidence.stats),
          telemetry: shuffle(evidence.telemetry),
        };
        expect(pairRounds(shuffled, settings)).toEqual(pairRounds(evidence, settings));
      }),
      { numRuns: 150 },
    );
  });

  it("each file is one round, each webhook at most one round's, each half has one other half", () => {
    fc.assert(
      fc.property(evening, zone, (evidence, serverZone) => {
        const { rounds, unlinked, undated } = pairRounds(evidence, {
          ...defaultSettings,
          serverZone,
        });
        const names = new Set(evidence.stats.map((file) => file.name));
        expect(undated).toEqual([]);
        expect(rounds.flatMap(({ file }) => (file ? [file.name] : [])).sort()).toEqual(
          [...names].sort(),
        );
        const used = rounds.flatMap(({ telemetry }) => (telemetry ? [telemetry.file] : []));
        expect([...used, ...unlinked.map((row) => row.file)].sort()).toEqual(
          evidence.telemetry.map((row) => row.file).sort(),
        );
        const byKey = new Map(rounds.map((round) => [round.key, round]));
        expect(byKey.size).toBe(rounds.length);
        const places = rounds.map((round) => `${round.matchId}/${round.number}`);
        expect(new Set(places).size).toBe(rounds.length);
        for (const round of rounds) {
          const other = round.partner === null ? null : byKey.get(round.partner);
          if (round.state === "paired") expect(other).toBeTruthy();
          if (round.state === "lone" || round.state === "aborted") expect(round.partner).toBeNull();
          if (!other) continue;
          expect(other.partner).toBe(round.key);
          expect(other.number).toBe(3 - round.number);
          expect(other.map.toLowerCase()).toBe(round.map.toLowerCase());
          expect(other.matchId).toBe(round.matchId);
          const gap = (other.endMs - round.endMs) * (round.number === 1 ? 1 : -1);
          expect(gap).toBeGreaterThan(0);
          expect(gap).toBeLessThan(3_600_000);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("an evening reads the same alone as among others", () => {
    fc.assert(
      fc.property(evening, zone, (evidence, serverZone) => {
        const settings = { ...defaultSettings, serverZone };
        const all = pairRounds(evidence, settings).rounds;
        const days = [4, 5, 6].map((day) => Date.UTC(2026, 2, day, 12));
        const alone = days.flatMap((noon) => {
          const stats = evidence.stats.filter((file) => {
            const at = (file.stamp?.naiveMs ?? 0) - noon;
            return at >= 0 && at < 86_400_000;
          });
          return pairRounds({ stats, telemetry: evidence.telemetry }, settings).rounds;
        });
        expect(alone).toEqual(all);
      }),
      { numRuns: 80 },
    );
  });
});

it("parts evidence where nothing can meet across the gap", () => {
  expect(stretchGapMs(defaultSettings)).toBe(185 * 60_000);
});

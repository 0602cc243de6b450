import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listedPlayer, timeOf, webhook } from "../test/build-files.ts";
import { mergeTelemetry, rowLookup } from "./merge-telemetry.ts";

const moth = listedPlayer("AAAA0001000000000000000000000000", "moth");

describe("what webhook and gametime file tell of one round", () => {
  it("is one row, the gametime file first, the webhook filling in", () => {
    const gametime = {
      ...webhook({ end: "20:10:00", round: 1, source: "gametime", playtime: null }),
      spawnStats: [
        {
          guid: moth.guid,
          name: "moth",
          spawns: 3,
          deaths: 2,
          deadSeconds: 40,
          avgRespawnSeconds: 20,
          maxRespawnSeconds: 25,
        },
      ],
    };
    const sent = webhook({ end: "20:10:00", round: 1, map: "SUPPLY", playtime: 598, axis: [moth] });
    const { rows, spare } = mergeTelemetry([sent, gametime]);
    expect(rows).toHaveLength(1);
    expect(spare).toEqual([]);
    expect(rows[0]?.parts).toEqual([gametime, sent]);
    expect(rows[0]?.telemetry).toEqual({ ...gametime, playtimeSeconds: 598, axis: [moth] });
  });

  it("keeps apart what differs in end, number or map", () => {
    const rows = [
      webhook({ end: "20:10:00", round: 1 }),
      webhook({ end: "20:10:01", round: 1 }),
      webhook({ end: "20:10:00", round: 2 }),
      webhook({ end: "20:10:00", round: 1, map: "radar" }),
    ];
    expect(mergeTelemetry(rows).rows).toHaveLength(4);
  });

  it("sets second deliveries aside, and what ends before 2020 or later than allowed", () => {
    const first = webhook({ end: "20:10:00", round: 1, file: "a.json" });
    const second = webhook({ end: "20:10:00", round: 1, file: "b.json" });
    const old = webhook({ end: "2019-12-31 23:59:59", round: 1 });
    const late = webhook({ end: "2026-03-06 00:00:00", round: 1 });
    const mad = { ...first, endUnix: 1e15, file: "c.json" };
    const { rows, spare } = mergeTelemetry(
      [mad, late, second, old, first],
      timeOf("2026-03-05 20:00:00"),
    );
    expect(rows.map((row) => row.telemetry)).toEqual([first]);
    expect(spare).toEqual([old, second, late, mad]);
  });

  it("does not believe a start that is not before the end", () => {
    const start = (from: string) =>
      mergeTelemetry([webhook({ end: "20:10:00", start: from, round: 1 })]).rows[0]?.startMs;
    expect(start("20:00:00")).toBe(timeOf("20:00:00"));
    expect(start("20:10:00")).toBeNull();
    expect(start("1970-01-01 00:00:01")).toBeNull();
  });

  it("does not depend on the order of arrival", () => {
    const deliveries = ["20:10:00", "20:10:00", "20:20:00"].flatMap((end, i) => [
      webhook({ end, round: 1, playtime: i }),
      webhook({ end, round: 1, source: "gametime", playtime: null }),
    ]);
    const merged = mergeTelemetry(deliveries);
    fc.assert(
      fc.property(fc.shuffledSubarray(deliveries, { minLength: deliveries.length }), (shuffled) => {
        expect(mergeTelemetry(shuffled)).toEqual(merged);
      }),
    );
  });
});

it("finds the rows of a map and number within a time", () => {
  const { rows } = mergeTelemetry(
    ["20:10:00", "20:20:00", "20:30:00"].map((end) => webhook({ end, round: 1 })),
  );
  const ends = (from: string, to: string) =>
    rowLookup(rows)("supply", 1, timeOf(from), timeOf(to)).map((row) => row.endMs);
  expect(ends("20:10:00", "20:20:00")).toEqual([timeOf("20:10:00"), timeOf("20:20:00")]);
  expect(ends("20:10:01", "20:19:59")).toEqual([]);
  expect(ends("20:25:00", "23:00:00")).toEqual([timeOf("20:30:00")]);
  expect(rowLookup(rows)("supply", 2, 0, timeOf("23:00:00"))).toEqual([]);
});

import type { RoundTelemetry, StatsFile } from "@slomix/stats-parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FileSketch, statsFile, type WebhookSketch, webhook } from "../test/build-files.ts";
import { linkTelemetry } from "./link-telemetry.ts";
import { mapKey } from "./map-key.ts";
import { mergeTelemetry, rowLookup } from "./merge-telemetry.ts";
import { zoneClock } from "./server-clock.ts";
import { isStamped } from "./stretch.ts";

/** Names of stats files with the end of the webhook that each got. */
function linked(files: readonly StatsFile[], telemetry: readonly RoundTelemetry[], zone = "UTC") {
  const read = files.filter(isStamped).map((file) => ({
    file,
    map: mapKey(file.header.map),
    readings: zoneClock(zone).readings(file.stamp.naiveMs),
  }));
  const links = linkTelemetry(read, rowLookup(mergeTelemetry(telemetry).rows));
  return Object.fromEntries(
    [...links].map(([{ file }, { row, far }]) => {
      const end = new Date(row.endMs).toISOString().slice(11, 19);
      return [`${file.stamp.time} ${file.header.map} ${file.round}`, far ? `${end} far` : end];
    }),
  );
}

type Case = [what: string, files: FileSketch[], rows: WebhookSketch[], links: object];
const cases: Case[] = [
  [
    "the file written 3 s after the end",
    [{ at: "20:10:03", round: 1 }],
    [{ end: "20:10:00", round: 1 }],
    { "201003 supply 1": "20:10:00" },
  ],
  [
    "never another map or number",
    [{ at: "20:10:03", round: 1 }],
    [
      { end: "20:10:00", round: 2 },
      { end: "20:10:00", round: 1, map: "supplydepot" },
      { end: "20:10:00", round: 1, map: "et_supply" },
    ],
    {},
  ],
  [
    "maps without case and stray spaces",
    [{ at: "20:10:03", round: 1, map: "Supply" }],
    [{ end: "20:10:00", round: 1, map: "supply " }],
    { "201003 Supply 1": "20:10:00" },
  ],
  [
    "of two plays of a map each its own",
    [
      { at: "20:10:03", round: 1 },
      { at: "20:14:03", round: 1 },
    ],
    [
      { end: "20:14:00", round: 1 },
      { end: "20:10:00", round: 1 },
    ],
    { "201003 supply 1": "20:10:00", "201403 supply 1": "20:14:00" },
  ],
  [
    "a webhook whose file is lost takes nobody's",
    [{ at: "20:10:03", round: 1 }],
    [
      { end: "20:10:00", round: 1 },
      { end: "20:14:00", round: 1 },
    ],
    { "201003 supply 1": "20:10:00" },
  ],
  [
    "300 s away: taken",
    [{ at: "20:15:00", round: 1 }],
    [{ end: "20:10:00", round: 1 }],
    { "201500 supply 1": "20:10:00" },
  ],
  [
    "further: taken with a word, when nothing else is there",
    [{ at: "20:15:01", round: 1 }],
    [{ end: "20:10:00", round: 1 }],
    { "201501 supply 1": "20:10:00 far" },
  ],
  [
    "further, and two files in reach: neither",
    [
      { at: "20:22:00", round: 1 },
      { at: "19:50:00", round: 1 },
    ],
    [{ end: "20:10:00", round: 1 }],
    {},
  ],
  [
    "further, and the headers contradict: another round",
    [{ at: "20:22:00", round: 1, winner: 2 }],
    [{ end: "20:10:00", round: 1, winner: 1 }],
    {},
  ],
  [
    "near, and the headers contradict: the header is right, but it is the round",
    [{ at: "20:10:03", round: 1, winner: 2 }],
    [{ end: "20:10:00", round: 1, winner: 1 }],
    { "201003 supply 1": "20:10:00" },
  ],
  ["more than 45 minutes", [{ at: "20:55:01", round: 1 }], [{ end: "20:10:00", round: 1 }], {}],
  [
    "two files exactly as near: neither",
    [
      { at: "20:12:00", round: 1 },
      { at: "20:08:00", round: 1 },
    ],
    [{ end: "20:10:00", round: 1 }],
    {},
  ],
  [
    "two webhooks exactly as near: the first by name",
    [{ at: "20:10:00", round: 1 }],
    [
      { end: "20:10:05", round: 1, file: "b.json" },
      { end: "20:09:55", round: 1, file: "a.json" },
    ],
    { "201000 supply 1": "20:09:55" },
  ],
  [
    "across midnight",
    [{ at: "2026-03-05 00:00:02", round: 2 }],
    [{ end: "23:59:59", round: 2 }],
    { "000002 supply 2": "23:59:59" },
  ],
];

describe("which webhook is whose", () => {
  it.each(cases)("%s", (_what, files, rows, links) => {
    expect(linked(files.map(statsFile), rows.map(webhook))).toEqual(links);
  });

  it("takes the reading of a repeated hour that is nearer", () => {
    const file = statsFile({ at: "2025-10-26 02:30:03", round: 1 });
    for (const end of ["00:30:00", "01:30:00"]) {
      const rows = [webhook({ end: `2025-10-26 ${end}`, round: 1 })];
      expect(linked([file], rows, "Europe/Ljubljana")).toEqual({ "023003 supply 1": end });
    }
  });

  it("gives each file and each webhook once, in whatever order they come", () => {
    const second = fc.integer({ min: 0, max: 3600 });
    const at = (s: number) =>
      new Date(Date.UTC(2026, 2, 4, 20) + s * 1000).toISOString().slice(11, 19);
    const unique = { maxLength: 8, selector: (s: number) => s };
    fc.assert(
      fc.property(
        fc.uniqueArray(second, unique),
        fc.uniqueArray(second, unique),
        fc.infiniteStream(fc.nat()),
        (stamps, ends, order) => {
          const files = stamps.map((s) => statsFile({ at: at(s), round: 1 }));
          const rows = ends.map((s) => webhook({ end: at(s), round: 1 }));
          const links = linked(files, rows);
          const given = Object.values(links);
          expect(new Set(given).size).toBe(given.length);
          const shuffle = <T>(list: readonly T[]) =>
            list
              .map((item) => ({ item, key: order.next().value as number }))
              .sort((a, b) => a.key - b.key)
              .map(({ item }) => item);
          expect(linked(shuffle(files), shuffle(rows))).toEqual(links);
        },
      ),
    );
  });

  it("survives a flood of webhooks and files for one map", () => {
    const at = (s: number) =>
      new Date(Date.UTC(2026, 2, 4, 20) + s * 1000).toISOString().slice(11, 19);
    const files = Array.from({ length: 1200 }, (_, s) => statsFile({ at: at(s + 3), round: 1 }));
    const rows = Array.from({ length: 1200 }, (_, s) => webhook({ end: at(s), round: 1 }));
    expect(Object.keys(linked(files, rows)).length).toBeGreaterThan(1100);
  });
});

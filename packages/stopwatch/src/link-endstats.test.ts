import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeOf } from "../test/build-files.ts";
import { type EndstatsName, type EndstatsRound, linkEndstats } from "./link-endstats.ts";

const file = (at: string, map = "supply", round: 1 | 2 = 1): EndstatsName => ({
  name: `${at}-${map}-${round}`,
  map,
  round,
  naiveMs: timeOf(at),
});
const played = (at: string, map = "supply", round: 1 | 2 = 1): EndstatsRound => ({
  key: at,
  map,
  round,
  naiveMs: timeOf(at),
});

describe("which endstats belong to which round", () => {
  it("are the nearest of equal map and number", () => {
    const endstats = [
      file("20:09:59"),
      file("20:10:01", "radar"),
      file("20:20:02", "Supply", 2),
      file("20:45:00"),
    ];
    const rounds = [played("20:10:00"), played("20:20:00", "supply", 2), played("20:45:01")];
    const { linked, unlinked } = linkEndstats(endstats, rounds);
    expect(Object.fromEntries(linked)).toEqual({
      "20:10:00": { parts: ["20:09:59-supply-1"] },
      "20:20:00": { parts: ["20:20:02-Supply-2"] },
      "20:45:01": { parts: ["20:45:00-supply-1"] },
    });
    expect(unlinked).toEqual(["20:10:01-radar-1"]);
  });

  it.each([
    ["19:59:00", true, undefined],
    ["20:01:00", true, undefined],
    ["20:01:01", true, "endstats_far"],
    ["20:45:00", true, "endstats_far"],
    ["20:45:01", false, undefined],
  ])("written at %s for a file of 20:00:00: linked %s, warning %s", (at, found, warning) => {
    const { linked, unlinked } = linkEndstats([file(at)], [played("20:00:00")]);
    expect(linked.has("20:00:00")).toBe(found);
    expect(linked.get("20:00:00")?.warning?.code).toBe(warning);
    expect(unlinked).toHaveLength(found ? 0 : 1);
  });

  it("are one where the writer split them, in the order of writing", () => {
    const endstats = [file("20:10:02"), file("20:10:00"), file("20:10:12"), file("20:10:23")];
    const { linked, unlinked } = linkEndstats(endstats, [played("20:10:03")]);
    expect(linked.get("20:10:03")?.parts).toEqual([
      "20:10:00-supply-1",
      "20:10:02-supply-1",
      "20:10:12-supply-1",
    ]);
    expect(unlinked).toEqual(["20:10:23-supply-1"]);
  });

  it("go to one round only, and a round takes one output only", () => {
    const two = linkEndstats([file("20:10:00")], [played("20:10:05"), played("20:12:00")]);
    expect([...two.linked.keys()]).toEqual(["20:10:05"]);
    // The later Round 1 was lost; its endstats do not become the earlier one's.
    const lost = linkEndstats([file("20:07:55"), file("20:12:45")], [played("20:07:56")]);
    expect(lost.linked.get("20:07:56")?.parts).toEqual(["20:07:55-supply-1"]);
    expect(lost.unlinked).toEqual(["20:12:45-supply-1"]);
  });

  it("are written on the other side of midnight too", () => {
    const { linked } = linkEndstats([file("23:59:59")], [played("2026-03-05 00:00:01")]);
    expect(linked.size).toBe(1);
  });

  it("do not depend on the order of arrival", () => {
    const endstats = ["20:10:00", "20:10:04", "20:11:00", "20:30:00"].map((at) => file(at));
    const rounds = ["20:10:02", "20:10:58", "20:29:00"].map((at) => played(at));
    const links = linkEndstats(endstats, rounds);
    const all = <T>(list: T[]) => fc.shuffledSubarray(list, { minLength: list.length });
    fc.assert(
      fc.property(all(endstats), all(rounds), (files, played) => {
        const { linked, unlinked } = linkEndstats([...files, ...files], played);
        expect(new Map(linked)).toEqual(new Map(links.linked));
        expect(unlinked).toEqual(links.unlinked);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { type HeaderSpec, headerText } from "../test/support/stats-text.ts";
import { measuredSeconds, type RoundDuration, roundDuration } from "./round-duration.ts";
import { resolveSides } from "./round-sides.ts";
import { readStatsHeader } from "./stats-header.ts";

function header(spec: HeaderSpec) {
  const read = readStatsHeader(headerText(spec));
  if (!read) throw new Error("no header");
  return read;
}

function duration(spec: HeaderSpec, played: number | null = null, webhook: number | null = null) {
  const read = header(spec);
  return roundDuration(read, resolveSides(read, null), played, {
    webhookSeconds: webhook,
    report: null,
  });
}

const is = (seconds: number | null, source: RoundDuration["source"], full: boolean | null) => ({
  seconds,
  source,
  fullTimeUsed: full,
});

/** Attackers are side 2. */
const completed = { defender: 1, winner: 2 };
const held = { defender: 1, winner: 1 };

describe("the attackers won and field 8 is their time", () => {
  it("field 9 close to it measures more exactly", () => {
    const spec = { ...completed, limit: "20:00", next: "8:32", playtime: 512_900 };
    expect(duration(spec)).toEqual(is(512.9, "header", false));
  });

  it("without field 9, or one far away, field 8 holds", () => {
    const spec = { ...completed, limit: "20:00", next: "8:32" };
    expect(duration({ ...spec, playtime: null })).toEqual(is(512, "next_limit", false));
    expect(duration({ ...spec, playtime: 700_000 })).toEqual(is(512, "next_limit", false));
  });

  it("a Round 2 that took its whole limit is still completed", () => {
    const spec = { ...completed, limit: "8:32", next: "8:32", playtime: null };
    expect(duration(spec)).toEqual(is(512, "next_limit", false));
  });

  it("an invented field 8 is not used", () => {
    const spec = { ...completed, limit: "8:32", next: "71:05" };
    expect(duration({ ...spec, playtime: 300_000 })).toEqual(is(300, "header", false));
    expect(duration({ ...spec, playtime: null }, 294)).toEqual(is(294, "players", null));
  });
});

describe("the defenders won", () => {
  it("field 9 near the limit: the clock ran out, and the round is no longer than that", () => {
    expect(duration({ ...held, limit: "10:00", playtime: 601_200 })).toEqual(
      is(600, "header", true),
    );
    expect(duration({ ...held, limit: "10:00", playtime: 597_000 })).toEqual(
      is(597, "header", true),
    );
  });

  it("field 9 before that: the attackers gave up", () => {
    expect(duration({ ...held, limit: "8:30", next: "8:30", playtime: 390_400 })).toEqual(
      is(390.4, "header", false),
    );
  });

  it("field 9 outside 10 s … limit + 120 s is not believed", () => {
    expect(duration({ ...held, playtime: 730_000 })).toEqual(is(null, "unknown", null));
    // 9 s as milliseconds: beyond the limit by more than 60 when read as seconds.
    expect(duration({ ...held, playtime: 9_000 })).toEqual(is(null, "unknown", null));
  });

  it("without field 9 the players' time tells whether the limit was played", () => {
    const spec = { ...held, limit: "10:00", playtime: null };
    expect(duration(spec, 594)).toEqual(is(600, "limit", true));
    expect(duration(spec, 585)).toEqual(is(600, "limit", true));
    expect(duration(spec, 576)).toEqual(is(576, "players", false));
    expect(duration(spec, null)).toEqual(is(null, "unknown", null));
  });

  it("a webhook refines the players' time, but never replaces it", () => {
    const spec = { ...held, limit: "10:00", playtime: null };
    expect(duration(spec, 300, 307)).toEqual(is(307, "webhook", false));
    expect(duration(spec, 300, 435)).toEqual(is(300, "players", false));
    expect(duration(spec, 594, 590)).toEqual(is(600, "limit", true));
    expect(duration(spec, null, 590)).toEqual(is(null, "unknown", null));
  });
});

describe("sides or limit unknown", () => {
  it("field 9 holds as measured", () => {
    const spec = { defender: "", winner: 1, limit: "10:00" };
    expect(duration({ ...spec, playtime: 601_000 })).toEqual(is(601, "header", true));
    expect(duration({ ...spec, playtime: null }, 300)).toEqual(is(300, "players", null));
  });

  it("without a limit nothing tells whether it was used", () => {
    expect(duration({ ...held, limit: "0:00", playtime: 300_000 })).toEqual(
      is(300, "header", null),
    );
    expect(duration({ ...completed, limit: "0:00", playtime: null }, 300)).toEqual(
      is(300, "players", null),
    );
  });
});

describe("the length that the header alone measured", () => {
  it("is field 9, else the attackers' time, else nothing", () => {
    const measured = (spec: HeaderSpec) => {
      const read = header(spec);
      return measuredSeconds(read, resolveSides(read, null));
    };
    expect(measured({ ...held, playtime: 390_400 })).toBe(390.4);
    expect(measured({ ...completed, limit: "20:00", next: "8:32", playtime: null })).toBe(512);
    expect(measured({ ...held, playtime: null })).toBeNull();
    expect(measured({ ...completed, limit: "8:32", next: "71:05", playtime: null })).toBeNull();
  });
});

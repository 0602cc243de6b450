import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  baseName,
  checkRoundFileName,
  parseGametimeFileName,
  parseRoundFileName,
} from "./file-name.ts";

describe("parseRoundFileName", () => {
  it.each([
    ["2026-01-12-224606-te_escape2-round-2.txt", "stats", "te_escape2", 2],
    ["2025-11-03-213554-my-map-v2-round-1.txt", "stats", "my-map-v2", 1],
    ["2025-11-03-213554-my-map-round-1-round-2.txt", "stats", "my-map-round-1", 2],
    ["2025-10-19-235307-etl_adlernest-round-1-endstats.txt", "endstats", "etl_adlernest", 1],
    ["2025-10-19-235307-etl_adlernest-round-1_endstats.txt", "endstats", "etl_adlernest", 1],
    ["2025-10-19-235307-supply-round-2-webhook.json", "webhook", "supply", 2],
    ["2025-10-19-235307-supply-round-1_engagements.txt", "proximity", "supply", 1],
  ])("%s", (name, kind, map, round) => {
    expect(parseRoundFileName(name)).toMatchObject({ kind, map, round });
  });

  it("reads the stamp as if it were UTC", () => {
    expect(parseRoundFileName("2024-02-29-235959-supply-round-1.txt")?.stamp).toEqual({
      date: "2024-02-29",
      time: "235959",
      naiveMs: Date.parse("2024-02-29T23:59:59Z"),
    });
  });

  it.each([
    "2025-10-19-235307-supply-round-1_ws.txt",
    "2025-02-29-235307-supply-round-1.txt",
    "2025-13-01-235307-supply-round-1.txt",
    "2025-04-31-235307-supply-round-1.txt",
    "0025-10-19-235307-supply-round-1.txt",
    "2025-10-19-245307-supply-round-1.txt",
    "2025-10-19-235360-supply-round-1.txt",
    "2025-10-19-235307-supply-round-0.txt",
    "2025-10-19-235307-supply-round-3.txt",
    "2025-10-19-235307-supply-round-01.txt",
    "2025-10-19-235307--round-1.txt.bak",
    "2025-10-19-2353-supply-round-1.txt",
    "notes.txt",
    "",
  ])("refuses %j", (name) => {
    expect(parseRoundFileName(name)).toBeNull();
  });

  it("reads back every name that a server can write", () => {
    const date = fc.date({
      min: new Date("2020-01-01T00:00:00Z"),
      max: new Date("2035-12-31T23:59:59Z"),
      noInvalidDate: true,
    });
    const map = fc.stringMatching(/^[A-Za-z0-9_-]{1,50}$/);
    fc.assert(
      fc.property(date, map, fc.constantFrom(1, 2), (when, name, round) => {
        const [day = "", time = ""] = when.toISOString().slice(0, 19).split("T");
        const file = `${day}-${time.replaceAll(":", "")}-${name}-round-${round}.txt`;
        const read = checkRoundFileName(file);
        expect(read.ok && read.value).toMatchObject({ kind: "stats", map: name, round });
        expect(parseRoundFileName(file)?.stamp.naiveMs).toBe(
          Math.floor(when.getTime() / 1000) * 1000,
        );
      }),
    );
  });
});

describe("names from outside are checked before anything is done with them", () => {
  it.each([
    "2025-10-19-235307-sw_oasis.b3+fix-round-1.txt",
    "2035-12-31-000000-a-round-2-endstats.txt",
    "2025-10-19-235307-adlernest (fixed)-round-1.txt",
    "2025-10-19-235307-karte_ü [v1.2]-round-1-webhook.json",
    "2025-10-19-235307-crêpe & co, 50%-round-1.txt",
    "2025-10-19-235307-карта-round-1.txt",
  ])("takes %s", (name) => {
    expect(checkRoundFileName(name).ok).toBe(true);
  });

  it.each([
    ["../2025-10-19-235307-supply-round-1.txt", "bad_name", "path separator"],
    ["2025-10-19-235307-a/b-round-1.txt", "bad_name", "path separator"],
    ["2025-10-19-235307-a\\b-round-1.txt", "bad_name", "path separator"],
    ["2025-10-19-235307-a\0b-round-1.txt", "bad_name", "NUL"],
    ["2025-10-19-235307-a..b-round-1.txt", "bad_name", "`..`"],
    ["2025-10-19-235307-   -round-1.txt", "bad_name", "the map"],
    ["2025-10-19-235307-a\u0085-round-1.txt", "bad_name", "the map"],
    ["2025-10-19-235307-a\ud800-round-1.txt", "bad_name", "the map"],
    ["2025-10-19-235307-a\n-round-1.txt", "bad_name", "the map"],
    [`2025-10-19-235307-${"m".repeat(51)}-round-1.txt`, "bad_name", "the map"],
    [`2025-10-19-235307-${"m".repeat(300)}-round-1.txt`, "bad_name", "255"],
    ["2019-10-19-235307-supply-round-1.txt", "bad_name", "year"],
    ["2036-10-19-235307-supply-round-1.txt", "bad_name", "year"],
    ["2025-02-30-235307-supply-round-1.txt", "bad_name", "date"],
    ["2025-10-19-236007-supply-round-1.txt", "bad_name", "date"],
    ["2025-10-19-235307-supply-round-10.txt", "bad_round", "round"],
    ["2025-10-19-235307-supply-round-0.txt", "bad_round", "round"],
    ["notes.txt", "bad_name", "expected"],
  ])("refuses %j", (name, code, message) => {
    const result = checkRoundFileName(name);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.error.code).toBe(code);
    expect(result.error.message).toContain(message);
    expect(result.error.file.length).toBeLessThanOrEqual(255);
  });

  it("never lets a name through that is a path, and never throws", () => {
    const point = fc.oneof(fc.nat(0x7f), fc.nat(0x10ffff));
    const hostile = fc.array(point, { maxLength: 60 }).map((all) => String.fromCodePoint(...all));
    fc.assert(
      fc.property(hostile, fc.boolean(), (text, framed) => {
        const name = framed ? `2025-10-19-235307-${text}-round-1.txt` : text;
        const result = checkRoundFileName(name);
        if (result.ok) expect(name).toMatch(/^(?!.*\.\.)[^/\\\p{Cc}\p{Cs}]+$/u);
      }),
    );
  });
});

it("baseName is what stands behind the last separator", () => {
  expect(baseName("/srv/gamestats/a.txt")).toBe("a.txt");
  expect(baseName("/srv/gamestats\\a.txt")).toBe("a.txt");
  expect(baseName("C:\\games\\a.txt")).toBe("a.txt");
  expect(baseName("a.txt")).toBe("a.txt");
});

it("a letter with an accent is one letter, whichever way Unicode writes it", () => {
  const twice = "2025-10-19-235307-karte_u\u0308-round-1.txt";
  expect(parseRoundFileName(twice)?.map).toBe("karte_ü");
  expect(checkRoundFileName(twice)).toMatchObject({ ok: true, value: { map: "karte_ü" } });
  expect(parseGametimeFileName("gametime-karte_u\u0308-R1-1760127036.json")?.map).toBe("karte_ü");
});

it("reads the names of gametime files", () => {
  expect(parseGametimeFileName("gametime-etl_sp-delivery-R2-1760127036.json")).toEqual({
    map: "etl_sp-delivery",
    round: 2,
    endUnix: 1760127036,
  });
});

it.each([
  "gametime-supply-R3-1760127036.json",
  "gametime-supply-R1-.json",
  "gametime-supply-R1-1577836799.json",
  "gametime-supply-R1-17601270360.json",
  "gametime-../x-R1-1760127036.json",
  "gametime-a..b-R1-1760127036.json",
  "gametime-a\tb-R1-1760127036.json",
  "gametime- -R1-1760127036.json",
  `gametime-${"m".repeat(51)}-R1-1760127036.json`,
  "supply-R1-1760127036.json",
])("%s is no gametime file's name", (name) => {
  expect(parseGametimeFileName(name)).toBeNull();
});

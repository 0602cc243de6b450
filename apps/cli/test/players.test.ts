import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Database } from "@slomix/db";
import { modelNames } from "@slomix/predict";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { slomix } from "./command.ts";

/** One embedded database with the two evenings of the small sample, open for all tests below. */
const folder = mkdtempSync(join(tmpdir(), "slomix-players-"));
const data = join(folder, "data");
let shared: Database;
let line: string[] = [];
let other: string[] = [];

const run = (...args: string[]) =>
  slomix([...args, "--data", data], {
    connect: async () => ({ ...shared, close: async () => {} }),
  });
const json = async (...args: string[]) => {
  const ended = await run(...args, "--json");
  expect(ended.err, args.join(" ")).toBe("");
  expect(ended.status).toBe(0);
  return JSON.parse(ended.out);
};
const refused = async (...args: string[]) => {
  const { status, out, err } = await run(...args);
  expect(out, args.join(" ")).toBe("");
  return { status, err };
};

beforeAll(async () => {
  const { status } = await slomix(["import", "small", "--data", data, "--json"]);
  expect(status).toBe(0);
  shared = await connect(data);
  const [match] = await shared.query<{ a: string[]; b: string[] }>(
    `select lineup_a_guids as a, lineup_b_guids as b from matchup_history where match_id is not null
     order by ended_at desc limit 1`,
  );
  line = [...(match?.a ?? [])];
  other = [...(match?.b ?? [])];
}, 60_000);
afterAll(async () => {
  await shared.close();
  rmSync(folder, { recursive: true });
});

describe("players among themselves", () => {
  test("compare: tables for people, everything as JSON, windows with their end", async () => {
    const [a = "", b = ""] = line;
    const { out, status } = await run("compare", a, b);
    expect(status).toBe(0);
    expect(out).toMatch(/all time, to \d{4}-\d\d-\d\d \d\d:\d\d UTC\.\n/);
    expect(out).toMatch(/^K\/D .*\d\.\d\d/m);
    const all = await json("compare", a, b);
    expect(all.players.map(({ guid }: { guid: string }) => guid)).toEqual([a, b]);
    expect(all.metrics.length).toBeGreaterThan(40);
    const days = await json("compare", a, b, "--days", "1", "--side", "axis");
    expect(days.window.words).toMatch(/^1 days to /);
    expect(days.players[0].sums.rounds).toBeLessThan(all.players[0].sums.rounds);
    const season = await json("compare", a, b, "--period", "season");
    expect(season.window.words).toMatch(/^\d{4} \w+ \(Q\d\)$/);
    expect((await run("compare", a, b, "--as-of", "2020-01-01")).out).toContain(
      "No round that counts.",
    );
    const long = await json("compare", a, b, "--as-of", "2025-09-12T21:00");
    expect(long.window.asOfMs).toBe(Date.UTC(2025, 8, 12, 21));
  });

  test("matchup, duo, nemesis, form", async () => {
    const met = await json("matchup", line.join(","), other.join(", "));
    expect(met.exact.matches).toBeGreaterThan(0);
    expect((await run("matchup", line.join(","), other.join(","))).out).toMatch(
      /^the same people /m,
    );
    const [a = "", b = ""] = line;
    const pair = await json("duo", a, b);
    expect(pair.record.matches).toBeGreaterThan(0);
    expect(pair.withWithout.with.record).toEqual(pair.record);
    expect((await run("duo", a, b)).out).toMatch(/maps? together: /);
    const mates = await json("duo", a);
    expect(mates.map(({ guid }: { guid: string }) => guid)).toContain(b);
    expect((await run("duo", a)).out).toMatch(/^Mates of /);
    const found = await json("nemesis", a, "--days", "3000");
    expect(found.duels.length).toBeGreaterThan(0);
    expect((await run("nemesis", a)).out).toMatch(/ DPM, K\/D /);
    const form = await json("form", a);
    expect(form.record.value.matches).toBeGreaterThan(0);
    expect((await run("form", a)).out).toMatch(/^Consistency: /m);
  });

  test("names, parts of them, and GUIDs mean players; who is not meant is offered", async () => {
    const [guid = ""] = line;
    const { name } = await json("achievements", guid);
    expect((await json("achievements", name)).guid).toBe(guid);
    expect((await json("achievements", ` .${name.toUpperCase()}_`)).guid).toBe(guid);
    expect((await refused("duo", "nobody-at-all")).err).toBe(
      "slomix: nobody is called “nobody-at-all”\n",
    );
    const several = await refused("nemesis", "a");
    expect(several.status).toBe(1);
    expect(several.err).toMatch(/several players fit “a”; give the GUID/);
  });

  test("a name that nobody bears: the one that is near is taken and said, further ones are offered", async () => {
    const near = await run("player", "Grimpikcle", "--json");
    expect(near.status).toBe(0);
    expect(JSON.parse(near.out).name).toBe("Grimpickle");
    expect(near.err).toBe("slomix: nobody is called “Grimpikcle”; taking “Grimpickle”\n");
    expect(await refused("player", "Grxmpxcklx")).toEqual({
      status: 1,
      err: "slomix: nobody is called “Grxmpxcklx”. Did you mean “Grimpickle”?\n",
    });
    // Neither an empty name nor blanks mean whoever played last.
    for (const empty of ["", "  "]) expect((await refused("form", empty)).status).toBe(1);
  });

  test("what cannot be asked is refused in a sentence", async () => {
    const [a = "", b = ""] = line;
    const [c = ""] = other;
    for (const [args, status, sentence] of [
      [["matchup", a, ""], 2, /the second line-up has no players; write A,B,C vs D,E,F/],
      [["matchup", a, "vs"], 2, /the second line-up has no players/],
      [["matchup", "vs", a], 2, /the first line-up has no players/],
      [["predict", a, b, c], 2, /two line-ups are wanted: A,B,C vs D,E,F/],
      [["predict", a, "vs", b, "vs", c], 2, /two line-ups are wanted/],
      [["matchup", `${a},${b}`, `${c},${a}`], 2, /is in both line-ups/],
      [["predict", a, a], 2, /is in both line-ups/],
      [["predict", `${a},${a}`, c], 2, /is named twice/],
      [["compare", a], 2, /1 player; 2 to 4 can be compared/],
      [["compare", a, b, "--period", "winter"], 2, /--period is all, season or/],
      [["compare", a, b, "--days", "0"], 2, /--days must be a whole number/],
      [["nemesis", a, "--as-of", "2025-02-30"], 2, /--as-of is a day or a minute/],
      [["nemesis", a, "--as-of", "2020-01-01"], 1, /no match: 90 days to 2020-01-01/],
      [["season", "2019-Q1"], 1, /no round that counts in 2019 Spring \(Q1\)/],
      [["season", "spring"], 2, /is no season/],
      [["awards", "first"], 2, /a session is a number or last/],
      [["awards", "999"], 1, /there is no session 999/],
      [["predict", a, c, "--model", "oracle"], 2, /there is no model “oracle”/],
      [["predict", a, c, "--as-of", "2020-01-01"], 1, /No match had been played before/],
      [["predict", "session", "999"], 1, /nothing was predicted of session 999/],
      [["teams", "suggest", a, b], 2, /2 players, at least 4 are needed/],
    ] as const) {
      const ended = await refused(...args);
      expect(ended.err, args.join(" ")).toMatch(sentence);
      expect(ended.status, args.join(" ")).toBe(status);
    }
  });
});

test("awards, seasons and achievements", async () => {
  const last = await json("awards");
  expect(await json("awards", String(last.sessionId))).toEqual(last);
  expect((await run("awards", "last", "--chaos")).out).toMatch(/^Chaos /m);
  const season = await json("season");
  expect(season.leaders[0].metric).toBe("damage");
  expect(await json("season", season.season.id.toLowerCase())).toEqual(season);
  expect((await run("season")).out).toMatch(/^Most /m);
  const [guid = ""] = line;
  expect((await run("achievements", guid)).out).toMatch(/^Rounds .*to go$/m);
});

describe("predict and teams", () => {
  test("two line-ups: chances that sum to one, and the factors", async () => {
    const asked = await json("predict", line.join(","), other.join(","), "--map", "supply");
    expect(asked.probabilityA + asked.probabilityB).toBeCloseTo(1, 12);
    expect(asked.factors).toHaveLength(4);
    const turned = await json("predict", other.join(","), line.join(","), "--map", "supply");
    expect(turned.probabilityA).toBeCloseTo(asked.probabilityB, 12);
    expect((await run("predict", line.join(","), other.join(","))).out).toMatch(/^Head-to-head /m);
  });

  test("an evening was predicted when it was imported, and graded", async () => {
    const stored = await json("predict", "session");
    expect(stored).toMatchObject({ model: "blend-1", correct: expect.anything() });
    expect(await json("predict", "session", String(stored.sessionId))).toEqual(stored);
    expect((await run("predict", "session", "last")).out).toMatch(/^By blend-1 as of /m);
    expect((await json("predict", "stats", "--days", "3000")).predictions).toBeGreaterThan(0);
    expect((await run("predict", "stats", "--days", "3000")).out).toMatch(/^\d+ evening/m);
  });

  test("backtest prints the figures and nothing else", async () => {
    for (const args of [[], ["--past-sessions"]]) {
      const report = await json("predict", "backtest", ...args);
      expect(Object.keys(report)).toEqual(["matches", "from", "models", "default"]);
      expect(report.default).toBe("blend");
      expect(report.models.map(({ name }: { name: string }) => name)).toEqual(modelNames);
      for (const model of report.models)
        expect(Object.keys(model)).toEqual(["name", "accuracy", "brier", "logLoss", "calibration"]);
    }
    // Two evenings are fewer than the ten that are learned from first.
    expect((await run("predict", "backtest")).out).toMatch(/^The history is too short/);
  });

  test("teams suggest: splits of everybody named, best first", async () => {
    const people = [...line, ...other];
    const { options } = await json("teams", "suggest", ...people);
    expect(options.length).toBeGreaterThan(0);
    for (const { teamA, teamB } of options)
      expect([...teamA.players, ...teamB.players].map(({ id }) => id).sort()).toEqual(
        [...people].sort(),
      );
    expect(await json("teams", "suggest", people.join(","))).toEqual({ options, unknown: [] });
    expect((await run("teams", "suggest", ...people)).out).toMatch(/^1\. +Balance /);
  });
});

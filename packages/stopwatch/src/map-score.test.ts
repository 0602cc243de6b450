import { describe, expect, it } from "vitest";
import { pairedRound, type RoundSketch } from "../test/build-round.ts";
import { type MapScore, scoreMap } from "./map-score.ts";
import { roundFacts } from "./round-facts.ts";
import type { SurrenderRule } from "./settings.ts";

type Half = Omit<RoundSketch, "number" | "end">;
type Row = [
  row: number,
  what: string,
  r1: Half | null,
  r2: Half | "aborted" | null,
  winner: MapScore["winner"],
  result: MapScore["result"],
  source: MapScore["source"],
  flags?: readonly string[],
];

const said = { surrenderSide: 2 } as const;
const saidAxis = { surrenderSide: 1 } as const;
const noSides = { winner: 0, duration: null, durationSource: "unknown" } as const;
/** Team A set 8:00 as the attacker of Round 1. */
const set8: Half = { winner: 2, next: 480, duration: 480 };
const held12: Half = { winner: 1, next: 720, duration: 720 };
/** Allies, attacking, gave up after five minutes of twelve: the header shows the whole limit. */
const gaveUpAt5: Half = { winner: 1, next: 720, duration: 300 };

// A attacks in Round 1. Limit 12:00, the Axis defend. `next` is header field 8.
const rows: Row[] = [
  [
    1,
    "both complete, B faster",
    set8,
    { winner: 2, limit: 480, next: 430, duration: 430 },
    "r2Attackers",
    "time",
    "header",
  ],
  [
    2,
    "A set a time, B is held",
    set8,
    { winner: 1, limit: 480, next: 480, duration: 480 },
    "r1Attackers",
    "held",
    "header",
  ],
  [
    3,
    "A is held, B completes",
    held12,
    { winner: 2, limit: 720, next: 540, duration: 540 },
    "r2Attackers",
    "time",
    "header",
  ],
  [
    4,
    "double fullhold",
    held12,
    { winner: 1, limit: 720, next: 720, duration: 720 },
    "draw",
    "double_fullhold",
    "header",
  ],
  [
    5,
    "a set time in the last 30 s is no hold",
    { winner: 2, next: 717, duration: 717 },
    { winner: 1, limit: 717, next: 717, duration: 717 },
    "r1Attackers",
    "held",
    "header",
  ],
  [
    6,
    "no sides: 6:30 below the limit, then its own limit reached",
    { ...noSides, next: 390 },
    { ...noSides, limit: 390, next: 390 },
    "r1Attackers",
    "held",
    "time",
  ],
  [
    7,
    "no sides: B faster",
    { ...noSides, next: 390 },
    { ...noSides, limit: 390, next: 300 },
    "r2Attackers",
    "time",
    "time",
  ],
  [
    8,
    "no sides: neither below the limit",
    { ...noSides, next: 720 },
    { ...noSides, limit: 720, next: 720 },
    "draw",
    "double_fullhold",
    "time",
  ],
  [
    9,
    "A gives up, B completes",
    { ...gaveUpAt5, webhook: said },
    { winner: 2, limit: 720, next: 240, duration: 240 },
    "r2Attackers",
    "time",
    "header",
  ],
  [
    10,
    "A set a time, B gives up early",
    set8,
    { winner: 1, limit: 480, next: 480, duration: 120, webhook: said },
    "r1Attackers",
    "surrender",
    "header",
  ],
  [
    11,
    "both give up, A first",
    { ...gaveUpAt5, webhook: said },
    { winner: 1, limit: 720, next: 720, duration: 200, webhook: said },
    "draw",
    "double_fullhold",
    "header",
    ["surrender_in_hold"],
  ],
  [
    12,
    "B, defending, gives up in Round 1: a set time",
    { winner: 2, next: 200, duration: 200, webhook: saidAxis },
    { winner: 1, limit: 200, next: 200, duration: 200 },
    "r1Attackers",
    "held",
    "header",
    ["surrender_unconfirmed"],
  ],
  [13, "no Round 2", set8, null, "unscored", "incomplete", "incomplete"],
  [
    14,
    "no Round 1",
    null,
    { winner: 2, limit: null, next: 420, duration: 420 },
    "unscored",
    "incomplete",
    "incomplete",
  ],
  [
    15,
    "Round 2's clock was reset, its winner is known",
    set8,
    { winner: 2, limit: 480, next: null, duration: 430 },
    "r2Attackers",
    "time",
    "header",
  ],
  [
    16,
    "Round 2 undecided: only Round 1 is below the limit",
    set8,
    { ...noSides, limit: 480, next: null },
    "r1Attackers",
    "held",
    "time",
  ],
  [
    18,
    "the headers' defenders conflict: the clock of Round 1 settles it",
    { defender: 2, winner: 2, next: 480, duration: 480 },
    { winner: 1, limit: 480, next: 480, duration: 480 },
    "r1Attackers",
    "held",
    "time",
    ["defender_mismatch"],
  ],
  [
    19,
    "the second Round 1 after a restart",
    set8,
    { winner: 2, limit: 480, next: 430, duration: 430 },
    "r2Attackers",
    "time",
    "header",
  ],
  [
    21,
    "A is held, B gives up its attack",
    held12,
    { winner: 1, limit: 720, next: 720, duration: 360, webhook: said },
    "draw",
    "double_fullhold",
    "header",
    ["surrender_in_hold"],
  ],
  [
    22,
    "A gives up, no Round 2",
    { ...gaveUpAt5, webhook: said },
    null,
    "r2Attackers",
    "surrender",
    "header",
  ],
  [
    23,
    "A gives up, B is held",
    { ...gaveUpAt5, webhook: said },
    { winner: 1, limit: 720, next: 720, duration: 720 },
    "draw",
    "double_fullhold",
    "header",
    ["surrender_in_hold"],
  ],
  [
    24,
    "A, defending in Round 2, gives up",
    set8,
    { winner: 2, limit: 480, next: 240, duration: 240, webhook: saidAxis },
    "r2Attackers",
    "surrender",
    "webhook",
    ["surrender_unconfirmed"],
  ],
  [
    25,
    "who won Round 1 had called a vote: it failed",
    { ...set8, webhook: said },
    { winner: 1, limit: 480, next: 480, duration: 480 },
    "r1Attackers",
    "held",
    "header",
  ],
  [
    26,
    "the clock ran out: the vote failed",
    { ...held12, webhook: said },
    { winner: 2, limit: 720, next: 540, duration: 540 },
    "r2Attackers",
    "time",
    "header",
  ],
  [
    27,
    "a vote of Round 1's defenders changes nothing",
    { ...set8, webhook: saidAxis },
    { winner: 2, limit: 480, next: 430, duration: 430 },
    "r2Attackers",
    "time",
    "header",
    ["surrender_unconfirmed"],
  ],
  [
    28,
    "an early win of the defenders, no webhook",
    gaveUpAt5,
    null,
    "r2Attackers",
    "surrender",
    "header",
    ["surrender_deduced"],
  ],
  [29, "Round 2 aborted", set8, "aborted", "unscored", "aborted", "incomplete"],
  [
    30,
    "the webhook stands in for Round 2",
    set8,
    {
      winner: 1,
      limit: 480,
      next: null,
      duration: 480,
      durationSource: "webhook",
      webhook: {},
      lostFile: true,
    },
    "r1Attackers",
    "held",
    "webhook",
  ],
];

/** What `concede` makes of the rows in which somebody gave up; of all others it makes the same. */
const conceded: ReadonlyMap<number, [MapScore["winner"], MapScore["result"]]> = new Map([
  [9, ["r2Attackers", "surrender"]],
  [11, ["r2Attackers", "surrender"]],
  [21, ["r1Attackers", "surrender"]],
  [23, ["r2Attackers", "surrender"]],
]);

const facts = (half: Half | null, number: 1 | 2) =>
  half && roundFacts(pairedRound({ ...half, number, end: number * 12 }));
const score = (r1: Half | null, r2: Half | "aborted" | null, rule?: SurrenderRule) =>
  scoreMap(facts(r1, 1), r2 === "aborted" ? r2 : facts(r2, 2), rule);
const bare = (half: Half | "aborted" | null) =>
  half === null || half === "aborted" ? half : { ...half, webhook: null };

describe("scoreMap", () => {
  it.each(rows)("row %i: %s", (_row, _what, r1, r2, winner, result, source, flags = []) => {
    expect(score(r1, r2)).toMatchObject({
      winner,
      result,
      source,
      counted: winner !== "unscored",
      flags: [...flags],
    });
  });

  it.each(rows)("row %i, who gives up first concedes: %s", (row, _what, r1, r2, ...told) => {
    const [winner, result, source, flags = []] = told;
    const [other, otherwise] = conceded.get(row) ?? [winner, result];
    expect(score(r1, r2, "concede")).toMatchObject({
      winner: other,
      result: otherwise,
      source,
      counted: other !== "unscored",
      flags: flags.filter((flag) => flag !== "surrender_in_hold"),
    });
  });

  it("row 24 without its webhook reads as a completed attack, with the same winner", () => {
    expect(score(set8, { winner: 2, limit: 480, next: 240, duration: 240 })).toMatchObject({
      winner: "r2Attackers",
      result: "time",
      source: "header",
      flags: [],
    });
  });

  it.each(rows.filter(([row]) => [9, 10, 11, 12, 21, 22, 23].includes(row)))(
    "row %i comes out the same without webhooks",
    (_row, _what, r1, r2, winner, result) => {
      expect(score(bare(r1) as Half | null, bare(r2))).toMatchObject({ winner, result });
    },
  );

  it.each(rows.filter(([row]) => conceded.has(row)))(
    "row %i: what only times suggest concedes nothing",
    (_row, _what, r1, r2, winner, result) => {
      const times = score(bare(r1) as Half | null, bare(r2), "concede");
      expect(times).toMatchObject({ winner, result });
      expect(times.flags).toContain("surrender_deduced");
    },
  );

  it("an exit line proves a surrender as the webhook's vote does", () => {
    const exit = { exit: "Exit: Allies Surrender" };
    const held: Half = { winner: 1, limit: 720, next: 720, duration: 720 };
    expect(score({ ...gaveUpAt5, webhook: exit }, held, "concede")).toMatchObject({
      winner: "r2Attackers",
      result: "surrender",
      flags: [],
    });
    expect(score({ ...gaveUpAt5, webhook: exit }, held)).toMatchObject({
      winner: "draw",
      flags: ["surrender_in_hold"],
    });
  });

  it("a map given up in Round 1 is lost by either rule when Round 2 was cut off", () => {
    for (const rule of ["hold", "concede"] as const) {
      expect(score({ ...gaveUpAt5, webhook: said }, "aborted", rule)).toMatchObject({
        winner: "r2Attackers",
        result: "surrender",
      });
    }
  });

  it("the defenders' surrender is certain with the log's exit text", () => {
    const r2: Half = {
      winner: 2,
      limit: 480,
      next: 240,
      duration: 240,
      webhook: { surrenderSide: 1, exit: "Exit: Axis Surrender" },
    };
    expect(score(set8, r2)).toMatchObject({
      winner: "r2Attackers",
      result: "surrender",
      flags: [],
    });
    const completed = { ...r2, webhook: { surrenderSide: 1 as const, exit: "Wolf EndRound." } };
    expect(score(set8, completed)).toMatchObject({ result: "time", flags: [] });
  });

  it("an unknown defender leaves the map to whoever stood on Round 2's winning side", () => {
    const dark = (half: Half): Half => ({ ...half, defender: null, duration: null, next: null });
    expect(score(dark(set8), dark({ winner: 1, limit: null }))).toMatchObject({
      winner: "r2Winners",
      round2WinnerSide: 1,
      defenderSide: null,
    });
  });

  it("nothing known at all is a draw without time data", () => {
    const dark: Half = { ...noSides, defender: null, next: null, limit: null };
    expect(score(dark, dark)).toMatchObject({
      winner: "draw",
      source: "time",
      flags: ["no_time_data"],
    });
  });

  it("a file and a webhook that name different winners are marked, the file holds", () => {
    expect(
      score({ ...set8, webhook: { winnerSide: 1 } }, { winner: 1, limit: 480, duration: 480 }),
    ).toMatchObject({ winner: "r1Attackers", flags: ["winner_conflict"] });
  });

  it("the webhook's winner and defender fill a silent header", () => {
    const silent: Half = {
      winner: 0,
      defender: null,
      limit: 480,
      next: null,
      duration: null,
      webhook: { winnerSide: 1, defenderSide: 1 },
    };
    expect(score(set8, silent)).toMatchObject({
      winner: "r1Attackers",
      result: "held",
      source: "webhook",
    });
  });
});

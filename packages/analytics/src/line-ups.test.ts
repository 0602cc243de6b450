import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { given, match, round, row, rowsOfMatches } from "../test/build-rows.ts";
import { duo } from "./duo.ts";
import { lineUpHash, matchupId, overlap } from "./line-up.ts";
import { lineUpsOf } from "./match-row.ts";
import { matchup } from "./matchup.ts";
import { nemesis } from "./nemesis.ts";
import { playerRecord } from "./player-record.ts";
import { synergies, synergyOf } from "./synergy.ts";
import { withWithout } from "./with-without.ts";

describe("line-ups", () => {
  const a = ["1C747DF1", "D8423F90", "0A26D447"];
  const b = ["5D989160", "2B5938F5", "E587CA5F"];

  it("hash and matchup id, in any order", () => {
    expect(lineUpHash(a)).toBe("846b35506d46");
    expect(lineUpHash(b.toReversed())).toBe("a47a5de37e93");
    expect(matchupId(a, b)).toBe("846b35506d46:a47a5de37e93");
    expect(matchupId(b, a)).toBe(matchupId(a, b));
  });

  it("overlap is of the larger one, and symmetric", () => {
    expect(overlap(a, a)).toBe(1);
    expect(overlap(["1", "2", "3"], ["1", "2", "3", "4", "5", "6"])).toBe(0.5);
    expect(overlap([], [])).toBe(0);
    const some = fc.uniqueArray(fc.constantFrom("1", "2", "3", "4", "5", "6"));
    fc.assert(fc.property(some, some, (x, y) => overlap(x, y) === overlap(y, x)));
  });

  it("of a match: side swaps are followed; who changed teams belongs to the later one", () => {
    const lineUps = lineUpsOf([
      { endMs: 2, axisTeam: "B", axis: ["Z", "T"], allies: ["X"] },
      { endMs: 1, axisTeam: "A", axis: ["X", "T"], allies: ["Y"] },
      { endMs: 3, axisTeam: null, axis: ["U"], allies: ["V"] },
    ]);
    expect(lineUps).toEqual({ A: ["X"], B: ["T", "Y", "Z"] });
  });
});

describe("line-up against line-up", () => {
  const a = ["A1", "A2", "A3"];
  const b = ["B1", "B2", "B3"];
  const matches = [
    match(0),
    match(1),
    match(2, { winner: "A" }),
    match(3, { winner: "B" }),
    // The same evening with the letters the other way round, and one substitute.
    match(4, { lineUpA: b, lineUpB: ["A1", "A2", "S1"], winner: "A", map: "goldrush" }),
    // Half of a side is not more than half; a one-sided match counts for nobody.
    match(5, { lineUpA: ["A1", "A2", "S1", "S2"] }),
    match(6, { lineUpB: [] }),
    match(7, { winner: null }),
  ];
  const far = match(40, { endMs: Date.parse("2024-01-01"), date: "2024-01-01", matchId: "far" });
  const usual = (guid: string, one: { matchId: string }) =>
    guid === "A1" && one.matchId !== matches[5]?.matchId ? 378 : 300;
  const rows = rowsOfMatches(matches, usual);

  it("four exact meetings, three won: 75 %, medium", () => {
    const found = given(matchup(a, b, matches, rows));
    expect(found.exact).toMatchObject({
      matches: 4,
      wins: 3,
      losses: 1,
      draws: 0,
      winRate: 75,
      confidence: "medium",
    });
    expect(found.overlapping).toMatchObject({ matches: 1, wins: 0, losses: 1, confidence: "low" });
    expect(found.all).toMatchObject({ matches: 5, wins: 3, winRate: 60, confidence: "high" });
    expect(found.all.shrunk.value).toBeCloseTo(50 + 10 * (5 / 9), 10);
    expect(found.exact.maps).toMatchObject([{ map: "supply", matches: 4 }]);
    expect(found.meetings.map(({ exact }) => exact)).toEqual([false, true, true, true, true]);
  });

  it("seen from the other side it is the same, turned round", () => {
    const [one, other] = [given(matchup(a, b, matches, rows)), given(matchup(b, a, matches, rows))];
    expect(other.id).toBe(one.id);
    expect([other.all.wins, other.all.losses]).toEqual([one.all.losses, one.all.wins]);
  });

  it("impact: 378 against a baseline of 350 is +8 %", () => {
    const only = rowsOfMatches([match(0)], (guid) => (guid === "A1" ? 378 : 300));
    // Fourteen minutes more of little make the baseline 350.
    const weak = row({ round: round(9), guid: "A1", timePlayedSeconds: 600, damageGiven: 2940 });
    const { players } = given(matchup(a, b, [match(0)], [...only, weak]));
    const best = players[0];
    expect(best).toMatchObject({ guid: "A1", name: "alice", lineUp: "A", matches: 1 });
    expect(best?.numbers.dpm).toBeCloseTo(378, 10);
    expect(best?.baseline.dpm).toBeCloseTo(350, 10);
    expect(best?.impact).toBeCloseTo(8, 10);
  });

  it("draws count among the matches", () => {
    const drawn = [match(0), match(1, { winner: "draw" })];
    expect(
      given(
        matchup(
          a,
          b,
          drawn,
          rowsOfMatches(drawn, () => 300),
        ),
      ).exact,
    ).toMatchObject({
      matches: 2,
      draws: 1,
      winRate: 50,
    });
  });

  it("never met: nothing, and no NaN; and what is over a year ago is over", () => {
    const found = given(matchup(["X"], ["Y"], [...matches, far], rows));
    expect(found.all).toMatchObject({ matches: 0, winRate: 0, confidence: "low", maps: [] });
    expect(found.all.shrunk).toMatchObject({ value: 50, weight: 0 });
    expect(found.players.map(({ impact }) => impact)).toEqual([null, null]);
    expect(given(matchup(a, b, [...matches, far], rows)).exact.matches).toBe(4);
    expect(given(matchup(a, b, [], [])).meetings).toEqual([]);
  });

  it.each([
    [[], b, "empty_lineup", "line-up A has no players"],
    [a, [], "empty_lineup", "line-up B has no players"],
    [a, ["B1", "A3"], "player_in_both", "A3 is in both line-ups"],
  ] as const)("%j against %j: %s", (x, y, code, message) => {
    expect(matchup(x, y, matches, rows)).toEqual({ ok: false, problem: { code, message } });
  });
});

describe("duo, nemesis, with and without", () => {
  const apart = (n: number) => match(n, { lineUpA: ["A1", "B2"], lineUpB: ["A2", "B1"] });
  const together = (n: number) => match(n, { lineUpA: ["A1", "A2"], lineUpB: ["B1", "B2"] });
  const matches = [together(0), together(1), together(2), apart(3), apart(4), apart(5)];
  const rows = rowsOfMatches(matches, (guid, { lineUpA }) => {
    const mates = lineUpA.includes("A2");
    if (guid === "A1") return mates ? 400 : 200;
    return 100;
  });

  it("both directions: what is good for one need not be for the other", () => {
    const found = given(duo("A1", "A2", matches, rows));
    expect(found).toMatchObject({
      record: { matches: 3, wins: 3, winRate: 100, confidence: "medium" },
    });
    expect(found.first).toMatchObject({ guid: "A1", label: "better" });
    expect(found.first.synergy).toBeCloseTo(33.333, 3);
    expect(found.second).toMatchObject({ guid: "A2", synergy: 0, label: "usual" });
  });

  it("never together, and one who is two", () => {
    const found = given(duo("A1", "ZZ", matches, rows));
    expect(found.record).toMatchObject({ matches: 0, winRate: 0 });
    expect([found.first.synergy, found.first.label]).toEqual([null, null]);
    expect(duo("A1", "A1", matches, rows)).toMatchObject({ problem: { code: "bad_players" } });
    expect(given(duo("A1", "A2", [], [])).record.matches).toBe(0);
  });

  it("nemesis, the worked example: 289 against a baseline of 340 in four matches is -15 %", () => {
    const against = [0, 1, 2, 3].map((n) => match(n, { lineUpA: ["P"], lineUpB: ["X"] }));
    const others = [4, 5, 6, 7].map((n) => match(n, { lineUpA: ["P"], lineUpB: ["Y"] }));
    const rare = [8, 9].map((n) => match(n, { lineUpA: ["P"], lineUpB: ["Z"] }));
    const all = [...against, ...others, ...rare];
    const of = rowsOfMatches(all, (guid, { lineUpB }) =>
      guid === "P" ? (lineUpB.includes("X") ? 289 : lineUpB.includes("Y") ? 391 : 340) : 300,
    );
    const found = given(nemesis("P", all, of));
    expect(found.baseline.dpm).toBeCloseTo(340, 10);
    expect(found.nemeses.map(({ guid, suppression }) => [guid, Math.round(suppression)])).toEqual([
      ["X", -15],
    ]);
    expect(found.prey.map(({ guid, suppression }) => [guid, Math.round(suppression)])).toEqual([
      ["Y", 15],
    ]);
    expect(found.tooFew).toBe(1);
    expect(nemesis("NOBODY", all, of)).toMatchObject({ problem: { code: "no_rounds" } });
  });

  it("with, against and without", () => {
    const alone = match(6, { lineUpA: ["A1"], lineUpB: ["B1"], winner: "B" });
    const all = [...matches, alone];
    const found = given(
      withWithout(
        "A1",
        "A2",
        all,
        rowsOfMatches(all, () => 300),
      ),
    );
    expect([
      found.with.record.matches,
      found.against.record.matches,
      found.without.record.matches,
    ]).toEqual([3, 3, 1]);
    expect(found.without.record).toMatchObject({ wins: 0, losses: 1, winRate: 0 });
    expect(found.without.record.shrunk.value).toBe(40);
    expect(withWithout("A1", "A1", [], [])).toMatchObject({ problem: { code: "bad_players" } });
    expect(given(withWithout("A1", "A2", [], [])).with.record.matches).toBe(0);
  });
});

describe("a player's record", () => {
  const matches = [
    match(0),
    match(1, { winner: "B", map: "Goldrush" }),
    match(2, { winner: "draw" }),
    match(3, { winner: null }),
    match(4, { lineUpA: ["X"], map: "goldrush" }),
  ];

  it("over all and by map; draws are matches, what has no result is none", () => {
    const found = given(playerRecord("A1", matches));
    expect(found).toMatchObject({ matches: 3, wins: 1, losses: 1, draws: 1, confidence: "medium" });
    expect(found.winRate).toBeCloseTo(100 / 3, 10);
    expect(found.shrunk.value).toBeCloseTo((100 + 4 * 50) / 7, 10);
    expect(found.maps).toMatchObject([
      { map: "supply", matches: 2, wins: 1 },
      { map: "goldrush", matches: 1, wins: 0 },
    ]);
    expect(found.recent.map(({ end }) => end)).toEqual(["draw", "loss", "win"]);
  });

  it("within a period, and of nobody", () => {
    const asOf = matches[1]?.endMs ?? 0;
    const day = { kind: "days", days: 1 } as const;
    expect(given(playerRecord("A1", matches, day, asOf)).matches).toBe(2);
    expect(given(playerRecord("NOBODY", matches)).shrunk).toMatchObject({ value: 50, weight: 0 });
    expect(playerRecord("A1", matches, { kind: "days", days: -1 }, asOf)).toMatchObject({
      problem: { code: "bad_period" },
    });
  });
});

describe("synergy", () => {
  it("the worked example: 0.084, Good, 40 %", () => {
    const found = synergyOf({
      winsTogether: 0.6,
      winsSoloA: 0.5,
      winsSoloB: 0.46,
      boostA: 10,
      boostB: -4,
      rounds: 20,
    });
    expect(found.winBoost).toBeCloseTo(0.12, 10);
    expect(found.performanceBoost).toBe(3);
    expect(found.score).toBeCloseTo(0.084, 10);
    expect(found).toMatchObject({ label: "Good", confidence: 0.4 });
  });

  it("pairs need ten rounds on the same side; wins are counted", () => {
    const together = [0, 1, 2, 3, 4].map((n) =>
      match(n, { lineUpA: ["A1", "A2"], lineUpB: ["B1"] }),
    );
    const alone = [5, 6].map((n) =>
      match(n, { lineUpA: ["A1"], lineUpB: ["A2"], winner: n === 5 ? "A" : "B" }),
    );
    const all = [...together, ...alone];
    const rows = rowsOfMatches(all, () => 300);
    const [pair, ...more] = synergies(all, rows);
    expect(more).toEqual([]);
    expect(pair).toMatchObject({
      a: "A1",
      b: "A2",
      parts: { winsTogether: 1, winsSoloA: 0.5, winsSoloB: 0.5, rounds: 10 },
    });
    expect(pair?.score).toBeCloseTo(0.3, 10);
    expect(synergies(together.slice(1), rows)).toEqual([]);
    expect(synergies([], [])).toEqual([]);
  });

  it("who never played apart has no boost: nothing to compare with", () => {
    const together = [0, 1, 2, 3, 4].map((n) =>
      match(n, { lineUpA: ["A1", "A2"], lineUpB: ["B1"] }),
    );
    expect(
      synergies(
        together,
        rowsOfMatches(together, () => 300),
      ),
    ).toMatchObject([{ score: 0, label: "Neutral" }]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type TeamRound, walkTeams } from "./teams.ts";

/** A round as `axis v allies`, one letter a player; every second round is a Round 2. */
const rounds = (...sketches: string[]): TeamRound[] =>
  sketches.map((sketch, index) => {
    const [axis = "", allies = ""] = sketch.split(" v ");
    return {
      key: `${index}`,
      match: `m${Math.floor(index / 2)}`,
      number: index % 2 === 0 ? 1 : 2,
      axis: axis.split(""),
      allies: allies.split(""),
      counts: true,
    };
  });
const walk = (...sketches: string[]) => {
  const teams = walkTeams(rounds(...sketches));
  if (!teams) throw new Error("no teams");
  return {
    A: teams.rosters.A.join(""),
    B: teams.rosters.B.join(""),
    axis: [...teams.axisTeam.values()].map((team) => team ?? "-").join(""),
    confidence: teams.confidence,
    consistency: teams.consistency,
    reshuffled: teams.reshuffled,
  };
};

describe("walkTeams", () => {
  it("the Axis of the first Round 1 are team A, wherever they stand later", () => {
    expect(walk("abc v xyz", "xyz v abc", "abc v xyz", "xyz v abc")).toEqual({
      A: "abc",
      B: "xyz",
      axis: "ABAB",
      confidence: "high",
      consistency: 1,
      reshuffled: false,
    });
  });

  it("grows from 3v3 over 4v4 to 6v6", () => {
    const grown = walk(
      "abc v xyz",
      "xyz v abc",
      "wxyz v abcd",
      "abcd v wxyz",
      "abcdef v uvwxyz",
      "uvwxyz v abcdef",
    );
    expect(grown).toMatchObject({ A: "abcdef", B: "uvwxyz", axis: "ABBAAB", reshuffled: false });
    expect(grown.confidence).toBe("medium");
  });

  it("a late joiner belongs to whom he joins, in the middle of a map too", () => {
    expect(walk("ab v xy", "xyz v ab", "abc v xyz")).toMatchObject({ A: "abc", B: "xyz" });
  });

  it("the line-up may turn over completely, one by one", () => {
    const turned = walk("abc v xyz", "xyz v abd", "ade v xyz", "xyz v def");
    expect(turned).toMatchObject({ A: "abcdef", B: "xyz", axis: "ABAB", reshuffled: false });
  });

  it("who changes the team keeps it as his current one and ends where he played more", () => {
    const moved = walk("abc v xyz", "xyz v abc", "abx v cyz", "cyz v abx", "abx v cyz");
    expect(moved).toMatchObject({ A: "abx", B: "cyz", axis: "ABABA" });
    expect(moved.consistency).toBeLessThan(1);
  });

  it("equally often: the later team", () => {
    expect(walk("abc v xyz", "xyz v abc", "abx v cyz", "cyz v abx")).toMatchObject({
      A: "abx",
      B: "cyz",
      reshuffled: true,
    });
  });

  it("one of eight who changes is a swap, a third of a match's players a reshuffle", () => {
    expect(walk("abcd v wxyz", "wxyz v abcd", "abc v dwxyz").reshuffled).toBe(false);
    expect(walk("abc v xyz", "xyz v abc", "abx v cyz").reshuffled).toBe(true);
  });

  it("a tie tells nothing and changes nobody", () => {
    expect(walk("ab v xy", "ax v by", "ax v by")).toMatchObject({
      A: "ab",
      B: "xy",
      axis: "A--",
    });
    expect(walk("ab v xy", "cd v uv").axis).toBe("A-");
  });

  it("begins with the first Round 1 that has people on both sides", () => {
    expect(walk("ab v ", "xy v ab", "xy v ab").axis).toBe("BAA");
    const onlyRound2 = rounds("ab v xy").map((round) => ({ ...round, number: 2 as const }));
    expect(walkTeams(onlyRound2)?.rosters).toEqual({ A: ["a", "b"], B: ["x", "y"] });
    expect(walkTeams(rounds("ab v ", " v xy"))).toBeNull();
    expect(walkTeams([])).toBeNull();
  });

  it("rounds that do not count are attributed and change nothing", () => {
    const [first, second, third] = rounds("ab v xy", "xya v b", "ab v xy");
    if (!first || !second || !third) throw new Error("three rounds");
    const teams = walkTeams([first, { ...second, counts: false }, third]);
    expect(teams?.axisTeam.get("1")).toBe("B");
    expect(teams).toMatchObject({ rosters: { A: ["a", "b"] }, consistency: 1, confidence: "high" });
  });

  it("A and B are disjoint and hold everybody of an attributed round, whatever happens", () => {
    const people = "abcdefgh".split("");
    const anyRound = fc
      .array(fc.constantFrom("1", "2", "-"), { minLength: 8, maxLength: 8 })
      .map((sides) => {
        const on = (side: string) => people.filter((_, i) => sides[i] === side).join("");
        return `${on("1")} v ${on("2")}`;
      });
    fc.assert(
      fc.property(fc.array(anyRound, { maxLength: 10 }), (sketches) => {
        const list = rounds(...sketches);
        const teams = walkTeams(list);
        if (!teams) return;
        const { A, B } = teams.rosters;
        expect(A.filter((player) => B.includes(player))).toEqual([]);
        const attributed = list.filter((round) => teams.axisTeam.get(round.key));
        const players = new Set(attributed.flatMap((round) => [...round.axis, ...round.allies]));
        expect(new Set([...A, ...B])).toEqual(players);
        expect(teams.consistency).toBeGreaterThanOrEqual(0);
        expect(teams.consistency).toBeLessThanOrEqual(1);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SuggestedPlayer, suggestTeams } from "./suggest-teams.ts";

const players = (...ratings: number[]): SuggestedPlayer[] =>
  ratings.map((rating, index) => {
    const id = String.fromCharCode(97 + index);
    return { id, name: id.toUpperCase(), rating };
  });
const ids = (list: readonly SuggestedPlayer[]) => list.map(({ id }) => id).join("");
const splits = (list: readonly SuggestedPlayer[]) => {
  const found = suggestTeams(list);
  if (!found.ok) throw new Error(found.message);
  return found.options.map(({ teamA, teamB }) => `${ids(teamA.players)}-${ids(teamB.players)}`);
};

describe("suggestTeams", () => {
  it("puts the best and the worst together", () => {
    expect(splits(players(4, 3, 2, 1))).toEqual(["ad-bc", "ac-bd", "ab-cd"]);
  });

  it("an odd number: team A has one more, means count, not sums", () => {
    const found = suggestTeams(players(5, 5, 5, 5, 5));
    expect(found.ok && found.options[0]).toMatchObject({
      balance: 1,
      teamA: { meanRating: 5, players: { length: 3 } },
      teamB: { meanRating: 5, players: { length: 2 } },
    });
    expect(splits(players(9, 1, 1, 5, 3))[0]).toBe("abc-de");
  });

  it("balance falls with the difference of the means", () => {
    const found = suggestTeams(players(4, 4, 1, 1));
    expect(found.ok && found.options.map(({ balance }) => balance)).toEqual([1, 1, 0.25]);
    const nobody = suggestTeams(players(0, 0, 0, 0));
    expect(nobody.ok && nobody.options[0]?.balance).toBe(1);
  });

  it("shows synergy of known pairs without using it", () => {
    const known = new Map([
      ["a|d", 0.4],
      ["c|b", 0.2],
    ]);
    const found = suggestTeams(players(4, 3, 2, 1), {
      synergy: (a, b) => known.get(`${a}|${b}`),
    });
    expect(found.ok && found.options[0]).toMatchObject({
      teamA: { synergy: 0.4 },
      teamB: { synergy: 0.2 },
    });
    expect(found.ok && found.options[1]?.teamA.synergy).toBeNull();
  });

  it.each([
    ["too_few", players(1, 2, 3)],
    ["too_many", players(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)],
    ["duplicate_player", [...players(1, 2, 3), ...players(1)]],
    ["bad_rating", players(1, 2, 3, Number.NaN)],
    ["bad_rating", players(1, 2, 3, -1)],
  ])("refuses: %s", (reason, list) => {
    expect(suggestTeams(list)).toMatchObject({ ok: false, reason });
  });

  const anyPlayers = fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 12 })
    .map((ratings) => players(...ratings));

  it("nobody is left out or twice, no split comes twice or mirrored, the best goes first", () => {
    fc.assert(
      fc.property(anyPlayers, (list) => {
        const found = suggestTeams(list);
        if (!found.ok) throw new Error(found.message);
        const seen = new Set<string>();
        let last = 1;
        for (const { teamA, teamB, balance } of found.options) {
          expect(
            ids([...teamA.players, ...teamB.players].sort((a, b) => (a.id < b.id ? -1 : 1))),
          ).toBe(ids(list));
          expect(teamA.players.length - teamB.players.length).toBe(list.length % 2);
          const split = [ids(teamA.players), ids(teamB.players)].sort().join("-");
          expect(seen.has(split)).toBe(false);
          seen.add(split);
          expect(balance).toBeLessThanOrEqual(last);
          expect(balance).toBeGreaterThanOrEqual(0);
          last = balance;
        }
        expect(found.options).toHaveLength(3);
      }),
      { numRuns: 30 },
    );
  });

  it("does not depend on the order of the players", () => {
    fc.assert(
      fc.property(anyPlayers, (list) => {
        expect(suggestTeams([...list].reverse())).toEqual(suggestTeams(list));
      }),
      { numRuns: 30 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "./settings.ts";
import { teamNames } from "./team-names.ts";

const pool = defaultSettings.teamPool;
const key = "2025-10-10-202445-supply-round-1.txt";

describe("teamNames", () => {
  it("picks two different names of the pool with their colours", () => {
    fc.assert(
      fc.property(fc.string(), (anyKey) => {
        const [a, b] = teamNames(anyKey, pool);
        expect(a.name).not.toBe(b.name);
        expect(pool).toContainEqual(a);
        expect(pool).toContainEqual(b);
      }),
    );
  });

  it("the same first round gives the same names, whatever the order of the pool", () => {
    expect(teamNames(key, [...pool].reverse())).toEqual(teamNames(key, pool));
    expect(teamNames(key, pool).map(({ name }) => name)).toEqual(["puran", "allbad"]);
  });

  it("other sessions get other names: every name has its turn", () => {
    const names = new Set<string>();
    for (let i = 0; i < 60; i++) for (const { name } of teamNames(`${i}`, pool)) names.add(name);
    expect(names.size).toBe(pool.length);
  });

  it("two names make a pair; fewer: Team A and Team B", () => {
    const two = pool.slice(0, 2);
    expect(new Set(teamNames(key, two))).toEqual(new Set(two));
    const plain = [
      { name: "Team A", color: null },
      { name: "Team B", color: null },
    ];
    expect(teamNames(key, pool.slice(0, 1))).toEqual(plain);
    expect(teamNames(key, [])).toEqual(plain);
    expect(teamNames(key, [...two.slice(0, 1), { name: "sWat", color: 1 }])).toEqual(plain);
  });
});

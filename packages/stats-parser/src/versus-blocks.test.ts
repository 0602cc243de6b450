import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BlockLine, solveVersusBlocks } from "./versus-blocks.ts";

/** What the writer prints of a round: by player in slot order, his enemies, most kills first. */
function print(
  sides: readonly string[],
  kills: (killer: number, victim: number) => number,
): { lines: BlockLine[]; owners: string[] } {
  const lines: BlockLine[] = [];
  const owners: string[] = [];
  sides.forEach((side, subject) => {
    const block = sides
      .map((other, opponent) => ({ other, opponent }))
      .filter(({ other }) => other !== side)
      .map(({ opponent }) => ({
        opponent: `p${opponent}`,
        kills: kills(subject, opponent),
        deaths: kills(opponent, subject),
      }))
      .filter((line) => line.kills + line.deaths > 0)
      .sort((a, b) => b.kills - a.kills);
    for (const line of block) {
      lines.push(line);
      owners.push(`p${subject}`);
    }
  });
  return { lines, owners };
}

const line = (opponent: string, kills: number, deaths: number) => ({ opponent, kills, deaths });

describe("owners of blocks follow from the mirror", () => {
  it("finds them where neither kills nor names show where a block ends", () => {
    // a: x 3:1, y 2:0 | b: x 1:1 | x: b 1:1, a 1:3 | y: a 0:2
    const lines = [
      line("x", 3, 1),
      line("y", 2, 0),
      line("x", 1, 1),
      line("b", 1, 1),
      line("a", 1, 3),
      line("a", 0, 2),
    ];
    const sides: Record<string, number> = { a: 1, b: 1, x: 2, y: 2 };
    expect(solveVersusBlocks(lines, (name) => sides[name] ?? null)).toEqual([
      "a",
      "a",
      "b",
      "x",
      "x",
      "y",
    ]);
  });

  it("says nothing when two tilings fit: two pairs with the same numbers", () => {
    const lines = [line("x", 1, 1), line("y", 1, 1), line("a", 1, 1), line("b", 1, 1)];
    expect(solveVersusBlocks(lines, () => null)).toBeNull();
  });

  it("says nothing when none fits", () => {
    expect(solveVersusBlocks([line("x", 1, 0), line("a", 0, 2)], () => null)).toBeNull();
    expect(solveVersusBlocks([line("x", 1, 0)], () => null)).toBeNull();
    // The right numbers, but both on one side.
    expect(solveVersusBlocks([line("x", 1, 0), line("a", 0, 1)], () => 1)).toBeNull();
  });

  it("has nothing to find in a file without duels", () => {
    expect(solveVersusBlocks([], () => null)).toEqual([]);
  });

  it("is never wrong: with or without sides, it finds the owners or none", () => {
    const round = fc.record({
      sides: fc.array(fc.constantFrom("1", "2"), { minLength: 2, maxLength: 12 }),
      seeds: fc.array(fc.nat(6), { minLength: 144, maxLength: 144 }),
      told: fc.boolean(),
    });
    fc.assert(
      fc.property(round, ({ sides, seeds, told }) => {
        const { lines, owners } = print(sides, (a, b) => seeds[a * 12 + b] ?? 0);
        const sideOf = (name: string) => (told ? Number(sides[Number(name.slice(1))]) : null);
        const found = solveVersusBlocks(lines, sideOf);
        if (found !== null) expect(found).toEqual(owners);
      }),
      { numRuns: 300 },
    );
  });

  it("finds them in nearly every round of six a side", () => {
    let state = 1;
    const random = () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state / 0x7fffffff;
    };
    let found = 0;
    for (let round = 0; round < 100; round++) {
      const table = Array.from({ length: 144 }, () => Math.floor(random() * 7));
      const sides = ["1", "2", "1", "2", "1", "2", "1", "2", "1", "2", "1", "2"];
      const { lines } = print(sides, (a, b) => table[a * 12 + b] ?? 0);
      const sideOf = (name: string) => Number(sides[Number(name.slice(1))]);
      if (solveVersusBlocks(lines, sideOf)) found++;
    }
    expect(found).toBe(100);
  });
});

describe("hostile files end the search soon", () => {
  const all = (n: number) =>
    Array.from({ length: 2 * n * n }, (_, i) => line(`${i < n * n ? "b" : "a"}${i % n}`, 1, 1));
  it.each([
    ["8 a side, all equal", all(8)],
    ["32 a side, all equal", all(32)],
    ["8 a side, all equal but the last", [...all(8).slice(0, -1), line("a0", 1, 2)]],
    ["32 a side, the last line lost", all(32).slice(0, -1)],
    ["64 names over and over", Array.from({ length: 4032 }, (_, i) => line(`p${i % 64}`, 0, 0))],
    ["65 names", Array.from({ length: 65 }, (_, i) => line(`p${i}`, 1, 1))],
    ["one name", Array.from({ length: 4032 }, () => line("p", 1, 1))],
  ])("%s", (_, lines) => {
    const started = performance.now();
    solveVersusBlocks(lines, () => null);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

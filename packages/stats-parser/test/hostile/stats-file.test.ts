import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ParseErrorCode,
  parseStatsFile,
  roundStats,
  type StatsFile,
} from "../../src/index.ts";
import { sample } from "../support/rounds.ts";
import { bytesOf, headerText, lineText, statsText } from "../support/stats-text.ts";

const ROUND1 = "2026-03-04-210000-supply-round-1.txt";
const ROUND2 = "2026-03-04-211500-supply-round-2.txt";
const CODES: readonly ParseErrorCode[] = [
  "empty",
  "bad_header",
  "no_players",
  "bad_round",
  "too_large",
];

/** Whatever comes in: a known error, or a value whose rounds are sound. */
function survive(bytes: Uint8Array, name = ROUND2, partner: StatsFile | null = null): void {
  const result = parseStatsFile(bytes, name);
  if (!result.ok) {
    expect(CODES).toContain(result.error.code);
    return;
  }
  const file = result.value;
  expect(file.lines.length).toBeGreaterThan(0);
  expect(file.lines.length).toBeLessThanOrEqual(64);
  for (const line of file.lines) {
    expect(line.tab === null || line.tab.length === 38).toBe(true);
    expect(line.weapons.every((value) => value >= 0 && value <= 100_000)).toBe(true);
  }
  for (const context of [
    { partner: null },
    { partner },
    { partner: file },
    { partner, aborted: false },
  ]) {
    const { stats } = roundStats(file, context);
    expect(stats.players.length).toBeLessThanOrEqual(file.lines.length);
    const unsound = stats.players.flatMap((player) =>
      Object.entries(player).filter(
        ([key, value]) =>
          typeof value === "number" && !(Number.isFinite(value) && (value >= 0 || key === "xp")),
      ),
    );
    expect(unsound).toEqual([]);
  }
}

const real = readFileSync(
  sample("edge/damaged_files/gamestats/2025-10-10-201613-frostbite-round-2.txt"),
);
const realRound1 = (() => {
  const name = "2025-10-10-200748-frostbite-round-1.txt";
  const result = parseStatsFile(readFileSync(sample(`edge/damaged_files/gamestats/${name}`)), name);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
})();

describe("a file cut at any byte", () => {
  it("is refused, or the players before the cut are those of the whole file", () => {
    const whole = parseStatsFile(real, ROUND2);
    const lines = whole.ok ? whole.value.lines : [];
    for (let length = 0; length < real.length; length++) {
      const result = parseStatsFile(real.subarray(0, length), ROUND2);
      if (!result.ok) {
        expect(CODES).toContain(result.error.code);
        continue;
      }
      const kept = result.value.lines;
      const certain = result.value.flags.includes("maybe_truncated") ? kept.slice(0, -1) : kept;
      expect(certain).toEqual(lines.slice(0, certain.length));
    }
  });
});

describe("bytes that are no stats file", () => {
  it.each<[string, Uint8Array]>([
    ["nothing", new Uint8Array()],
    ["NUL bytes", new Uint8Array(4096)],
    ["0xFF bytes", new Uint8Array(4096).fill(0xff)],
    ["newlines", new Uint8Array(4096).fill(0x0a)],
    ["backslashes", new Uint8Array(4096).fill(0x5c)],
    ["tabs behind a header", bytesOf(`${headerText()}\n${"\t".repeat(5000)}\n`)],
    ["a webhook", bytesOf('{"embeds":[{"fields":[]}]}')],
    ["UTF-16", new Uint8Array(Buffer.from(statsText({}, [{}]), "utf16le"))],
    ["one endless line", bytesOf(`${headerText()}\nAAAA0001\\${"x".repeat(900_000)}`)],
    [
      "one endless number",
      bytesOf(`${headerText()}\n${lineText({}).replace("16 ", `${"9".repeat(900_000)} `)}\n`),
    ],
    ["very many tab fields", bytesOf(`${headerText()}\n${lineText()}${"\t1".repeat(400_000)}\n`)],
    [
      "very many weapon numbers",
      bytesOf(`${headerText()}\nA\\b\\0\\1\\16${" 1".repeat(400_000)} \t1\n`),
    ],
    ["very many lines", bytesOf(`${headerText()}\n${"\\\n".repeat(500_000)}`)],
  ])("%s", (_case, bytes) => {
    survive(bytes);
  });
});

describe("lines that mean harm", () => {
  const around = (line: string) => bytesOf(`${headerText({ round: 2 })}\n${lineText()}\n${line}\n`);

  it.each([
    ["a name of 255 characters", lineText({ name: "^1x".repeat(85), guid: "BBBB0001" })],
    ["a name of NUL bytes", lineText({ name: "\0\0\0", guid: "BBBB0001" })],
    ["an empty name", lineText({ name: "", guid: "BBBB0001" })],
    ["a name like an object's property", lineText({ name: "__proto__", guid: "BBBB0001" })],
    ["a GUID like an object's property", lineText({ guid: "__proto__" })],
    ["a line without tabs", "BBBB0001\\b\\0\\1\\16 1 2 0 0 0"],
    ["a line with one tab", "BBBB0001\\b\\0\\1\\16 1 2 0 0 0 \t"],
    [
      "huge numbers",
      lineText({ guid: "BBBB0001", tab: { damage_given: "9".repeat(400), xp: "-1e999" } }),
    ],
    [
      "the largest numbers allowed",
      lineText({
        guid: "BBBB0001",
        weapons: { MP40: [100_000, 100_000, 100_000, 100_000, 100_000] },
        tab: {
          damage_given: 1_000_000,
          time_played_minutes: 1_000_000,
          time_dead_minutes: 1_000_000,
        },
      }),
    ],
    ["an extreme mask", "BBBB0001\\b\\0\\1\\4294967295 1 2 0 0 0 \t0"],
    ["the same line again", lineText()],
    ["the same GUID", lineText({ name: "other" })],
  ])("%s", (_case, line) => {
    survive(around(line), ROUND2, realRound1);
    const result = parseStatsFile(around(line), ROUND2);
    expect(result.ok && result.value.lines.some((entry) => entry.guid === "AAAA0001")).toBe(true);
  });

  it("a round that is neither 1 nor 2", () => {
    for (const round of ["0", "3", "-1", "1.5", "99999999999999999999", "I"]) {
      const result = parseStatsFile(bytesOf(statsText({ round }, [{}])), "x.txt");
      expect(result).toMatchObject({ ok: false, error: { code: "bad_round" } });
    }
  });

  it("names of files that are paths, empty or endless", () => {
    const bytes = bytesOf(statsText({}, [{}]));
    for (const name of [
      "",
      "/",
      "../../etc/passwd",
      "C:\\x.txt",
      "\0",
      "a".repeat(100_000),
      `${"-round-1".repeat(20_000)}.txt`,
    ]) {
      survive(bytes, name);
    }
  });
});

describe("any input", () => {
  it("random bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => survive(bytes)));
  });

  it("a real file with some bytes changed", () => {
    const change = fc.tuple(fc.nat(real.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
        const bytes = new Uint8Array(real);
        for (const [at, value] of changes) bytes[at] = value;
        survive(bytes, ROUND2, realRound1);
      }),
      { numRuns: 300 },
    );
  });

  it("a real file with pieces cut out, doubled and moved", () => {
    const piece = fc.tuple(fc.nat(real.length), fc.nat(400));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const parts = pieces.map(([from, length]) => real.subarray(from, from + length));
        survive(
          new Uint8Array(Buffer.concat([real.subarray(0, 70), ...parts])),
          ROUND2,
          realRound1,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("any round that could be played", () => {
  const five = fc.tuple(...Array.from({ length: 5 }, () => fc.nat(300))) as fc.Arbitrary<
    [number, number, number, number, number]
  >;
  const counters = fc.record({
    mp40: five,
    colt: five,
    damage: fc.nat(5000),
    xp: fc.integer({ min: -50, max: 300 }),
    tenths: fc.integer({ min: 10, max: 80 }),
  });

  it("what is added to Round 1 comes back as Round 2", () => {
    fc.assert(
      fc.property(
        fc.array(counters, { minLength: 2, maxLength: 6 }),
        fc.array(counters, { minLength: 6, maxLength: 6 }),
        (ones, twos) => {
          const line = (i: number, round: 1 | 2) => {
            const a = ones[i];
            const b = twos[i];
            if (!a || !b) throw new Error("short");
            const plus = round === 2 ? 1 : 0;
            const sum = (x: readonly number[], y: readonly number[]) =>
              x.map((value, k) => value + plus * (y[k] ?? 0)) as [
                number,
                number,
                number,
                number,
                number,
              ];
            return {
              guid: `AAAA000${i}`,
              name: `p${i}`,
              rounds: plus,
              weapons: { COLT: sum(a.colt, b.colt), MP40: sum(a.mp40, b.mp40) },
              tab: {
                damage_given: a.damage + plus * b.damage,
                xp: round === 1 ? a.xp : b.xp,
                time_played_minutes: (a.tenths + plus * b.tenths) / 10,
              },
            };
          };
          const indices = [...ones.keys()];
          const read = (round: 1 | 2) => {
            const text = statsText(
              { round, playtime: null, winner: 1, limit: "30:00", next: "30:00" },
              indices.map((i) => line(i, round)),
            );
            const result = parseStatsFile(bytesOf(text), round === 1 ? ROUND1 : ROUND2);
            if (!result.ok) throw new Error(result.error.message);
            return result.value;
          };
          const { stats } = roundStats(read(2), { partner: read(1) });
          expect(stats.players).toHaveLength(indices.length);
          stats.players.forEach((row, i) => {
            const b = twos[i];
            expect(row.damageGiven).toBe(b?.damage);
            expect(row.xp).toBe(b?.xp);
            expect(row.kills).toBe((b?.mp40[2] ?? 0) + (b?.colt[2] ?? 0));
            expect(row.shots).toBe((b?.mp40[1] ?? 0) + (b?.colt[1] ?? 0));
            expect(
              Math.abs((row.timePlayedSeconds ?? 0) - (b?.tenths ?? 0) * 6),
            ).toBeLessThanOrEqual(7);
          });
        },
      ),
    );
  });
});

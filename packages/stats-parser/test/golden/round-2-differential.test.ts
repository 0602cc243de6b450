import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type DerivedRound, parseStatsFile, roundStats } from "../../src/index.ts";

const folder = new URL("./round-2-differential/", import.meta.url);
const expected = JSON.parse(readFileSync(new URL("expected.json", folder), "utf8"));

function read(name: string) {
  const result = parseStatsFile(readFileSync(new URL(name, folder)), name);
  if (!result.ok) throw new Error(result.error.message);
  expect(result.warnings).toEqual([]);
  return result.value;
}

const first = read("2026-03-04-210000-supply-round-1.txt");
const second = read("2026-03-04-211500-supply-round-2.txt");

/** The golden file's shape: one player, and two decimals. */
function shown({ stats }: DerivedRound) {
  const [player] = stats.players;
  const { rawTab: _rawTab, ...row } = player ?? { rawTab: null };
  const rounded = Object.entries(row).map(([key, value]) => [
    key,
    typeof value === "number" ? Math.round(value * 100) / 100 : value,
  ]);
  const { outcome, durationSeconds, durationSource, fullTimeUsed, flags } = stats;
  const { differential, round1File } = stats;
  return {
    outcome,
    durationSeconds,
    durationSource,
    fullTimeUsed,
    differential,
    round1File,
    flags,
    player: Object.fromEntries(rounded),
  };
}

it("Round 1 is as written", () => {
  expect(shown(roundStats(first, { partner: null }))).toEqual(expected.round1);
});

it("Round 2 is its own file without Round 1", () => {
  expect(shown(roundStats(second, { partner: first }))).toEqual(expected.round2);
});

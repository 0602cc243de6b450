import { describe, expect, it } from "vitest";
import { pairedRound, type RoundSketch } from "../test/build-round.ts";
import { roundFacts } from "./round-facts.ts";
import { settleSides } from "./round-sides.ts";

type Half = Omit<RoundSketch, "number" | "end">;
const settle = (r1: Half | null, r2: Half | null) =>
  settleSides(
    r1 && roundFacts(pairedRound({ ...r1, number: 1, end: 12 })),
    r2 && roundFacts(pairedRound({ ...r2, number: 2, end: 24 })),
  );

describe("settleSides", () => {
  it("uses what both headers say", () => {
    const sides = settle({ defender: 2, winner: 1 }, { defender: 2, winner: 2, limit: 480 });
    expect(sides).toMatchObject({ defenderSide: 2, mismatch: false });
  });

  it("uses the one header that knows for both rounds", () => {
    const sides = settle({ defender: null, winner: 2 }, { defender: 1, winner: 1, limit: 480 });
    expect(sides).toMatchObject({ defenderSide: 1, mismatch: false });
    expect(sides.round1?.defenderSide).toBe(1);
    expect(settle({ defender: 2, winner: 1 }, { defender: null }).round2?.defenderSide).toBe(2);
  });

  it.each([
    ["an early win is the attackers'", { winner: 2, duration: 480, limit: 720 }, 1],
    ["a win on the whole clock is the defenders'", { winner: 2, duration: 720, limit: 720 }, 2],
    ["without a limit nothing is implied", { winner: 2, duration: 480, limit: null }, null],
    ["without a winner neither", { winner: 0, duration: 480, limit: 720 }, null],
    [
      "who gave up may have attacked or defended",
      { winner: 2, duration: 480, limit: 720, webhook: { surrenderSide: 1, winnerSide: null } },
      null,
    ],
    [
      "the winners' own vote failed",
      { winner: 2, duration: 480, limit: 720, webhook: { surrenderSide: 2 } },
      1,
    ],
    [
      "a vote in a round that ran out failed",
      { winner: 1, duration: 720, limit: 720, webhook: { surrenderSide: 2 } },
      1,
    ],
  ] as [string, Half, 1 | 2 | null][])("both headers silent: %s", (_what, half, defender) => {
    const silent = { ...half, defender: null, fullTimeUsed: null };
    if (silent.webhook) silent.webhook = { ...silent.webhook, defenderSide: null };
    expect(settle(silent, null).defenderSide).toBe(defender);
    expect(settle(silent, null).mismatch).toBe(false);
  });

  it("a surrender without a winner gives the other side the win", () => {
    const sides = settle(
      { winner: 0, defender: null, webhook: { surrenderSide: 2, defenderSide: null } },
      null,
    );
    expect(sides.round1).toMatchObject({ winnerSide: 1, defenderSide: null });
  });

  it("conflicting headers are settled by what the rounds imply", () => {
    const sides = settle(
      { defender: 2, winner: 2, duration: 480 },
      { defender: 1, winner: 1, limit: 480, duration: 480 },
    );
    expect(sides).toMatchObject({ defenderSide: 1, mismatch: true });
    expect(sides.round1).toMatchObject({ defenderSide: 1, basis: "time" });
  });

  it("rounds that imply different defenders leave it unknown, not defaulted", () => {
    const sides = settle(
      { defender: 2, winner: 2, duration: 480, limit: 720 },
      { defender: 1, winner: 1, duration: 300, limit: 480 },
    );
    expect(sides).toMatchObject({ defenderSide: null, mismatch: true });
  });

  it("reads the clock again under the settled defender", () => {
    // The header calls the winning defenders attackers, so the file looked like a completed attack.
    const r1: Half = { defender: 2, winner: 1, duration: 720, limit: 720, fullTimeUsed: false };
    const r2: Half = { defender: 1, winner: 1, duration: 720, limit: 720 };
    expect(settle(r1, r2).round1).toMatchObject({ defenderSide: 1, fullTimeUsed: true });
  });
});

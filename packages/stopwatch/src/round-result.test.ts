import { describe, expect, it } from "vitest";
import { pairedRound, type RoundSketch } from "../test/build-round.ts";
import { roundFacts } from "./round-facts.ts";
import { roundResult } from "./round-result.ts";

const result = (sketch: Omit<RoundSketch, "end">) =>
  roundResult(roundFacts(pairedRound({ ...sketch, end: 12 })));

describe("roundResult", () => {
  it("winner and defender alike is a fullhold, unlike a completed attack", () => {
    expect(result({ number: 1, winner: 1, duration: 720 })).toMatchObject({
      outcome: "fullhold",
      endReason: "time_expired",
    });
    expect(result({ number: 1, winner: 2, duration: 717 })).toMatchObject({
      outcome: "completed",
      endReason: "objective",
    });
  });

  it("a hold whose clock nothing tells is a hold", () => {
    expect(result({ number: 1, winner: 1, duration: null })).toMatchObject({
      outcome: "fullhold",
    });
  });

  it("an early win of the defenders is the attackers' surrender, deduced or told", () => {
    const early = { number: 1, winner: 1, duration: 300 } as const;
    expect(result(early)).toEqual({
      outcome: "surrender",
      surrenderedSide: 2,
      endReason: "surrender",
      basis: "header",
      flags: ["surrender_deduced"],
    });
    expect(result({ ...early, webhook: { surrenderSide: 2 } }).flags).toEqual([]);
    // The other side's vote says nothing of the attackers'.
    expect(result({ ...early, webhook: { surrenderSide: 1 } }).flags).toEqual([
      "surrender_deduced",
    ]);
  });

  it("the log's exit text overrules the clock", () => {
    const late = { number: 2, winner: 1, duration: 719, limit: 720 } as const;
    expect(result({ ...late, webhook: { exit: "Exit: Allies Surrender" } }).outcome).toBe(
      "surrender",
    );
    const early = { ...late, duration: 300, webhook: { exit: "Exit: Timelimit hit." } };
    expect(result(early).outcome).toBe("fullhold");
  });

  it("the defenders' claim matters in Round 2 alone", () => {
    const claim = { winner: 2, duration: 240, webhook: { surrenderSide: 1 } } as const;
    expect(result({ ...claim, number: 1 })).toMatchObject({
      outcome: "completed",
      endReason: "objective",
      flags: ["surrender_unconfirmed"],
    });
    expect(result({ ...claim, number: 2 })).toMatchObject({
      outcome: "surrender",
      surrenderedSide: 1,
      basis: "webhook",
      flags: ["surrender_unconfirmed"],
    });
    const proven = { ...claim, webhook: { surrenderSide: 1, exit: "Axis Surrender" } } as const;
    expect(result({ ...proven, number: 1 })).toMatchObject({
      outcome: "completed",
      endReason: "surrender",
      flags: [],
    });
  });

  it("the webhook's end reason alone proves nothing", () => {
    const said = { endReason: "surrender", surrenderSide: 2 } as const;
    expect(result({ number: 2, winner: 1, duration: 720, webhook: said })).toMatchObject({
      outcome: "fullhold",
      flags: [],
    });
  });

  it.each([
    ["attackers called it", 1, 2, "fullhold"],
    ["defenders called it", 1, 1, "completed"],
    ["nobody knows who attacked", null, 1, "fullhold"],
  ] as const)("without a winner the vote decides: %s", (_what, defender, caller, outcome) => {
    const webhook = { surrenderSide: caller, winnerSide: null, defenderSide: null };
    expect(
      result({ number: 1, winner: 0, defender, duration: null, next: null, webhook }),
    ).toMatchObject({ outcome, basis: "webhook" });
  });

  it.each([
    ["below the limit", 390, null, "completed"],
    ["at the limit", 720, null, "fullhold"],
    // The next limit equals the limit after a surrender too: no completed attack.
    ["at the limit though played less", 720, 300, "fullhold"],
    ["only a play time", null, 300, "completed"],
    ["nothing", null, null, "unknown"],
  ] as const)("without sides the clock decides: %s", (_what, next, duration, outcome) => {
    expect(result({ number: 1, winner: 0, defender: null, next, duration })).toMatchObject({
      outcome,
      endReason: "unknown",
      basis: "time",
    });
  });

  it("a time without a limit was needed for something", () => {
    expect(result({ number: 1, winner: 0, defender: null, limit: null, next: 700 }).outcome).toBe(
      "completed",
    );
  });

  it("the players' time may lack 15 s of a hold", () => {
    const sketch = { number: 1, winner: 0, defender: null, next: null } as const;
    const players = { ...sketch, durationSource: "players" } as const;
    expect(result({ ...players, duration: 708 }).outcome).toBe("fullhold");
    expect(result({ ...players, duration: 700 }).outcome).toBe("completed");
  });
});

import { describe, expect, it } from "vitest";
import { type HeaderSpec, headerText } from "../test/support/stats-text.ts";
import { telemetry } from "../test/support/telemetry.ts";
import { roundDuration } from "./round-duration.ts";
import { roundOutcome } from "./round-outcome.ts";
import { resolveSides } from "./round-sides.ts";
import type { RoundTelemetry } from "./round-telemetry.ts";
import { readStatsHeader } from "./stats-header.ts";

function outcome(
  spec: HeaderSpec,
  told: Partial<RoundTelemetry> | null = null,
  played: number | null = null,
) {
  const header = readStatsHeader(headerText(spec));
  if (!header) throw new Error("no header");
  const word = told && telemetry(told);
  const sides = resolveSides(header, word);
  const duration = roundDuration(header, sides, played, {
    webhookSeconds: word?.playtimeSeconds ?? null,
    report: null,
  });
  return roundOutcome(header, sides, duration, word);
}

const completed = { defender: 1, winner: 2, limit: "10:00", next: "8:30", playtime: 510_900 };
const fullhold = { defender: 1, winner: 1, limit: "10:00", next: "10:00", playtime: 600_400 };
const attackersGaveUp = { ...fullhold, playtime: 180_400 };

describe("sides known", () => {
  it.each([
    ["another winner than the defender", completed, "completed"],
    ["a goal in the last 30 s", { ...completed, next: "9:45", playtime: 585_400 }, "completed"],
    ["a goal in the last second", { ...completed, next: "10:00", playtime: 600_100 }, "completed"],
    ["the defender, clock run out", fullhold, "fullhold"],
    ["the defender, nothing tells the time", { ...fullhold, playtime: null }, "fullhold"],
    ["the defender, before the time", attackersGaveUp, "surrender"],
    ["nobody", { ...fullhold, winner: 0 }, "unknown"],
  ])("won by %s", (_case, spec, expected) => {
    expect(outcome(spec).outcome).toBe(expected);
  });

  it("are as verified as the header says", () => {
    expect(outcome(completed).confidence).toBe("verified_header");
    expect(outcome({ ...fullhold, winner: 0 }).confidence).toBe("missing");
  });
});

describe("surrender", () => {
  it("of the attackers is deduced from the file, and told by a webhook that names them", () => {
    expect(outcome(attackersGaveUp).flags).toEqual(["surrender_deduced"]);
    expect(outcome(attackersGaveUp, { surrenderSide: 2 }).flags).toEqual([]);
    expect(outcome(attackersGaveUp, { surrenderSide: 1 }).flags).toEqual(["surrender_deduced"]);
  });

  it("of the attackers in an 8-field file shows in the players' time", () => {
    const spec = { ...fullhold, playtime: null };
    expect(outcome(spec, null, 180)).toMatchObject({ outcome: "surrender" });
    expect(outcome(spec, null, 594)).toMatchObject({ outcome: "fullhold" });
  });

  it("of the defenders is a claim until an exit line proves it", () => {
    expect(outcome(completed, { surrenderSide: 1 })).toMatchObject({
      outcome: "completed",
      flags: ["surrender_unconfirmed"],
    });
    expect(outcome(completed, { surrenderSide: 1, exit: "Exit: Axis Surrender" })).toMatchObject({
      outcome: "surrender",
      flags: [],
    });
    expect(outcome(completed, { surrenderSide: 1, exit: "Wolf EndRound." })).toMatchObject({
      outcome: "completed",
      flags: [],
    });
  });

  it("votes that cannot have passed are ignored, whatever the webhook's end reason", () => {
    const told = { endReason: "surrender" };
    expect(outcome(fullhold, { ...told, surrenderSide: 2 }).outcome).toBe("fullhold");
    expect(outcome(fullhold, { ...told, surrenderSide: 1 }).outcome).toBe("fullhold");
    expect(outcome(completed, { ...told, surrenderSide: 2 })).toMatchObject({
      outcome: "completed",
      flags: [],
    });
  });
});

describe("sides not known", () => {
  it("come from the webhook where the header has none", () => {
    const told = { winnerSide: 2, defenderSide: 1 } as const;
    expect(outcome({ ...completed, defender: "", winner: 0 }, told)).toMatchObject({
      outcome: "completed",
      confidence: "time_fallback",
    });
  });

  it("that contradict the webhook are the header's, and ambiguous", () => {
    expect(outcome(completed, { winnerSide: 1, defenderSide: 1 })).toMatchObject({
      outcome: "completed",
      confidence: "ambiguous",
    });
  });

  const lost = { defender: "x", winner: 1 };
  it.each([
    ["the measured time fell short of the limit", { ...completed, ...lost }, "completed"],
    ["the measured time reached the limit", { ...fullhold, ...lost }, "fullhold"],
    ["field 8 below the limit", { ...completed, ...lost, playtime: null }, "completed"],
    ["field 8 equal to the limit", { ...fullhold, ...lost, playtime: null }, "fullhold"],
    ["field 8 invented", { ...fullhold, ...lost, next: "71:05" }, "unknown"],
    ["no time at all", { ...fullhold, ...lost, next: "0:00", playtime: null }, "unknown"],
  ])("%s", (_case, spec, expected) => {
    const verdict = outcome(spec);
    expect(verdict.outcome).toBe(expected);
    expect(verdict.confidence).toBe(expected === "unknown" ? "ambiguous" : "time_fallback");
  });

  it("a surrender that the webhook tells ends the round for its side", () => {
    const spec = { ...completed, defender: 1, winner: "" };
    expect(outcome(spec, { surrenderSide: 1 }).outcome).toBe("completed");
    expect(outcome(spec, { surrenderSide: 2 }).outcome).toBe("fullhold");
  });
});

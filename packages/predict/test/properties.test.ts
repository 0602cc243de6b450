import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MODELS, modelNames } from "../src/models/models.ts";
import type { Matchup, PlayedMatch } from "../src/played-match.ts";
import { predictMatch } from "../src/predict-match.ts";
import { ratePlayers } from "../src/rate-players.ts";
import { walk } from "../src/walk.ts";
import { anyHistory, anyMatchup } from "./support/any-history.ts";
import { day, HOUR } from "./support/build-history.ts";

/** Shrinking forty matches takes minutes and tells little. */
const runs = { numRuns: 12, endOnFailure: true, verbose: 0 } as const;
const later = day(30);

function chance(model: (typeof modelNames)[number], matchup: Matchup, history: PlayedMatch[]) {
  const result = predictMatch(matchup, history, later, { model });
  if (!result.ok) throw new Error(result.error.message);
  return result.value.probabilityA;
}

const swapTeam = <T extends string | null | undefined>(team: T) =>
  team === "A" ? "B" : team === "B" ? "A" : team;

const swapped = (match: PlayedMatch): PlayedMatch => ({
  ...match,
  teamA: match.teamB,
  teamB: match.teamA,
  winner: swapTeam(match.winner),
  firstAttackers: swapTeam(match.firstAttackers ?? null),
  players: match.players.map((player) => ({ ...player, team: player.team === "A" ? "B" : "A" })),
});

const mirrored = (matchup: Matchup): Matchup => ({
  ...matchup,
  teamA: matchup.teamB,
  teamB: matchup.teamA,
  firstAttackers: swapTeam(matchup.firstAttackers ?? null),
});

describe.each(modelNames)("%s", (model) => {
  it("P(A, B) = 1 − P(B, A), strictly between 0 and 1", () => {
    fc.assert(
      fc.property(anyHistory, anyMatchup, (history, matchup) => {
        const there = chance(model, matchup, history);
        expect(there + chance(model, mirrored(matchup), history)).toBeCloseTo(1, 12);
        expect(there).toBeGreaterThan(0);
        expect(there).toBeLessThan(1);
      }),
      runs,
    );
  });

  it("does not depend on the order of players, of matches, or on which team was called A", () => {
    fc.assert(
      fc.property(anyHistory, anyMatchup, fc.nat(), (history, matchup, letters) => {
        const expected = chance(model, matchup, history);
        const otherOrder = history.toReversed().map((match) => ({
          ...match,
          teamA: match.teamA.toReversed(),
          teamB: match.teamB.toReversed(),
          players: match.players.toReversed(),
        }));
        const sameTeams = {
          ...matchup,
          teamA: matchup.teamA.toReversed(),
          teamB: matchup.teamB.toReversed(),
        };
        expect(chance(model, sameTeams, otherOrder)).toBe(expected);
        // The letters mean something within an evening only: swap whole evenings.
        const otherLetters = history.map((match) =>
          (letters >> (new Date(match.startMs).getUTCDate() % 8)) & 1 ? swapped(match) : match,
        );
        expect(chance(model, matchup, otherLetters)).toBeCloseTo(expected, 7);
      }),
      runs,
    );
  });

  it("changing later matches changes no earlier prediction", () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, fc.integer({ min: 0, max: 39 }), (past, future, cut) => {
        const mixed = past.map((match, i) => {
          const other = future[i];
          if (i < cut || !other) return match;
          if (i > cut) return other;
          // The match at the cut is predicted before anybody knows how it goes.
          const winner = match.winner === "A" ? "B" : "A";
          return { ...match, winner, players: other.players } as const;
        });
        for (const pastSessions of [false, true]) {
          const chances = (history: readonly PlayedMatch[]) =>
            walk(history, [MODELS[model]()], { pastSessions }).map(
              (walked) => walked.probabilities,
            );
          expect(chances(mixed).slice(0, cut + 1)).toEqual(chances(past).slice(0, cut + 1));
        }
      }),
      runs,
    );
  });

  it("the result of a match that is not over says nothing", () => {
    fc.assert(
      fc.property(anyHistory, anyMatchup, (history, matchup) => {
        const last = history.at(-1) as PlayedMatch;
        const asOfMs = last.endMs - 1;
        const known = predictMatch(matchup, history.slice(0, -1), asOfMs, { model });
        expect(predictMatch(matchup, history, asOfMs, { model })).toEqual(known);
      }),
      runs,
    );
  });
});

it("before a session, past sessions only: the evening itself changes nothing", () => {
  fc.assert(
    fc.property(anyHistory, anyHistory, (past, other) => {
      const models = () => modelNames.map((name) => MODELS[name]());
      // Same line-ups all evening, other results and numbers.
      const changed = past.map((match, i) => {
        const twin = other[i];
        if (i < 36 || !twin) return match;
        return { ...match, winner: twin.winner, endMs: match.startMs + HOUR / 2 };
      });
      const before = walk(past, models(), { pastSessions: true });
      const after = walk(changed, models(), { pastSessions: true });
      const chances = (walked: typeof before) => walked.map(({ probabilities }) => probabilities);
      expect(chances(after)).toEqual(chances(before));
    }),
    runs,
  );
});

it("ratings of players: best first, everybody once, never negative", () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const ratings = ratePlayers(history, later);
      expect(new Set(ratings.map(({ guid }) => guid)).size).toBe(ratings.length);
      const values = ratings.map(({ rating }) => rating);
      expect(values).toEqual(values.toSorted((a, b) => b - a));
      expect(values.every((value) => value >= 0)).toBe(true);
      expect(ratePlayers(history.toReversed(), later)).toEqual(ratings);
    }),
    runs,
  );
});

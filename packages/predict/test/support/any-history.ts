import fc from "fast-check";
import type { PlayedMatch } from "../../src/played-match.ts";
import { build, DAY, day, HOUR } from "./build-history.ts";

const PEOPLE = [..."abcdefghij"];

const numbers = fc.record({
  kills: fc.nat(60),
  deaths: fc.nat(60),
  damageGiven: fc.nat(9000),
  shots: fc.nat(1500),
  hits: fc.nat(600),
  seconds: fc.nat(2400),
});

const oneMatch = fc.record({
  people: fc.shuffledSubarray(PEOPLE, { minLength: 2 }),
  split: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
  winner: fc.constantFrom("A", "B", "A", "B", "A", "B", "draw", null),
  firstAttackers: fc.constantFrom("A", "B", null),
  map: fc.constantFrom("supply", "Radar", "frostbite"),
  numbers: fc.array(numbers, { minLength: PEOPLE.length, maxLength: PEOPLE.length }),
});

/** Two line-ups of the same ten people, with or without a map. */
export const anyMatchup = fc
  .record({
    people: fc.shuffledSubarray([...PEOPLE, "newcomer"], { minLength: 2 }),
    split: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
    map: fc.constantFrom("supply", "radar", null),
    firstAttackers: fc.constantFrom("A", "B", null),
  })
  .map(({ people, split, map, firstAttackers }) => {
    const at = Math.min(people.length - 1, Math.max(1, Math.round(people.length * split)));
    return { teamA: people.slice(0, at), teamB: people.slice(at), map, firstAttackers } as const;
  });

/** Ten evenings of four matches among ten people: enough for slopes to be fitted. */
export const anyHistory: fc.Arbitrary<PlayedMatch[]> = fc
  .array(oneMatch, { minLength: 40, maxLength: 40 })
  .map((matches) =>
    matches.map(({ people, split, numbers: all, ...rest }, i) => {
      const at = Math.min(people.length - 1, Math.max(1, Math.round(people.length * split)));
      const startMs = day(0) + Math.floor(i / 4) * DAY + (i % 4) * HOUR;
      return build(people.slice(0, at).join(""), people.slice(at).join(""), {
        ...rest,
        startMs,
        numbers: Object.fromEntries(PEOPLE.map((guid, k) => [guid, all[k] ?? {}])),
      });
    }),
  );

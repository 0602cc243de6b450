import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSessions, type TimedRound } from "./session-split.ts";

const minute = 60_000;
const at = (minutes: number, formsSession = true, people: readonly string[] = []): TimedRound => ({
  key: `${minutes}${formsSession ? "" : "x"}`,
  endMs: minutes * minute,
  formsSession,
  partner: null,
  lineUp: { humans: people },
});
/** Both rounds of a match, twelve minutes apart; `second`: who was there in Round 2. */
const match = (end: number, people: readonly string[], second = people): TimedRound[] => [
  { ...at(end, true, people), partner: { key: `${end + 12}` } },
  { ...at(end + 12, true, second), partner: { key: `${end}` } },
];
const keys = (rounds: readonly TimedRound[]) => rounds.map((round) => round.key);
const split = (...rounds: readonly (TimedRound | TimedRound[])[]) =>
  splitSessions(rounds.flat(), 60).sessions.map(({ rounds: all }) => keys(all));
/** `abc` → three people. */
const who = (letters: string) => [...letters];

describe("splitSessions", () => {
  it("a gap of exactly an hour stays, one more second parts", () => {
    const later = { ...at(60), key: "later", endMs: 60 * minute + 1000 };
    expect(splitSessions([at(0), at(60)], 60).sessions).toHaveLength(1);
    expect(splitSessions([at(0), later], 60).sessions).toHaveLength(2);
  });

  it("counts the gap from the round before, not from the first", () => {
    expect(splitSessions([at(0), at(50), at(100), at(150)], 60).sessions).toHaveLength(1);
  });

  it("rounds that form no session neither begin, extend nor bridge one", () => {
    const rounds = [at(0), at(45, false), at(90), at(300, false)];
    expect(split(rounds)).toEqual([["0", "45x"], ["90"]]);
    expect(keys(splitSessions(rounds, 60).outside)).toEqual(["300x"]);
    expect(splitSessions([at(0, false)], 60).sessions).toEqual([]);
  });

  it("places them in the nearer session", () => {
    expect(split(at(0), at(55, false), at(100))).toEqual([["0"], ["55x", "100"]]);
  });

  it.each<[string, number, (TimedRound | TimedRound[])[]]>([
    ["other people half an hour later", 2, [match(0, who("abcdef")), match(40, who("uvwxyz"))]],
    ["one of six stayed", 2, [match(0, who("abcdef")), match(40, who("avwxyz"))]],
    ["two of six stayed", 1, [match(0, who("abcdef")), match(40, who("abwxyz"))]],
    ["two newcomers in a 2 v 2", 1, [match(0, who("abcd")), match(40, who("abyz"))]],
    ["three newcomers in a 2 v 2", 2, [match(0, who("abcd")), match(40, who("axyz"))]],
    ["one newcomer in a 1 v 1", 1, [match(0, who("ab")), match(40, who("az"))]],
    ["another 1 v 1", 2, [match(0, who("ab")), match(40, who("yz"))]],
    [
      "people who sat one match out",
      1,
      [match(0, who("abcdef")), match(30, who("abuvwx")), match(60, who("cdefyz"))],
    ],
    [
      "people of three matches ago are others",
      2,
      [
        match(0, who("abcdef")),
        match(30, who("abuvwx")),
        match(60, who("uvwxyz")),
        match(90, who("cdefgh")),
      ],
    ],
    [
      "substitutes, one a map, until nobody is left of the first",
      1,
      ["abcdef", "bcdefg", "cdefgh", "defghi", "efghij", "fghijk", "ghijkl"].map((people, i) =>
        match(30 * i, who(people)),
      ),
    ],
    [
      "false starts with few people make nobody forgotten",
      1,
      [
        match(0, who("abcdef")),
        match(20, who("abcdef")),
        [35, 36, 37].map((end) => at(end, true, who("ab"))),
        match(50, who("cdefgh")),
      ],
    ],
    [
      "a Round 1 alone goes by its own players",
      2,
      [match(0, who("abcdef")), at(30, true, who("uvwxyz")), match(50, who("uvwxyz"))],
    ],
    ["nobody is known by name", 1, [match(0, []), match(40, [])]],
  ])("%s: %i", (_what, count, rounds) => {
    expect(split(...rounds)).toHaveLength(count);
  });

  it("never parts the rounds of a match, whoever came for Round 2", () => {
    expect(split(match(0, who("abcdef"), who("uvwxyz")))).toEqual([["0", "12"]]);
    const turned = match(40, who("uvwxyz"), who("abcdef"));
    expect(split(match(0, who("abcdef")), turned)).toEqual([["0", "12", "40", "52"]]);
  });

  it("two groups at once are two sessions, each with its own gap", () => {
    const [one, two] = [who("abcdef"), who("uvwxyz")];
    expect(split(match(0, one), match(1, two), match(30, one), match(31, two))).toEqual([
      ["0", "12", "30", "42"],
      ["1", "13", "31", "43"],
    ]);
    // The others played on; those who come back after more than an hour begin anew.
    expect(split(match(0, one), match(30, two), match(60, two), match(90, one))).toEqual([
      ["0", "12"],
      ["30", "42", "60", "72"],
      ["90", "102"],
    ]);
  });

  it("who comes back within the gap goes on with his session", () => {
    const [one, two] = [who("abcdef"), who("uvwxyz")];
    expect(split(match(0, one), match(30, two), match(60, one))).toEqual([
      ["0", "12", "60", "72"],
      ["30", "42"],
    ]);
  });

  it("an aborted round lies with its people, though the others are nearer", () => {
    const broken = at(18, false, who("uvwxyz"));
    expect(split(match(0, who("abcdef")), broken, match(40, who("uvwxyz")))).toEqual([
      ["0", "12"],
      ["18x", "40", "52"],
    ]);
  });

  it("does not depend on the order of the rounds", () => {
    const rounds = fc.uniqueArray(
      fc.record({
        key: fc.string(),
        end: fc.integer({ min: 0, max: 600 }),
        forms: fc.boolean(),
        people: fc.subarray(who("abcdefgh")),
        other: fc.nat({ max: 11 }),
      }),
      { selector: (round) => round.key, maxLength: 12 },
    );
    fc.assert(
      fc.property(rounds, fc.infiniteStream(fc.nat()), (sketches, picks) => {
        const list = sketches.map(({ key, end, forms, people, other }) => ({
          key,
          endMs: end * minute,
          formsSession: forms,
          partner: sketches[other] ?? null,
          lineUp: { humans: people },
        }));
        const shuffled = list
          .map((round) => ({ round, by: picks.next().value }))
          .sort((a, b) => a.by - b.by)
          .map(({ round }) => round);
        expect(splitSessions(shuffled, 60)).toEqual(splitSessions(list, 60));
      }),
    );
  });
});

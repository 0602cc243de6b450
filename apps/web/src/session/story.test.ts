import { expect, it } from "vitest";
import type { ReportMatch, ReportRound, SessionReport } from "../api/report.ts";
import { dispatches, EMPHASIS, frontSentence, resultSentence } from "./story.ts";

const round = (number: 1 | 2, more: Partial<ReportRound> = {}): ReportRound => ({
  id: number,
  round: number,
  start: null,
  end: `2026-02-10T20:0${number}:00.000Z`,
  clockSeconds: 500,
  durationSeconds: 501.2,
  timeLimitSeconds: number === 1 ? 900 : 500,
  outcome: "completed",
  gaveUp: false,
  attackers: number === 1 ? "A" : "B",
  attackerSide: 2,
  winnerSide: 2,
  valid: true,
  pauseSeconds: 0,
  dpmA: null,
  dpmB: null,
  ...more,
});

const early = { outcome: "surrender", winnerSide: 1 } as const;
const gaveUp = { ...early, gaveUp: true };

const match = (winner: ReportMatch["winner"], more: Partial<ReportMatch> = {}): ReportMatch => ({
  map: "supply",
  matchId: "m",
  winner,
  result: "held",
  counted: winner !== null,
  pointsA: winner === "A" || winner === "draw" ? 1 : 0,
  pointsB: winner === "B" || winner === "draw" ? 1 : 0,
  note: null,
  rounds: [round(1), round(2, { outcome: "fullhold" })],
  ...more,
});

function report(matches: ReportMatch[]): SessionReport {
  const teamA = matches.reduce((sum, { pointsA }) => sum + pointsA, 0);
  const teamB = matches.reduce((sum, { pointsB }) => sum + pointsB, 0);
  return {
    teamNames: ["Able", "Baker"],
    teams: [{}, {}],
    score: { teamA, teamB, draws: 0 },
    matches,
  } as unknown as SessionReport;
}

const named = (letters: string) =>
  [...letters].map((letter, i) =>
    match(letter === "=" ? "draw" : (letter as "A" | "B"), { map: `map${i + 1}` }),
  );

it.each([
  ["AAA", "Able took every point."],
  ["AAB", "Able led from the first map to the last."],
  ["ABB", "Level at 1 : 1 after map2. Baker then took the last map."],
  ["ABBB", "Level at 1 : 1 after map2. Baker then took two maps in a row."],
  ["ABBBA", "Level at 1 : 1 after map2. Baker took two of the three maps after that."],
  ["AABB", "Able led by two, Baker caught up: level at the end."],
  ["=", "Level after every map."],
  ["", "No map of this session counts."],
])("tells the front of %s", (letters, text) => {
  expect(frontSentence(report(named(letters)))).toBe(text);
});

it.each([
  ["AAB", "Able won by one point. Every map was played to the end."],
  ["BBB", "Baker won by three points. Every map was played to the end."],
  ["AB", "Nobody won: level at the end. Every map was played to the end."],
])("tells the result of %s", (letters, text) => {
  expect(resultSentence(report(named(letters)))).toBe(text);
});

it.each<[string, ReportMatch]>([
  ["an attack that gave up", match("B", { rounds: [round(1, gaveUp), round(2)] })],
  [
    "a defence that gave up and so set a time",
    match("B", { rounds: [round(1, { gaveUp: true }), round(2)] }),
  ],
  ["a match that was given up", match("B", { result: "surrender", rounds: [round(1, gaveUp)] })],
])("does not say that all was played to the end after %s", (_, given) => {
  expect(resultSentence(report([match("A"), match("A"), given]))).toBe(
    "Able won by one point. One map was given up.",
  );
  expect(resultSentence(report([match("A"), given, given, match("A"), match("A")]))).toContain(
    "Two maps were given up.",
  );
});

it.each<[string, ReportMatch]>([
  ["a round that is missing", match("A", { rounds: [round(1)] })],
  [
    "a round of which nobody knows how it ended",
    match("A", { rounds: [round(1), round(2, { outcome: "unknown" })] }),
  ],
])("says nothing of the end of the maps with %s", (_, odd) => {
  expect(resultSentence(report([odd]))).toBe("Able won by one point.");
});

it("tells what does not count, and of pauses", () => {
  const odd = match(null, { note: "Round 2 missing" });
  const paused = match("A", { rounds: [round(1, { pauseSeconds: 48 }), round(2)] });
  expect(resultSentence(report([paused, odd]))).toBe(
    "Able won by one point. One map does not count. One pause, 0:48 in all.",
  );
});

const tell = (one: ReportMatch) => dispatches(report([one]))[0]?.text.replaceAll(EMPHASIS, "*");

it.each([
  ["*Able* set 8:20 on supply and held it.", match("A")],
  [
    "*Able* set 8:20 on supply, *Baker* was 1:40 faster.",
    match("B", { result: "time", rounds: [round(1), round(2, { clockSeconds: 400 })] }),
  ],
  [
    "*Able* ran out of time on supply. *Baker* needed 6:40 of the 15:00.",
    match("B", {
      result: "time",
      rounds: [round(1, { outcome: "fullhold" }), round(2, { clockSeconds: 400 })],
    }),
  ],
  [
    "supply: two full holds of 15:00.",
    match("draw", {
      result: "double_fullhold",
      rounds: [round(1, { outcome: "fullhold" }), round(2, { outcome: "fullhold" })],
    }),
  ],
  ["*Able* gave up on supply.", match("B", { result: "surrender", rounds: [round(1, gaveUp)] })],
  [
    "The attack of *Able* on supply ended 6:40 early, and Round 2 was not played.",
    match("B", { result: "surrender", rounds: [round(1, early)] }),
  ],
  [
    "*Able* set 8:20 on supply and held it; Round 2 ended 1:40 early.",
    match("A", {
      result: "surrender",
      rounds: [round(1), round(2, { ...early, clockSeconds: 400 })],
    }),
  ],
  [
    "The attack of *Able* on supply ended 6:40 early. *Baker* needed 6:40 of the 15:00.",
    match("B", { result: "time", rounds: [round(1, early), round(2, { clockSeconds: 400 })] }),
  ],
  [
    "*Able* gave up an attack on supply. *Baker* needed 6:40 of the 15:00.",
    match("B", { result: "time", rounds: [round(1, gaveUp), round(2, { clockSeconds: 400 })] }),
  ],
  [
    "supply: two holds of 15:00, *Able* gave up in Round 1, ended 6:40 early in Round 2.",
    match("draw", {
      result: "double_fullhold",
      rounds: [round(1, gaveUp), round(2, { ...early, timeLimitSeconds: 900 })],
    }),
  ],
  [
    "*Able* set 8:20 on supply, *Baker* was faster.",
    match("B", {
      result: "surrender",
      rounds: [round(1), round(2, { outcome: "surrender", clockSeconds: 400 })],
    }),
  ],
  ["supply does not count: Round 2 missing", match(null, { note: "Round 2 missing" })],
  ["supply does not count.", match(null)],
])("says: %s", (text, one) => {
  expect(tell(one)).toBe(text);
});

it("has the score after each match that counts", () => {
  const all = dispatches(report([...named("A="), match(null), match("B")]));
  expect(all.map(({ score }) => score)).toEqual(["1 : 0", "2 : 1", null, "2 : 2"]);
});

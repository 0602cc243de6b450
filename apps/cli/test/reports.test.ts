import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseStatsFileOrThrow } from "@slomix/stats-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportBytes, reportOf } from "../../../packages/stats-parser/test/support/report-text.ts";
import { slomix } from "./command.ts";

const samples = join(import.meta.dirname, "../../../samples/small/2025-09-12_s01/gamestats");
const folder = mkdtempSync(join(tmpdir(), "slomix-reports-"));

const files = [
  ["2025-09-12-204849-supply-round-1.txt", 1757710126],
  ["2025-09-12-205859-supply-round-2.txt", 1757710736],
] as const;

/** A round of the sample as a league's report tells it. */
function round([name, endUnix]: (typeof files)[number]): object {
  const file = parseStatsFileOrThrow(readFileSync(join(samples, name)), name);
  return reportOf(file, {
    startUnix: endUnix - 600,
    endUnix,
    fixture: "4711",
    alphaName: "^1Red ^7Rats",
    betaName: "blue.",
    alphaSide: file.round === 1 ? 1 : 2,
  });
}

const match = join(folder, "match-4711.json");
const second = join(folder, "4711_a server_supply_round_2_1757710739.json");

beforeAll(() => {
  const [one, two] = files.map(round);
  const broken = { round_info: { mapname: "supply" } };
  const rounds = [one, two, broken].map((data) => ({ round_data: data }));
  writeFileSync(match, reportBytes({ match: { match_id: 4711, rounds } }));
  writeFileSync(second, reportBytes(two as object));
  writeFileSync(
    join(folder, "4711_a server_supply_round_1_1757710129.json"),
    reportBytes(one as object),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("a league's match report", () => {
  test("is answered round by round, what cannot be read too", async () => {
    const { status, out } = await slomix(["parse", match, "--json"]);
    expect(status).toBe(1);
    const answers = lines(out);
    expect(answers.map(({ file, ok }) => [file, ok])).toEqual([
      [`${match}#1`, true],
      [`${match}#2`, true],
      [match, false],
    ]);
    expect(answers[1]).toMatchObject({
      kind: "report",
      value: {
        map: "supply",
        round: 2,
        differential: "applied",
        round1File: "match-4711.json#1",
        endUnix: 1757710736,
        fixture: { id: "4711", alphaSide: 2 },
      },
    });
    expect(answers[2].error.field).toMatch(/^rounds\[2\]\./);
    const own = await slomix(["parse", join(samples, files[1][0]), "--json"]);
    const kills = (list: { guid: string; kills: number }[]) =>
      list.map((player) => `${player.guid} ${player.kills}`).sort();
    expect(kills(answers[1].value.players)).toEqual(kills(lines(own.out)[0].value.players));
  });

  test("is told to people with its fixture and teams", async () => {
    const { out } = await slomix(["parse", match]);
    expect(out).toContain("ended 2025-09-12 20:58:56 UTC");
    expect(out).toContain("Fixture 4711: Red Rats (Allies) against blue.");
    expect(out).toContain("Round 1 taken off: match-4711.json#1");
  });

  test("passes the seven steps as other files do", async () => {
    const { status, out } = await slomix(["trace", match]);
    expect(status).toBe(0);
    expect(out).toMatch(/→ match-4711\.json +report +2 rounds/);
    expect(out).toMatch(/→ match-4711\.json#2 +paired/);
    expect(out).toMatch(/^7 show /m);
  });

  test("names its rounds and its fixture in a session", async () => {
    const data = join(folder, "data");
    await slomix(["import", match, "--data", data]);
    const { out } = await slomix(["session", "last", "--data", data, "--json"]);
    const session = JSON.parse(out);
    expect(session.teams.map(({ name }: { name: string }) => name)).toEqual(["Red Rats", "blue."]);
    expect(session.matches).toMatchObject([
      { round1File: "match-4711.json#1", round2File: "match-4711.json#2", fixture: "4711" },
    ]);
    const people = await slomix(["session", "last", "--data", data]);
    expect(people.out).toContain("League match 4711");
  });
});

test("a report of a Round 2 takes its Round 1 from the report beside it", async () => {
  const { out } = await slomix(["parse", second, "--json"]);
  expect(lines(out)[0].value).toMatchObject({
    differential: "applied",
    round1File: "4711_a server_supply_round_1_1757710129.json",
  });
});

/** Beside the checkout: matches of real players, which are no part of the project. */
const real = join(import.meta.dirname, "../../../../shared/data/real/match-reports");
const told = existsSync(real) ? "" : " (left out: no files in ../shared/data/real)";

describe.runIf(existsSync(real))(`real matches of a league${told}`, () => {
  // Whom the match report calls alpha is known by accounts; one name of it is among the players.
  test.each([
    ["match-90001.json", "pusir", 3, [2, 1]],
    ["match-90002.json", "calevaso", 2, [2, 0]],
  ] as const)(
    "%s: the winner that was published, all line-ups",
    async (name, alpha, maps, score) => {
      const path = join(real, name);
      const published = JSON.parse(readFileSync(path, "utf8")).match.winner;
      const data = join(folder, `data-${name}`);
      await slomix(["import", path, "--data", data]);
      const { out } = await slomix(["session", "last", "--data", data, "--json"]);
      const session = JSON.parse(out);
      expect(session.matches).toHaveLength(maps);
      const won = session.matches.map(({ winner }: { winner: string }) => winner);
      const points = [session.score.teamA, session.score.teamB].sort((a, b) => b - a);
      expect(points).toEqual(score);
      const winner = session.score.teamA > session.score.teamB ? 0 : 1;
      const players = session.matches[0].rounds[0].players as { guid: string; name: string }[];
      const one = players.find((player) => player.name.includes(alpha));
      expect(session.teams[winner].guids.includes(one?.guid)).toBe(published === "alpha");
      expect(won.every((letter: string) => letter === "A" || letter === "B")).toBe(true);
      expect(session.teams.map(({ guids }: { guids: string[] }) => guids.length)).toEqual([6, 6]);
      for (const { rounds } of session.matches)
        for (const { players: lineUp } of rounds) expect(lineUp).toHaveLength(12);
    },
  );
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { jsonLines, samples, slomix } from "./command.ts";
import { matchEnds, matchFiles, matchReport, reportedMatch, roundReport } from "./made-match.ts";

const evening = "small/2025-09-12_s01/gamestats";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slomix-reports-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

const parse = async (...args: string[]) => {
  const ended = await slomix(["parse", "--json", ...args]);
  return { ...ended, answers: jsonLines(ended.out) as unknown as Answer[] };
};

interface Answer {
  file: string;
  kind: string;
  ok: boolean;
  warnings: { code: string }[];
  error?: { code: string };
  value: {
    [key: string]: unknown;
    players: { guid: string; wholeGuid: string | null; kills: number; damageGiven: number }[];
  };
}

describe("parse --json of a league's report", () => {
  test("a line for each round of a match, in the shape of a stats file", async () => {
    const file = write("match-4711.json", matchReport(reportedMatch));
    const { status, answers } = await parse(file);
    expect(status).toBe(0);
    expect(answers.map((answer) => answer.file)).toEqual([`${file}#1`, `${file}#2`]);
    const { answers: stats } = await parse(...matchFiles.map((name) => `${evening}/${name}`));
    for (const [at, answer] of answers.entries()) {
      expect(answer).toMatchObject({ kind: "report", ok: true });
      const { players, ...value } = answer.value;
      const same = stats[at]?.value;
      for (const key of "map round server config defenderSide winnerSide outcome timeLimitSeconds nextTimeLimitSeconds".split(
        " ",
      )) {
        expect(value[key], key).toEqual(same?.[key]);
      }
      const figures = (list: Answer["value"]["players"]) =>
        Object.fromEntries(list.map((p) => [p.guid, [p.kills, p.damageGiven]]));
      expect(figures(players)).toEqual(figures(same?.players ?? []));
      for (const { guid, wholeGuid } of players) expect(wholeGuid).toBe(guid.padEnd(32, "0"));
    }
    expect(answers.map(({ value }) => value)).toMatchObject([
      {
        differential: "none",
        round1File: null,
        endUnix: matchEnds[0],
        startUnix: matchEnds[0] - 640,
        events: null,
        fixture: { id: "4711", alphaName: "^1Red ^7Herons", betaName: "Blue Otters", alphaSide: 1 },
      },
      { differential: "applied", round1File: "match-4711.json#1", fixture: { winner: "alpha" } },
    ]);
  });

  test("a round that cannot be read is a line with its place, and the others are there", async () => {
    const [first = {}, second = {}] = reportedMatch;
    const file = write("match-4711.json", matchReport([first, { round_info: {} }, second]));
    const { status, answers } = await parse(file);
    expect(status).toBe(1);
    expect(answers.map(({ file: name, ok }) => [name, ok])).toEqual([
      [`${file}#1`, true],
      [`${file}#3`, true],
      [`${file}#2`, false],
    ]);
    expect(answers[1]?.value).toMatchObject({ round1File: "match-4711.json#1" });
    expect(answers[2]).toMatchObject({
      kind: "report",
      error: { field: expect.stringMatching(/^rounds\[1\]/) },
    });
  });

  test("a round that a report tells twice has a line each time", async () => {
    const [first = {}, second = {}] = reportedMatch;
    const file = write("match-4711.json", matchReport([first, first, second]));
    const { status, answers } = await parse(file);
    expect(status).toBe(0);
    expect(answers.map((answer) => answer.file)).toEqual([`${file}#1`, `${file}#2`, `${file}#3`]);
    expect(answers[0]?.value.players).toEqual(answers[1]?.value.players);
  });

  test("a round report alone finds its Round 1 beside it, by its name", async () => {
    const names = [1, 2].map((number) => `4711_server_supply_round_${number}_`);
    const [one, two] = names.map((name, at) => `${name}${(matchEnds[at] ?? 0) + 3}.json`);
    const file = write(two ?? "", roundReport(2));
    const orphan = await parse(file);
    expect(orphan.answers).toMatchObject([
      { file, value: { differential: "orphan", round1File: null } },
    ]);
    write(one ?? "", roundReport(1));
    const { answers } = await parse(file);
    expect(answers).toMatchObject([
      { file, warnings: [], value: { differential: "applied", round1File: one } },
    ]);
  });

  test("a report with a log says how much it tells", async () => {
    const golden = join(samples, "../packages/stats-parser/test/golden/report-2x");
    const name = "stats-70003-2026-04-10-194751-sw_goldrush_te-round-1.json";
    const { answers } = await parse(join(golden, name));
    expect(answers).toMatchObject([
      { value: { events: { kills: 7, objectives: 5, revives: 1 }, fixture: { id: "70003" } } },
    ]);
  });

  test("what is no report inside is refused as a whole", async () => {
    const file = write("match-1.json", matchReport([{ round_info: {} }]));
    const { status, answers } = await parse(file);
    expect(status).toBe(1);
    expect(answers).toMatchObject([{ file, kind: "report", ok: false }]);
  });
});

test("a match report for people: the match, then its rounds", async () => {
  const [first = {}, second = {}] = reportedMatch;
  write("match-4711.json", matchReport([first, second, { round_info: { round: 7 } }]));
  const { status, out } = await slomix(["parse", "match-4711.json"], { cwd: folder });
  expect(status).toBe(1);
  await expect(out).toMatchFileSnapshot("golden/parse-for-people/match-report.txt");
});

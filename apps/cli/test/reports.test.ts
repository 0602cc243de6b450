import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
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

describe("trace of a league's report", () => {
  const traced = async (file: string, ...args: string[]) => {
    const { status, out } = await slomix(["trace", ...args, file], { cwd: folder });
    expect(status).toBe(0);
    return out;
  };
  const stepsOf = async (file: string) => {
    const { steps } = JSON.parse(await traced(file, "--json"));
    return Object.fromEntries(
      steps.map(({ step, value }: { step: string; value: unknown }) => [step, value]),
    );
  };
  const names = (download: { name: string }[]) => download.map(({ name }) => name);

  test("all seven steps, its rounds by their names", async () => {
    write("match-4711.json", matchReport(reportedMatch));
    const steps = await stepsOf("match-4711.json");
    expect(steps["pair"].pairing.rounds).toMatchObject([
      { key: "match-4711.json#1", state: "paired" },
      { key: "match-4711.json#2", state: "paired", stats: { differential: "applied" } },
    ]);
    expect(steps["store"].rows).toMatchObject({ rounds: 2, player_comprehensive_stats: 12 });
    expect(steps["show"].matches).toMatchObject([
      { round1File: "match-4711.json#1", round2File: "match-4711.json#2", fixture: "4711" },
    ]);
    const out = await traced("match-4711.json");
    expect(out).toContain("match-4711.json#2: supply Round 2, 6 player lines, defenders Axis");
    expect(out).toMatch(/→ match-4711\.json#1 +paired/);
    expect(out).toMatch(/Round 2 file, cumulative +\d+/);
    expect(out).toContain("Red Herons");
  });

  test("with the stats files of the same rounds beside it", async () => {
    write("match-4711.json", matchReport(reportedMatch));
    for (const name of matchFiles) copyFileSync(join(samples, evening, name), join(folder, name));
    const steps = await stepsOf("match-4711.json");
    expect(names(steps["download"])).toEqual([...matchFiles, "match-4711.json"]);
    expect(steps["pair"].pairing.rounds).toMatchObject(
      matchFiles.map((key, at) => ({ key, report: { name: `match-4711.json#${at + 1}` } })),
    );
    expect(steps["store"].rows).toMatchObject({ rounds: 2, processed_files: 3 });
    expect(await traced("match-4711.json")).toMatch(
      /→ 2025-09-12-204849-supply-round-1\.txt +paired/,
    );
  });

  test("a round report and a stats file find the round reports of their match", async () => {
    const reports = [1, 2].map(
      (number) => `4711_server_supply_round_${number}_${(matchEnds[number - 1] ?? 0) + 3}.json`,
    );
    for (const [at, name] of reports.entries()) write(name, roundReport(at === 0 ? 1 : 2));
    expect(names((await stepsOf(reports[1] ?? ""))["download"])).toEqual(reports);
    const [first] = matchFiles;
    copyFileSync(join(samples, evening, first), join(folder, first));
    expect(names((await stepsOf(first))["download"])).toEqual([first, ...reports]);
  });

  test("what its log tells is counted among the rows", async () => {
    const golden = join(samples, "../packages/stats-parser/test/golden/report-2x");
    const name = "stats-70003-2026-04-10-194751-sw_goldrush_te-round-1.json";
    copyFileSync(join(golden, name), join(folder, name));
    const steps = await stepsOf(name);
    expect(steps["store"].rows).toMatchObject({ round_kills: 7, round_objective_events: 5 });
  });
});

test("imported, a reported match is shown, validated and written out like any other", async () => {
  write("match-4711.json", matchReport(reportedMatch));
  const run = async (...args: string[]) => {
    const ended = await slomix([...args, "--data", "data"], { cwd: folder });
    expect(ended).toMatchObject({ status: 0, err: "" });
    return ended.out;
  };
  expect(JSON.parse(await run("import", "match-4711.json", "--json"))).toMatchObject({
    imported: 1,
    failures: [],
    kinds: { report: 1 },
  });
  const session = JSON.parse(await run("session", "last", "--json"));
  expect(session).toMatchObject({
    teamNames: expect.arrayContaining(["Red Herons", "Blue Otters"]),
    matches: [
      {
        map: "supply",
        fixture: "4711",
        round1File: "match-4711.json#1",
        round2File: "match-4711.json#2",
        result: "time",
        rounds: [
          { round: 1, file: "match-4711.json#1", durationSeconds: 638 },
          { round: 2, file: "match-4711.json#2", durationSeconds: 505 },
        ],
      },
    ],
  });
  expect(await run("session", "last")).toContain("League match 4711");
  const [row] = JSON.parse(await run("sessions", "--json"));
  expect(row).toMatchObject({ rounds: 2, players: 6, maps: ["supply"] });
  expect(await run("doctor")).toContain("2 rounds, 2 of them count, 1 session");
  expect(await run("db", "validate")).toContain("No contradictions");

  await run("export", "out");
  const matches = readFileSync(join(folder, "out/matches.csv"), "utf8");
  expect(matches).toContain("match-4711.json#1");
  expect(readdirSync(join(folder, "out/files"))).toEqual(["match-4711.json"]);
  const again = await slomix(["import", "out/files", "--data", "again"], { cwd: folder });
  expect(again.status).toBe(0);
  const { out } = await slomix(["session", "last", "--json", "--data", "again"], { cwd: folder });
  expect(JSON.parse(out)).toEqual(session);
}, 60_000);

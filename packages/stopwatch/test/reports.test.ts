import {
  parseReportOrThrow,
  type RoundReport,
  type RoundTelemetry,
  type StatsFile,
} from "@slomix/stats-parser";
import { describe, expect, test } from "vitest";
import { reportBytes, reportOf } from "../../stats-parser/test/support/report-text.ts";
import { listed } from "../src/identity.ts";
import {
  defaultSettings,
  pairRounds,
  type StopwatchSettings,
  scoreSessions,
} from "../src/index.ts";
import { edgeCase, season } from "./samples.ts";

const settings: StopwatchSettings = { ...defaultSettings, serverZone: "UTC" };

interface Round {
  readonly file: StatsFile;
  readonly telemetry: RoundTelemetry;
}

/** The rounds of an evening that have both a stats file and a webhook. */
function roundsOf(stats: readonly StatsFile[], webhooks: readonly RoundTelemetry[]): Round[] {
  const { rounds } = pairRounds({ stats, telemetry: webhooks }, settings);
  return rounds.flatMap(({ file, telemetry, state }) =>
    file && telemetry && state !== "aborted" ? [{ file, telemetry }] : [],
  );
}

/** Whole GUIDs of all who were there at the end of one of these rounds. */
const guidsOf = (rounds: readonly Round[]) =>
  new Map(
    rounds.flatMap(({ telemetry }) =>
      listed(telemetry).map(({ guid }) => [guid.slice(0, 8), guid] as const),
    ),
  );

const words = ({ telemetry }: Round, guids: ReadonlyMap<string, string>) => ({
  startUnix: telemetry.startUnix,
  endUnix: telemetry.endUnix,
  fixture: "4711",
  guids,
});

/** A match report of these rounds. */
function matchReport(name: string, rounds: readonly Round[]): readonly RoundReport[] {
  const guids = guidsOf(rounds);
  const match = {
    match_id: 4711,
    rounds: rounds.map((round) => ({ round_data: reportOf(round.file, words(round, guids)) })),
  };
  return parseReportOrThrow(reportBytes({ match }), name).rounds;
}

const evening = season().find(({ name }) => name.endsWith("_s40"));
const { stats, webhooks } = evening as NonNullable<typeof evening>;
const rounds = roundsOf(stats, webhooks);
const reports = matchReport("match-4711.json", rounds);

describe("a league's report beside stats files", () => {
  test("is the round of its stats file, and changes no number of it", () => {
    const alone = pairRounds({ stats, telemetry: webhooks }, settings).rounds;
    const both = pairRounds({ stats, telemetry: webhooks, reports }, settings).rounds;
    expect(both.map(({ key }) => key)).toEqual(alone.map(({ key }) => key));
    expect(both.filter(({ report }) => report !== null)).toHaveLength(rounds.length);
    both.forEach((round, index) => {
      expect(round.stats.players).toEqual(alone[index]?.stats.players);
      expect(round.warnings).toEqual(alone[index]?.warnings);
    });
  });

  test("gives the round its end and its whole GUIDs where no webhook came", () => {
    const { rounds: found } = pairRounds({ stats, telemetry: [], reports }, settings);
    const ends = new Map(rounds.map(({ file, telemetry }) => [file.name, telemetry.endUnix]));
    for (const round of found) {
      if (!ends.has(round.key)) continue;
      expect(round.endMs).toBe((ends.get(round.key) ?? 0) * 1000);
      expect(listed(round.telemetry).every(({ guid }) => guid.length === 32)).toBe(true);
    }
  });

  test("tells the zone of the server's clock where nobody set it", () => {
    const local = edgeCase("local_time_names");
    const sent = pairRounds({ stats: local.stats, telemetry: local.webhooks }, defaultSettings);
    const told = matchReport(
      "local.json",
      sent.rounds.flatMap(({ file, telemetry }) =>
        file && telemetry ? [{ file, telemetry }] : [],
      ),
    );
    const heard = pairRounds({ stats: local.stats, telemetry: [], reports: told }, defaultSettings);
    expect(heard.zone).toEqual(sent.zone);
    expect(heard.zone.offsetMinutes).not.toBe(0);
    expect(heard.rounds.map(({ key }) => key)).toEqual(sent.rounds.map(({ key }) => key));
  });

  test("that disagrees with the stats file is warned of, and the stats file's numbers stay", () => {
    const [round] = rounds as [Round];
    const [line, ...others] = round.file.lines;
    const gibs = [...(line?.tab ?? [])];
    gibs[4] = (gibs[4] ?? 0) + 3;
    const file = { ...round.file, lines: [{ ...line, tab: gibs }, ...others] } as StatsFile;
    const told = matchReport("other.json", [{ ...round, file }]);
    const found = pairRounds({ stats, telemetry: webhooks, reports: told }, settings).rounds;
    const warned = found.filter(({ warnings }) =>
      warnings.some((w) => w.code === "report_differs"),
    );
    expect(warned.map(({ key }) => key)).toEqual([round.file.name]);
    expect(warned[0]?.warnings.at(-1)?.message).toContain(`${line?.name}: gibs`);
    expect(warned[0]?.stats.players.find(({ guid }) => guid === line?.guid)?.gibs).toBe(
      line?.tab?.[4],
    );
  });

  test("of other people at the same time is a round of its own", () => {
    const [round] = rounds as [Round];
    const lines = round.file.lines.map((line) => ({
      ...line,
      guid: line.guid.split("").reverse().join(""),
    }));
    const told = matchReport("elsewhere.json", [{ ...round, file: { ...round.file, lines } }]);
    const found = pairRounds({ stats, telemetry: webhooks, reports: told }, settings).rounds;
    expect(found.filter(({ key }) => key === "elsewhere.json")).toHaveLength(1);
    expect(found.find(({ key }) => key === round.file.name)?.report).toBeNull();
  });
});

describe("a league's report without stats files", () => {
  const paired = pairRounds({ stats: [], telemetry: [], reports }, settings).rounds;

  test("makes the same pairs, winners and teams as the stats files", () => {
    const want = pairRounds({ stats, telemetry: webhooks }, settings).rounds;
    const play = ({ map, number, endMs, state }: (typeof paired)[number]) =>
      `${map} ${number} ${Math.round(endMs / 1000)} ${state}`;
    expect(paired.map(play)).toEqual(want.filter(({ file }) => file).map(play));
    const results = (list: typeof paired) =>
      scoreSessions(list, settings).sessions.map(({ matches, score, teams }) => ({
        score,
        rosters: teams.map(({ guids }) => guids),
        matches: matches.map(({ map, winner }) => [map, winner]),
      }));
    expect(results(paired)).toEqual(results([...want]));
  });

  test("is named by its file and place, and by the stamp that the server's clock showed", () => {
    expect(paired[0]?.key).toBe("match-4711.json#1");
    const stamps = rounds.map(({ file }) => file.stamp?.date);
    expect(paired.map(({ date }) => date)).toEqual(stamps);
    expect(paired[1]?.stats.round1File).toBe("match-4711.json#1");
  });

  test("has Round 1 taken off Round 2, and says nothing of what it does not hold", () => {
    const want = new Map(
      pairRounds({ stats, telemetry: webhooks }, settings).rounds.map((r) => [
        `${r.map} ${Math.round(r.endMs / 1000)}`,
        r.stats.players,
      ]),
    );
    for (const round of paired) {
      const players = want.get(`${round.map} ${Math.round(round.endMs / 1000)}`) ?? [];
      for (const { guid, kills, deaths, damageGiven, shots, flags } of players) {
        if (flags.some((flag) => flag.startsWith("counter_reset"))) continue;
        const told = round.stats.players.find((player) => player.guid === guid);
        expect(told).toMatchObject({ kills, deaths, damageGiven, shots, revivesGiven: null });
      }
    }
  });

  test("does not depend on the order in which it comes, nor on coming twice", () => {
    const again = [...reports].reverse();
    const twice = [...reports, ...matchReport("z-again.json", rounds)];
    for (const list of [again, twice])
      expect(pairRounds({ stats: [], telemetry: [], reports: list }, settings).rounds).toEqual(
        paired,
      );
  });

  test("names the teams by the sides on which they stood", () => {
    const [one, two] = rounds as [Round, Round];
    const told = [one, two].flatMap((round, index) => {
      const report = reportOf(round.file, {
        ...words(round, guidsOf([one, two])),
        alphaName: "^1Red ^7Rats",
        betaName: "^4blue.",
        alphaSide: index === 0 ? 1 : 2,
      });
      return parseReportOrThrow(reportBytes(report), `round-${index}.json`).rounds;
    });
    const found = pairRounds({ stats: [], telemetry: [], reports: told }, settings).rounds;
    const [session] = scoreSessions(found, settings).sessions;
    expect(session?.teams.map(({ name }) => name)).toEqual(["Red Rats", "blue."]);
    expect(session?.matches[0]?.fixture).toBe("4711");
  });
});

test("reports, stats files and webhooks of some rounds each make one evening", () => {
  const some = <T>(list: readonly T[], rest: number) => list.filter((_, i) => i % 3 !== rest);
  const mixed = pairRounds(
    {
      stats: some(stats, 0),
      telemetry: some(webhooks, 1),
      reports: some(reports, 2),
    },
    settings,
  );
  const keys = mixed.rounds.map(({ map, number, endMs }) => `${map} ${number} ${endMs}`);
  expect(new Set(keys).size).toBe(keys.length);
  const whole = pairRounds({ stats, telemetry: webhooks }, settings).rounds;
  expect(mixed.rounds.length).toBeLessThanOrEqual(whole.length);
});

test("a round that ended early is told by its level time", () => {
  const { stats: files, webhooks: sent } = edgeCase("surrender_r2");
  const told = roundsOf(files, sent);
  const last = told.at(-1) as Round;
  const found = pairRounds(
    { stats: [], telemetry: [], reports: matchReport("early.json", told) },
    settings,
  ).rounds;
  const length = last.telemetry.endUnix - (last.telemetry.startUnix ?? 0);
  expect(found.at(-1)?.stats).toMatchObject({
    durationSeconds: length,
    durationSource: "report",
    fullTimeUsed: false,
  });
});

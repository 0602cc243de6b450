import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseReportOrThrow, type RoundReport } from "@slomix/stats-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jsonLines, slomix } from "./command.ts";

const reports = resolve(import.meta.dirname, "../../../../shared/data/real/match-reports");
const isThere = existsSync(join(reports, "match-90001.json"));

interface Round {
  file: string;
  attackers: "A" | "B";
  players: { guid: string; side: number | null }[];
}

interface Session {
  id: number;
  teams: { slot: "A" | "B"; guids: string[]; names: string[] }[];
  score: { teamA: number; teamB: number; draws: number };
  matches: {
    map: string;
    fixture: string;
    round1File: string;
    round2File: string;
    winner: string;
    result: string;
    rounds: Round[];
  }[];
}

describe.skipIf(!isThere)(
  `matches as a real league reports them${isThere ? "" : " (left out: ../shared/data/real/match-reports is not here)"}`,
  () => {
    let folder = "";
    const sessions = new Map<string, Session>();
    const data = () => ["--data", join(folder, "data")];

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "slomix-real-reports-"));
      const imported = await slomix(["import", reports, "--json", ...data()]);
      expect(JSON.parse(imported.out)).toMatchObject({ quarantined: 0, orphans: 0, failures: [] });
      const list = JSON.parse((await slomix(["sessions", "--json", ...data()])).out);
      for (const { id } of list) {
        const { out } = await slomix(["session", String(id), "--json", ...data()]);
        const session: Session = JSON.parse(out);
        sessions.set(session.matches[0]?.fixture ?? "", session);
      }
    }, 120_000);
    afterAll(() => rmSync(folder, { recursive: true }));

    // The league publishes who won (`match.winner`); the maps are by the headers, by hand.
    const maps90001 = [
      ["supply", "alpha", "time"],
      ["bremen_b3", "beta", "time"],
      ["adlernest", "alpha", "time"],
    ];
    const maps90002 = [
      ["adlernest", "alpha", "time"],
      ["missile_b3", "alpha", "held"],
    ];

    test.each([
      ["90001", maps90001],
      ["90002", maps90002],
    ])("%s: won by whom the league says, map by map", (id, maps) => {
      const { teams, score, matches } = sessions.get(id) as Session;
      const alpha = alphaOf(id, teams);
      const name = (letter: string) => (letter === alpha ? "alpha" : "beta");
      expect(matches.map(({ map, winner, result }) => [map, name(winner), result])).toEqual(maps);
      const won = (team: string) => maps.filter(([, winner]) => winner === team).length;
      const { teamA, teamB, draws } = score;
      const [own, other] = alpha === "A" ? [teamA, teamB] : [teamB, teamA];
      expect([own, other, draws]).toEqual([won("alpha"), won("beta"), 0]);
      const [first] = reportOf(id);
      const published = first?.fixture?.winner;
      expect(own > other ? "alpha" : "beta").toBe(published);
    });

    test.each(["90001", "90002"])("%s: every line-up is the report's", (id) => {
      const { teams, matches } = sessions.get(id) as Session;
      const told = reportOf(id);
      const rounds = matches.flatMap((match) => match.rounds);
      expect(rounds.map(({ file }) => file)).toEqual(told.map(({ name }) => name));
      const sorted = (guids: string[]) => guids.map((guid) => guid.slice(0, 8)).sort();
      const rosters = teams.map(({ guids }) => sorted(guids));
      for (const [at, { players }] of rounds.entries()) {
        const telemetry = told[at]?.telemetry;
        const sides = [1, 2].map((side) =>
          sorted(players.flatMap((player) => (player.side === side ? [player.guid] : []))),
        );
        expect(sides).toEqual(
          [telemetry?.axis, telemetry?.allies].map((list) =>
            sorted((list ?? []).map(({ guid }) => guid)),
          ),
        );
        expect(sides.map(({ length }) => length)).toEqual([6, 6]);
        expect(rosters).toEqual(expect.arrayContaining(sides));
      }
      for (const [at, match] of matches.entries()) {
        const file = `match-${id}.json#`;
        expect(match.round1File).toBe(`${file}${2 * at + 1}`);
        expect(match.round2File).toBe(`${file}${2 * at + 2}`);
      }
    });

    test("nothing contradicts anything, and people are told the match", async () => {
      const { out } = await slomix(["db", "validate", ...data()]);
      expect(out).toContain("No contradictions");
      for (const [id, { id: number }] of sessions) {
        const { out: shown } = await slomix(["session", String(number), ...data()]);
        expect(shown).toContain(`League match ${id}`);
      }
    }, 120_000);

    test("parse and trace read each of its rounds", async () => {
      const file = join(reports, "match-90001.json");
      const { status, out } = await slomix(["parse", "--json", file]);
      expect(status).toBe(0);
      const answers = jsonLines(out) as unknown as {
        file: string;
        ok: boolean;
        value: { players: { wholeGuid: string | null }[]; round1File: string | null };
      }[];
      expect(answers.map(({ file: name }) => name)).toEqual(
        [1, 2, 3, 4, 5, 6].map((place) => `${file}#${place}`),
      );
      expect(answers.map(({ value }) => value.round1File)).toEqual(
        [1, 3, 5].flatMap((place) => [null, `match-90001.json#${place}`]),
      );
      for (const { value } of answers) {
        expect(value.players).toHaveLength(12);
        for (const { wholeGuid } of value.players) expect(wholeGuid).toHaveLength(32);
      }
      const traced = JSON.parse((await slomix(["trace", "--json", file])).out);
      expect(traced.steps.at(-1).value.matches).toHaveLength(3);
    }, 120_000);
  },
);

/** The rounds of a match report, in order of play. */
function reportOf(id: string): readonly RoundReport[] {
  const name = `match-${id}.json`;
  return parseReportOrThrow(new Uint8Array(readFileSync(join(reports, name))), name).rounds;
}

/** The team in which more players are called as the league calls those of alpha. */
function alphaOf(id: string, teams: Session["teams"]): string | undefined {
  const { match } = JSON.parse(readFileSync(join(reports, `match-${id}.json`), "utf8"));
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  const nicks: string[] = match.alpha_team.map(({ nick }: { nick: string }) => plain(nick));
  const known = ({ names }: { names: string[] }) =>
    names.filter((name) => nicks.some((nick) => nick.length > 3 && plain(name).includes(nick)));
  const [a = 0, b = 0] = teams.map((team) => known(team).length);
  expect(a).not.toBe(b);
  return teams[a > b ? 0 : 1]?.slot;
}

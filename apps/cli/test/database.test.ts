import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Database, sessionReport } from "@slomix/db";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ended, person, type Setting, samples, slomix } from "./command.ts";

/**
 * One embedded database, filled by a real run and then held open for all tests below, in their
 * order: opening it anew for each command would take most of the time.
 */
const folder = mkdtempSync(join(tmpdir(), "slomix-cli-"));
const data = join(folder, "data");
let shared: Database;
const ask = (setting: Setting, ...args: string[]) =>
  slomix([...args, "--data", data], {
    connect: async () => ({ ...shared, close: async () => {} }),
    ...setting,
  });
/** A run that is stopped as soon as it has said that it can be. */
const briefly = (...args: string[]) => {
  const stop = new AbortController();
  const onOut = (text: string) => /Ctrl-C/.test(text) && stop.abort();
  return ask({ stop: stop.signal, onOut }, ...args);
};
const run = (...args: string[]) => ask({}, ...args);
const json = async (...args: string[]) => {
  const ended = await run(...args, "--json");
  expect(ended.err, args.join(" ")).not.toMatch(/slomix: /);
  return JSON.parse(ended.out);
};
let first: Ended;

beforeAll(async () => {
  first = await slomix(["import", "small", "--data", data, "--json"]);
  shared = await connect(data);
}, 60_000);
afterAll(async () => {
  await shared.close();
  rmSync(folder, { recursive: true });
});

describe("import", () => {
  test("counts, and nothing else on stdout", () => {
    expect(first.status).toBe(0);
    const summary = JSON.parse(first.out);
    expect(summary).toEqual({
      files: 55,
      imported: 52,
      duplicates: 0,
      quarantined: 0,
      orphans: 0,
      warned: expect.any(Number),
      skipped: 3,
      kinds: expect.objectContaining({ demo: 0, archive: 0 }),
      seconds: expect.any(Number),
      failures: [],
      stopped: false,
    });
    expect(existsSync(join(data, "quarantine"))).toBe(false);
  });

  test("the same again changes nothing", async () => {
    expect(await json("import", "small")).toMatchObject({
      imported: 0,
      duplicates: 52,
      skipped: 3,
    });
  });

  test("refused files are named with their line and kept aside with the reason", async () => {
    const damaged = join(folder, "damaged");
    mkdirSync(damaged);
    writeFileSync(join(damaged, "2025-10-10-200000-supply-round-1.txt"), "a\\b\n");
    writeFileSync(join(damaged, "2025-10-10-200100-supply-round-1.txt"), "");
    mkdirSync(join(damaged, "2025-10-10-200200-supply-round-1.txt"));
    const { status, out } = await run("import", damaged, join(folder, "missing"));
    expect(status).toBe(1);
    expect(out).toMatch(/^4 files in /);
    expect(out).toMatch(/ 2 refused; copies in /);
    expect(out).toMatch(/ 2 could not be read/);
    expect(out).toContain(
      `${damaged}/2025-10-10-200000-supply-round-1.txt:1: expected at least 8 fields between backslashes (bad_header)`,
    );
    expect(out).toMatch(/200200-supply-round-1\.txt: a folder, not a file \(not_a_file\)/);
    expect(out).toMatch(/missing: no such file or folder \(not_found\)/);
    const kept = join(data, "quarantine");
    expect(readdirSync(kept).sort()).toEqual([
      "2025-10-10-200000-supply-round-1.txt",
      "2025-10-10-200000-supply-round-1.txt.reason.txt",
      "2025-10-10-200100-supply-round-1.txt",
      "2025-10-10-200100-supply-round-1.txt.reason.txt",
    ]);
    expect(
      readFileSync(join(kept, "2025-10-10-200000-supply-round-1.txt.reason.txt"), "utf8"),
    ).toBe("bad_header, line 1\nexpected at least 8 fields between backslashes\n");
  });

  test("somebody who stops it gets what is in, and hears of the rest", async () => {
    const stop = new AbortController();
    stop.abort();
    const { status, out } = await ask({ stop: stop.signal }, "import", "small");
    expect(status).toBe(1);
    expect(out).toMatch(/Stopped. Run the same command again for the rest\.\n$/);
  });
});

describe("sessions and session", () => {
  test("the list, newest first", async () => {
    const list = await json("sessions");
    expect(list.length).toBeGreaterThanOrEqual(2);
    for (const session of list) {
      expect(session).toMatchObject({
        id: expect.any(Number),
        start: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        end: expect.stringMatching(/Z$/),
        rounds: expect.any(Number),
        players: expect.any(Number),
        score: { teamA: expect.any(Number), teamB: expect.any(Number), draws: expect.any(Number) },
      });
    }
    const starts = list.map((session: { start: string }) => session.start);
    expect(starts).toEqual([...starts].sort().reverse());
    expect(await json("sessions", "--limit", "1")).toEqual(list.slice(0, 1));
  });

  test("one session with matches, rounds and players as parse has them", async () => {
    const list: { id: number; start: string }[] = await json("sessions");
    const id = list.find(({ start }) => start.startsWith("2025-09-12"))?.id;
    const session = await json("session", String(id));
    expect(session.teams).toHaveLength(2);
    expect(session.teams[0]).toMatchObject({ name: expect.any(String), guids: expect.any(Array) });
    expect(session.matches).toHaveLength(3);
    const supply = session.matches[2];
    expect(supply).toMatchObject({
      map: "supply",
      round1File: "2025-09-12-204849-supply-round-1.txt",
      round2File: "2025-09-12-205859-supply-round-2.txt",
      winner: expect.stringMatching(/^[AB]$/),
      result: "time",
      rounds: [
        { round: 1, outcome: "completed", valid: true, durationSource: "header" },
        { round: 2, durationSeconds: 505.8, attackers: supply.winner },
      ],
    });
    const parsed = await slomix([
      "parse",
      "--json",
      "small/2025-09-12_s01/gamestats/2025-09-12-205859-supply-round-2.txt",
    ]);
    const own = JSON.parse(parsed.out).value.players;
    const shown = supply.rounds[1].players;
    expect(shown).toHaveLength(own.length);
    for (const { rawTab: _, ...player } of own) {
      const twin = shown.find((one: { guid: string }) => one.guid === player.guid);
      expect(twin).toMatchObject(player);
    }
  });

  test("last is the newest; what is not there is said", async () => {
    const [newest] = await json("sessions");
    expect((await json("session", "last")).id).toBe(newest.id);
    const none = await run("session", "999999");
    expect(none).toEqual({ status: 1, out: "", err: "slomix: there is no session 999999\n" });
  });

  test("for people", async () => {
    const list: { id: number; start: string }[] = await json("sessions");
    const id = String(list.find(({ start }) => start.startsWith("2025-12-05"))?.id);
    const zone = ["--server-zone", "Europe/Ljubljana"];
    const wide = await ask({ columns: 140, env: { NO_COLOR: "1" } }, "session", id, ...zone);
    await expect(wide.out.replace(`Session ${id}`, "Session N")).toMatchFileSnapshot(
      "golden/session-for-people/at-140-columns.txt",
    );
    const narrow = await ask({ columns: 80, env: { NO_COLOR: "1" } }, "session", id);
    await expect(narrow.out.replace(`Session ${id}`, "Session N")).toMatchFileSnapshot(
      "golden/session-for-people/at-80-columns.txt",
    );
    for (const line of narrow.out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    const sessions = await ask({ columns: 80, env: { NO_COLOR: "1" } }, "sessions");
    for (const line of sessions.out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });
});

test("a session has everybody's accuracy as the page has it: of accuracy weapons", async () => {
  const { out } = await ask({ columns: 140, env: { NO_COLOR: "1" } }, "session", "last");
  const report = await sessionReport(shared, "last");
  expect(report?.sessionPlayers.length).toBeGreaterThan(3);
  for (const { name, accuracy } of report?.sessionPlayers ?? []) {
    const line = out
      .split("\n")
      .find((row) => row.includes(` ${name} `) && / {2}\d+:\d\d$/.test(row));
    expect(line, name).toContain(` ${accuracy.toFixed(1)} `);
  }
});

describe("player and leaderboard", () => {
  test("a player by name, part of a name and GUID", async () => {
    const byName = await json("player", "grimpickle");
    expect(byName).toMatchObject({
      name: "Grimpickle",
      guid: expect.stringMatching(/^[0-9A-F]{8}$/),
    });
    expect(byName.totals.rounds).toBeGreaterThan(0);
    expect(await json("player", "rimpick")).toEqual(byName);
    expect(await json("player", byName.guid.toLowerCase())).toEqual(byName);
    const people = await ask({ columns: 80, env: { NO_COLOR: "1" } }, "player", "Grimpickle");
    expect(people.out).toMatch(/^Grimpickle {2}/);
    for (const line of people.out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("nobody, and too many", async () => {
    expect(await run("player", "nobody-at-all")).toEqual({
      status: 1,
      out: "",
      err: "slomix: nobody is called “nobody-at-all”\n",
    });
    const many = await run("player", "i");
    expect({ status: many.status, out: many.out }).toEqual({ status: 1, out: "" });
    expect(many.err).toMatch(/^GUID +Name +Found +Last seen\n/);
    expect(many.err).toMatch(/\nslomix: several players fit “i”; give the GUID\n$/);
  });

  test.each(["kd", "dpm", "kills", "accuracy", "damage"])("leaderboard %s", async (metric) => {
    const board = await json("leaderboard", metric, "--min-rounds", "1", "--limit", "3");
    expect(board).toMatchObject({ metric });
    expect(board.minimum[0]).toEqual({ sum: "rounds", label: "rounds", least: 1 });
    const values = board.rows.map((row: { value: number }) => row.value);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    const { status, out } = await run("leaderboard", metric, "--min-rounds", "1");
    expect(status).toBe(0);
    expect(out).toMatch(/\n#? *1? /);
  });
});

describe("db", () => {
  test("query reads, as a table and as JSON", async () => {
    const sql =
      "select round_number, count(*) as n, null as nothing from rounds group by 1 order by 1";
    expect(await json("db", "query", sql)).toEqual([
      { round_number: 1, n: 7, nothing: null },
      { round_number: 2, n: 6, nothing: null },
    ]);
    const { out } = await run("db", "query", sql);
    expect(out).toBe(
      [
        "round_number  n  nothing",
        "────────────────────────",
        "           1  7",
        "           2  6",
        "2 rows",
        "",
      ].join("\n"),
    );
  });

  test.each([
    "delete from rounds",
    "with gone as (delete from rounds returning 1) select * from gone",
    "select 1; delete from rounds",
    "select nextval('gaming_session_ids')",
    "selec 1",
    "",
  ])("query refuses %s", async (sql) => {
    const { status, out, err } = await run("db", "query", sql);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toMatch(/^slomix: ./);
    expect(err).not.toMatch(/a fault in slomix/);
  });

  test("validate finds no contradiction", async () => {
    const report = await json("db", "validate");
    expect(report.errors).toEqual([]);
    expect(report.counts.rounds).toBe(13);
    const { status, out } = await run("db", "validate");
    expect(status).toBe(0);
    expect(out).toMatch(/^Rounds from 2025-09-12 to 2026-01-20\.\n/);
  });

  test.each([["create"], ["rebuild"], ["fix-range", "2025-09-12", "2025-09-12"]])(
    "db %s asks; where nobody can be asked it refuses",
    async (...args) => {
      const { status, out, err } = await run("db", ...args);
      expect({ status, out }).toEqual({ status: 2, out: "" });
      expect(err).toMatch(/nobody can be asked here; --yes/);
      const no = await ask({ ask: person(args[0] === "create" ? "yes" : false) }, "db", ...args);
      expect(no).toMatchObject({ status: 1, out: "" });
      expect(no.err).toMatch(/^slomix: nothing was changed\n$/);
      expect(await json("sessions")).not.toEqual([]);
    },
  );

  test("validate finds what somebody changed by hand, rebuild repairs it, from the ledger and from files", async () => {
    const before = await json("sessions");
    await shared.query("update player_comprehensive_stats set kills = kills + 1 where id = 1");
    const changed = await run("db", "validate");
    expect(changed.status).toBe(1);
    expect(changed.out).toMatch(/\n\d+ errors?:\n/);
    const ledger = await ask({ ask: person(true) }, "db", "rebuild", "--json");
    expect(ledger.err).toMatch(/backed up .* rows .* to .*before-rebuild-/);
    expect(JSON.parse(ledger.out)).toMatchObject({ rounds: 13, validation: { errors: [] } });
    expect(await json("sessions")).toEqual(before);
    const files = await run("db", "rebuild", "--from", "small", "--yes", "--json");
    expect(JSON.parse(files.out)).toMatchObject({ rounds: 13, validation: { errors: [] } });
    expect(await json("sessions")).toEqual(before);
  });

  test("a wrong path for rebuild empties nothing", async () => {
    const empty = join(folder, "empty");
    mkdirSync(empty);
    for (const [path, message] of [
      [join(folder, "nowhere"), /nowhere: no such file or folder; nothing was changed/],
      [empty, /there is no stats file in --from; nothing was changed/],
    ] as const) {
      const { status, err } = await run("db", "rebuild", "--from", path, "--yes");
      expect(status).toBe(1);
      expect(err).toMatch(message);
    }
    expect((await json("db", "validate")).counts.rounds).toBe(13);
  });

  test("fix-range derives an evening anew and leaves the others alone", async () => {
    const before = await json("sessions");
    const { status, out } = await run(
      "db",
      "fix-range",
      "2025-09-12",
      "2025-09-12",
      "--yes",
      "--json",
    );
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ rounds: 6, sessions: 1, removed: 0 });
    expect(await json("sessions")).toEqual(before);
    const none = await run("db", "fix-range", "2020-01-01", "2020-01-02", "--yes", "--json");
    expect(none.status).toBe(0);
    expect(JSON.parse(none.out)).toMatchObject({ rounds: 0 });
  });

  test("backup, create, restore: everything is back", async () => {
    const before = await json("sessions");
    const file = join(folder, "copy.slomix-backup");
    const backup = await run("db", "backup", file);
    expect(backup).toMatchObject({ status: 0, err: "" });
    expect(backup.out).toMatch(/read back and checked\.\n$/);
    const phrase = person("YES DELETE EVERYTHING");
    const create = await ask({ ask: phrase }, "db", "create");
    expect(create.status).toBe(0);
    expect(phrase.asked[0]).toMatch(/^There is data in .*Type YES DELETE EVERYTHING to go on\./);
    expect(create.out).toMatch(/^Empty again: the embedded database in /);
    expect(await json("sessions")).toEqual([]);
    expect((await run("session", "last")).err).toBe("slomix: there is no session yet\n");
    expect((await run("sessions")).out).toMatch(/^There is no session yet\./);
    const empty = await briefly("up", "--port", "0", "--no-sample");
    expect(empty.status).toBe(0);
    expect(empty.out).toMatch(/\nNo session yet: slomix import PATH brings files in\.\n/);
    const restored = await run("db", "restore", file, "--yes");
    expect(restored.out).toMatch(/rows restored, as they were on \d{4}-/);
    expect(await json("sessions")).toEqual(before);
    writeFileSync(join(folder, "no-backup"), "hello");
    const bad = await run("db", "restore", join(folder, "no-backup"), "--yes");
    expect(bad).toMatchObject({ status: 1, out: "" });
    expect(await json("sessions")).toEqual(before);
    const copies = readdirSync(join(data, "backups"));
    expect(copies.length).toBeLessThanOrEqual(7);
    expect(copies.every((name) => /^before-[a-z-]+-\d{8}T\d{6}\.slomix-backup$/.test(name))).toBe(
      true,
    );
  });

  test("migrate and quick-test leave the data alone", async () => {
    expect((await run("db", "migrate")).out).toMatch(/are up to date\.\n$/);
    const quick = await run("db", "quick-test", "small/2025-09-12_s01", "--json");
    expect(quick.status).toBe(0);
    expect(JSON.parse(quick.out)).toMatchObject({ ok: true, rounds: 6, sessions: 1, errors: [] });
    expect((await json("db", "validate")).counts.rounds).toBe(13);
  });
});

describe("export", () => {
  test("CSV and JSON hold every row; the files come out as they went in", async () => {
    const csv = join(folder, "csv");
    const { status, out } = await run("export", csv);
    expect(status).toBe(0);
    expect(out).toMatch(/sessions\.csv +\d/);
    const rounds = readFileSync(join(csv, "rounds.csv"), "utf8");
    expect(rounds.split("\r\n")).toHaveLength(13 + 2);
    expect(rounds).toMatch(/^id,round_key,/);
    expect(readdirSync(csv).filter((name) => name.startsWith("."))).toEqual([]);
    const names = JSON.parse(
      (await run("export", join(folder, "json"), "--format", "json", "--json")).out,
    );
    expect(names.files.map(({ name }: { name: string }) => name)).toContain("matches.json");
    const matches = JSON.parse(readFileSync(join(folder, "json/matches.json"), "utf8"));
    expect(matches.find((match: { map: string }) => match.map === "supply")).toMatchObject({
      result: "time",
      round2File: "2025-09-12-205859-supply-round-2.txt",
    });
    const name = "2025-09-12-205859-supply-round-2.txt";
    expect(readFileSync(join(csv, "files", name))).toEqual(
      readFileSync(join(samples, "small/2025-09-12_s01/gamestats", name)),
    );
  });

  test("stopped in the middle, it leaves nothing behind", async () => {
    const stop = new AbortController();
    stop.abort();
    const target = join(folder, "stopped");
    const ended = await ask({ stop: stop.signal }, "export", target);
    expect(ended).toEqual({ status: 1, out: "", err: "slomix: stopped; nothing was written\n" });
    expect(readdirSync(target)).toEqual([]);
  });

  test("a file where the folder should be is an error", async () => {
    writeFileSync(join(folder, "occupied"), "");
    const { status, out, err } = await run("export", join(folder, "occupied"));
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toMatch(/^slomix: .*occupied/);
  });
});

describe("doctor", () => {
  test("says what is refused, and what to do about a zone that is not set", async () => {
    const report = await json("doctor");
    expect(report.ok).toBe(true);
    const topics = Object.fromEntries(
      report.findings.map((finding: { topic: string }) => [finding.topic, finding]),
    );
    expect(topics["server zone"]).toMatchObject({
      level: "note",
      advice: expect.stringContaining("SLOMIX_SERVER_ZONE"),
    });
    expect(topics["contents"].message).toMatch(/^13 rounds, /);
    expect(topics["quarantine"]).toMatchObject({ level: "note" });
    const people = await run("doctor", "--server-zone", "UTC");
    expect(people.status).toBe(0);
    expect(people.out).toMatch(/^ok +server zone +UTC, by --server-zone$/m);
  });

  test("before there is a database, and where there cannot be one", async () => {
    const none = await slomix(["doctor", "--data", join(folder, "none")]);
    expect(none.status).toBe(0);
    expect(none.out).toMatch(/^note +database +there is none in /m);
    expect(existsSync(join(folder, "none"))).toBe(false);
    const bad = await slomix(["doctor", "--data", join(folder, "occupied")]);
    expect(bad.status).toBe(1);
    expect(bad.out).toMatch(/^bad +data folder +.* is no folder$/m);
    const away = await slomix(["doctor", "--database-url", "postgres://user:secret@127.0.0.1:1/x"]);
    expect(away.status).toBe(1);
    expect(away.out).toMatch(/^bad +database +/m);
    expect(away.out + away.err).not.toContain("secret");
  });
});

import { createHash } from "node:crypto";
import { parseStatsFileOrThrow, type RoundTelemetry } from "@slomix/stats-parser";
import { defaultSettings, pairRounds } from "@slomix/stopwatch";
import { describe, expect, test } from "vitest";
import { reportBytes, reportOf } from "../../stats-parser/test/support/report-text.ts";
import { comparableDump, dumpDifference } from "../src/comparable-dump.ts";
import type { Database } from "../src/connect.ts";
import { fixRange, type IncomingFile, ingest, rebuild, validate } from "../src/ingest/index.ts";
import { onEachEngine } from "./engines.ts";
import { seasonFiles } from "./sample-files.ts";
import { shuffled } from "./shuffled.ts";

const GAME_DATA = `rounds, processed_files, processed_endstats_files, session_teams,
  session_results, lua_round_teams, lua_spawn_stats, player_aliases, player_totals, player_days,
  player_weapons, player_names, match_players, session_pairs, player_pairs, matchup_history,
  map_performance, player_synergies`;

/** The first two matches of an evening. */
const evening = seasonFiles(1).filter(({ name }) => name < "2025-01-02-22");
const statsFiles = evening.filter(({ name }) => /-round-[12]\.txt$/.test(name));

const SECRET = "rush the truck now";

/** Chat, addresses and accounts: what a report also holds, and nobody is to keep. */
const gamelog = (startMs: number) => [
  { group: "server", label: "round_start", leveltime: 60_000, unixtime: startMs },
  {
    group: "player",
    label: "message",
    leveltime: 61_000,
    unixtime: startMs + 1000,
    player: "0".repeat(32),
    command: "say_team",
    message: SECRET,
  },
];

/** The evening as a league's match report. */
function matchReport(name: string): IncomingFile {
  const stats = statsFiles.map(({ name: file, bytes }) => parseStatsFileOrThrow(bytes, file));
  const telemetry: readonly RoundTelemetry[] = [];
  const { rounds } = pairRounds({ stats, telemetry }, defaultSettings);
  const match = {
    match_id: 4711,
    alpha_team: [{ id: "182097255697862436", nick: "an account" }],
    server: { ip: "192.0.2.77:27960", port: 27960 },
    rounds: rounds.flatMap(({ file, endMs, startMs, state }) =>
      file && state !== "aborted"
        ? [
            {
              round_data: reportOf(file, {
                startUnix: startMs === null ? null : Math.round(startMs / 1000),
                endUnix: Math.round(endMs / 1000),
                fixture: "4711",
                alphaName: "^1Red ^7Rats",
                betaName: "^4blue.",
                alphaSide: file.round === 1 ? 1 : 2,
                gamelog: gamelog(startMs ?? endMs),
              }),
            },
          ]
        : [],
    ),
  };
  const bytes = reportBytes({ match });
  return { name, path: name, bytes };
}

const report = matchReport("match-4711.json");

onEachEngine("league reports", (database) => {
  const start = async () => {
    await database().query(`truncate ${GAME_DATA} cascade`);
    return database();
  };
  const rows = (db: Database, sql: string) => db.query<Record<string, unknown>>(sql);

  describe("alone", () => {
    test("are imported as rounds that are paired, scored and named after file and place", async () => {
      const db = await start();
      const outcome = await ingest(db, [report]);
      expect(outcome).toMatchObject({ files: 1, imported: 1, quarantined: 0, orphans: 0 });
      const rounds = await rows(
        db,
        "select round_key as key, file_name as file, fixture_id as fixture from rounds order by id",
      );
      expect(rounds).toHaveLength(statsFiles.length);
      expect(rounds[0]).toEqual({
        key: "match-4711.json#1",
        file: "match-4711.json",
        fixture: "4711",
      });
      const teams = await rows(
        db,
        "select distinct team_name as name from session_teams order by 1",
      );
      expect(teams).toEqual([{ name: "Red Rats" }, { name: "blue." }]);
      expect((await validate(db)).errors).toEqual([]);
    });

    test("leave no chat, address or account in the database", async () => {
      const db = await start();
      await ingest(db, [report]);
      const { raw } = (
        await db.query<{ raw: Uint8Array }>("select raw from processed_files")
      )[0] as { raw: Uint8Array };
      const { inflateRawSync } = await import("node:zlib");
      const kept = new TextDecoder().decode(inflateRawSync(raw));
      for (const secret of [SECRET, "192.0.2.77", "182097255697862436", "an account"]) {
        expect(new TextDecoder().decode(report.bytes)).toContain(secret);
        expect(kept).not.toContain(secret);
        expect(await comparableDump(db)).not.toContain(secret);
      }
    });

    test("that are damaged are quarantined, and nothing of them is kept in the database", async () => {
      const db = await start();
      const bytes = reportBytes({ round_info: { mapname: "supply", note: SECRET } });
      const outcome = await ingest(db, [{ name: "broken.json", path: "broken.json", bytes }]);
      expect(outcome).toMatchObject({ imported: 0, quarantined: 1 });
      const [line] = await rows(db, "select raw_size as size, status from processed_files");
      expect(line).toEqual({ size: 0, status: "quarantined" });
    });
  });

  describe("beside the stats files of their rounds", () => {
    test("in any order: one round each, and the same database", async () => {
      const db = await start();
      await ingest(db, [...evening, report]);
      const want = await comparableDump(db);
      const [{ n }] = (await rows(db, "select count(*)::int as n from rounds")) as [{ n: number }];
      expect(n).toBe(statsFiles.length);
      const orders = [
        [[report], evening],
        [evening, [report]],
        [evening.slice(0, 4), [report], evening.slice(4)],
        shuffled([...evening, report], 3).map((file) => [file]),
      ];
      for (const batches of orders) {
        await start();
        for (const batch of batches) await ingest(db, batch);
        expect(dumpDifference(await comparableDump(db), want)).toEqual([]);
        expect((await validate(db)).errors).toEqual([]);
      }
    });

    test("change no number of a player", async () => {
      const db = await start();
      const numbers = `select r.round_key, p.player_guid, p.kills, p.damage_given, p.time_played_seconds,
        p.revives_given from player_comprehensive_stats p join rounds r on r.id = p.round_id order by 1, 2`;
      await ingest(db, evening);
      const alone = await rows(db, numbers);
      await ingest(db, [report]);
      expect(await rows(db, numbers)).toEqual(alone);
      const [told] = await rows(db, "select count(report_name)::int as n from rounds");
      expect(told).toEqual({ n: statsFiles.length });
    });

    test("survive a rebuild and the fixing of a range of dates", async () => {
      const db = await start();
      await ingest(db, [...evening, report]);
      const want = await comparableDump(db);
      await rebuild(db);
      expect(dumpDifference(await comparableDump(db), want)).toEqual([]);
      await fixRange(db, "2025-01-01", "2025-01-04");
      expect(dumpDifference(await comparableDump(db), want)).toEqual([]);
    });
  });

  test("a report that comes again with fewer rounds takes the others along", async () => {
    const db = await start();
    await ingest(db, [report]);
    const text = JSON.parse(new TextDecoder().decode(report.bytes));
    text.match.rounds.length = 2;
    const fewer = { ...report, bytes: reportBytes(text) };
    await ingest(db, [fewer], { force: true });
    const rounds = await rows(db, "select round_key as key from rounds order by 1");
    expect(rounds.map(({ key }) => key)).toEqual(["match-4711.json#1", "match-4711.json#2"]);
    expect((await validate(db)).errors).toEqual([]);
  });

  test("a report that comes again with other times leaves nothing where it was", async () => {
    const again = (end: number) => {
      const text = JSON.parse(new TextDecoder().decode(report.bytes));
      for (const { round_data } of text.match.rounds) {
        round_data.round_info.round_start_unix += end;
        round_data.round_info.round_end_unix += end;
        round_data.gamelog = [];
      }
      return { ...report, bytes: reportBytes(text) };
    };
    const other = again(30 * 86_400);
    const db = await start();
    await ingest(db, [...evening, other]);
    const want = await comparableDump(db);
    await start();
    await ingest(db, [...evening, report]);
    await ingest(db, [other], { force: true });
    expect(dumpDifference(await comparableDump(db), want)).toEqual([]);
    expect((await validate(db)).errors).toEqual([]);
  });

  test("a round of a report that cannot be read is warned of, and the others come in", async () => {
    const db = await start();
    const text = JSON.parse(new TextDecoder().decode(report.bytes));
    text.match.rounds[1].round_data.player_stats = {};
    const { imported, quarantined, warnings } = await ingest(db, [
      { ...report, bytes: reportBytes(text) },
    ]);
    expect({ imported, quarantined }).toEqual({ imported: 1, quarantined: 0 });
    const refused = warnings
      .flatMap((file) => file.warnings)
      .filter((w) => w.code === "round_refused");
    expect(refused).toMatchObject([{ field: "rounds[1].player_stats" }]);
    expect(await rows(db, "select round_key as key from rounds")).toHaveLength(
      statsFiles.length - 1,
    );
  });

  test("the ledger knows a report by its own bytes, whatever it keeps of them", async () => {
    const db = await start();
    await ingest(db, [report]);
    const hash = createHash("sha256").update(report.bytes).digest("hex");
    expect(await rows(db, "select file_hash as hash, kind from processed_files")).toEqual([
      { hash, kind: "report" },
    ]);
    expect(await ingest(db, [report])).toMatchObject({ imported: 0, duplicates: 1 });
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseFile, type RoundReport } from "@slomix/stats-parser";
import { beforeEach, expect, test } from "vitest";
import { backup } from "../src/backup/backup.ts";
import { restore } from "../src/backup/restore.ts";
import { comparableDump, dumpDifference } from "../src/comparable-dump.ts";
import { fixRange, ingest, rebuild, validate } from "../src/ingest/index.ts";
import { EVENT_TABLES } from "../src/ingest/records/event-columns.ts";
import { onEachEngine } from "./engines.ts";
import { leagueMatch } from "./league-match.ts";
import { edgeFiles } from "./sample-files.ts";

const files = leagueMatch();

/** The rounds of the report files, read by the parser alone. */
function reportsOf(list = files): RoundReport[] {
  return list.flatMap((file) => {
    const parsed = parseFile(file.bytes, file.name);
    if (parsed.kind !== "report" || !parsed.result.ok) throw new Error(`${file.name} is no report`);
    return parsed.result.value.rounds;
  });
}

onEachEngine("events of a round", (database) => {
  const counts = async () => {
    const rows = await Promise.all(
      EVENT_TABLES.map(async ({ table }) => {
        const [row] = await database().query<{ n: number }>(`select count(*) as n from ${table}`);
        return [table, row?.n ?? 0] as const;
      }),
    );
    return Object.fromEntries(rows);
  };
  const none = Object.fromEntries(EVENT_TABLES.map(({ table }) => [table, 0]));

  beforeEach(async () => {
    await database().query(
      "truncate rounds, processed_files, session_teams, session_results cascade",
    );
    await database().query(
      "truncate player_aliases, player_totals, player_days, player_weapons, player_names",
    );
    await database().query(
      "truncate match_players, session_pairs, player_pairs, matchup_history, map_performance, player_synergies",
    );
  });

  test("stand in the tables as the report tells them", async () => {
    expect(await ingest(database(), files)).toMatchObject({ imported: 2, warned: 0 });
    const reports = reportsOf();
    const sum = (of: (report: RoundReport) => readonly unknown[] | undefined) =>
      reports.reduce((total, report) => total + (of(report)?.length ?? 0), 0);
    expect(await counts()).toEqual({
      round_kills: sum((r) => r.events?.kills),
      round_objective_events: sum((r) => r.events?.objectives),
      round_revives: sum((r) => r.events?.revives),
      round_hit_regions: sum((r) => r.events?.hitRegions),
      round_classes: sum((r) => r.events?.classes),
      round_movement: sum((r) => r.movement),
    });
    expect(sum((r) => r.events?.kills)).toBeGreaterThan(200);
    const [first] = await database().query(
      `select k.* from round_kills k join rounds r on r.id = k.round_id
       where round_number = 1 and kind = 'kill' order by position limit 1`,
    );
    const told = reports[0]?.events?.kills.find(({ kind }) => kind === "kill");
    expect(first).toMatchObject({
      source: "gamelog",
      at_ms: told?.atMs,
      killer_guid: told?.killer?.slice(0, 8),
      victim_guid: told?.victim.slice(0, 8),
      means_of_death: told?.meansOfDeath,
      killer_health: told?.killerHealth,
      victim_x: told?.victimPlace?.[0],
      distance: told?.distance,
      axis_alive: told?.axisAlive,
      victim_reinforcement_seconds: told?.victimReinforcementSeconds,
    });
    expect(
      await database().query(`select round_number, report_name, fixture_id, fixture_alpha_name,
        fixture_beta_name, fixture_alpha_side, fixture_winner from rounds order by round_number`),
    ).toEqual(
      [1, 2].map((round) => ({
        round_number: round,
        report_name: files[round - 1]?.name,
        fixture_id: "70001",
        fixture_alpha_name: "^1Vešče",
        fixture_beta_name: "^4Netopirji",
        fixture_alpha_side: round,
        fixture_winner: null,
      })),
    );
  });

  test("name players as the round's own rows do", async () => {
    await ingest(database(), files);
    const [strangers] = await database().query<{ n: number }>(
      `select count(*) as n from round_kills k where not exists (
         select 1 from player_comprehensive_stats p
         where p.round_id = k.round_id and p.player_guid = k.victim_guid)`,
    );
    expect(strangers?.n).toBe(0);
  });

  test("are the same after files that came again, one by one, a rebuild, and a range written anew", async () => {
    await ingest(database(), files);
    const want = await comparableDump(database());
    const same = async () => dumpDifference(await comparableDump(database()), want);
    await ingest(database(), [...files].reverse(), { batchSize: 1, force: true });
    expect(await same()).toEqual([]);
    await rebuild(database());
    expect(await same()).toEqual([]);
    await fixRange(database(), "2026-03-01", "2026-03-31");
    expect(await same()).toEqual([]);
    expect((await validate(database())).errors).toEqual([]);
  });

  test("go with their round, and come back with a report that tells more", async () => {
    const [first] = files;
    if (!first) throw new Error("no file");
    await ingest(database(), [first]);
    expect((await counts())["round_kills"]).toBeGreaterThan(100);
    const silent = JSON.parse(new TextDecoder().decode(first.bytes));
    delete silent.gamelog;
    const bytes = new TextEncoder().encode(JSON.stringify(silent));
    await ingest(database(), [{ ...first, bytes }], { force: true });
    expect(await counts()).toMatchObject({ round_kills: 0, round_classes: 0, round_movement: 12 });
    await ingest(database(), [first], { force: true });
    expect((await counts())["round_kills"]).toBeGreaterThan(100);
    await database().query("delete from rounds");
    expect(await counts()).toEqual(none);
  });

  test("are found missing or changed by a validation", async () => {
    await ingest(database(), files);
    await database().query("delete from round_revives where position = 0");
    await database().query("update round_hit_regions set hits = hits + 1 where region = 'head'");
    const { errors } = await validate(database());
    expect(errors.join("\n")).toContain("rows of round_revives read back differ");
    await rebuild(database());
    expect((await validate(database())).errors).toEqual([]);
    await database().query("update rounds set report_name = null where round_number = 1");
    expect((await validate(database())).errors.join("\n")).toContain(
      "1 rounds with events that no report tells of",
    );
  });

  test("come back from a backup", async () => {
    const folder = mkdtempSync(join(tmpdir(), "slomix-events-"));
    try {
      await ingest(database(), files);
      const want = await comparableDump(database());
      await backup(database(), join(folder, "a.gz"));
      await database().query("delete from round_kills");
      await restore(database(), join(folder, "a.gz"), { wipe: true });
      expect(dumpDifference(await comparableDump(database()), want)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("are none where no report came, and such a round has no column of it", async () => {
    await ingest(database(), edgeFiles("r1_objective_r2_objective"));
    expect(await counts()).toEqual(none);
    const [row] = await database().query(
      "select count(*) as rounds, count(report_name) as reports, count(fixture_id) as fixtures from rounds",
    );
    expect(row).toEqual({ rounds: 2, reports: 0, fixtures: 0 });
  });
});

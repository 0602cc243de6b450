import { expect, it } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { type Evening, storeBareEvening, storeEvening } from "../../test/evening.ts";
import { doctorReport } from "./doctor-report.ts";
import { health } from "./health.ts";

onEachEngine("the state of the database", (db, engine) => {
  let evening: Evening;

  it("is empty before the first file", async () => {
    expect(await health(db())).toEqual({
      engine,
      rounds: 0,
      countedRounds: 0,
      sessions: 0,
      players: 0,
      lastRoundEnd: null,
      lastFileAt: null,
      files: { imported: 0, failed: 0, duplicate: 0, skippedOld: 0, quarantined: 0 },
    });
    const nothing = { total: 0, cases: [] };
    expect(await doctorReport(db())).toEqual({
      engine,
      refusedFiles: nothing,
      unlinkedWebhooks: nothing,
      orphans: nothing,
      clockRounds: nothing,
      sessionsWithoutTeams: nothing,
    });
  });

  it("counts rounds, people and files", async () => {
    evening = await storeEvening(db());
    await storeBareEvening(db());
    await db().query(
      `insert into processed_files (filename, kind, status, success, error_code, error_message, attempts, next_retry_at, processed_at) values
         ('a.txt', 'stats', 'imported', true, null, null, 1, null, '2025-03-01T20:10:00Z'),
         ('b.txt', 'stats', 'imported', true, null, 'WARN: check 3', 1, null, '2025-03-01T20:11:00Z'),
         ('c.txt', 'stats', 'quarantined', false, 'bad_header', 'line 1: 3 fields', 1, null, '2025-03-01T20:12:00Z'),
         ('d.txt', 'endstats', 'failed', false, 'database', 'away', 2, '2025-03-01T21:00:00Z', '2025-03-01T20:13:00Z'),
         ('e.txt', 'stats', 'duplicate', true, null, 'DUPLICATE_PAYLOAD_OF:a.txt', 1, null, '2025-03-01T20:09:00Z'),
         ('f.txt', 'stats', 'skipped_old', true, null, null, 1, null, '2025-03-01T20:08:00Z')`,
    );
    expect(await health(db())).toEqual({
      engine,
      rounds: 8,
      // Neither the bot round nor the restarted one.
      countedRounds: 6,
      sessions: 2,
      players: 5,
      lastRoundEnd: "2025-03-01T20:59:00.000Z",
      lastFileAt: "2025-03-01T20:13:00.000Z",
      files: { imported: 2, failed: 1, duplicate: 1, skippedOld: 1, quarantined: 1 },
    });
  });

  it("lists files that did not get in, with the reason", async () => {
    const { refusedFiles } = await doctorReport(db());
    expect(refusedFiles).toEqual({
      total: 2,
      cases: [
        {
          file: "d.txt",
          kind: "endstats",
          status: "failed",
          code: "database",
          reason: "away",
          attempts: 2,
          processedAt: "2025-03-01T20:13:00.000Z",
          nextRetryAt: "2025-03-01T21:00:00.000Z",
        },
        {
          file: "c.txt",
          kind: "stats",
          status: "quarantined",
          code: "bad_header",
          reason: "line 1: 3 fields",
          attempts: 1,
          processedAt: "2025-03-01T20:12:00.000Z",
          nextRetryAt: null,
        },
      ],
    });
    const short = await doctorReport(db(), 1);
    expect([short.refusedFiles.total, short.refusedFiles.cases.length]).toEqual([2, 1]);
  });

  it("lists webhooks that no round is linked to", async () => {
    await db().query(
      `insert into lua_round_teams (match_id, round_number, round_end_unix, map_name, source, file_name, round_id) values
         ('x', 1, 1740859800, 'supply', 'webhook', 'a.json', $1),
         ('y', 2, 1740860400, 'supply', 'gametime', 'b.json', null)`,
      [evening.supply1],
    );
    expect((await doctorReport(db())).unlinkedWebhooks).toEqual({
      total: 1,
      cases: [
        {
          file: "b.json",
          source: "gametime",
          map: "supply",
          round: 2,
          end: "2025-03-01T20:20:00.000Z",
        },
      ],
    });
  });

  it("lists orphans, and rounds whose clock is in doubt", async () => {
    await db().query(
      `update rounds set round_status = 'orphan_r2', is_valid = false, flags = '["orphan_r2"]' where id = $1`,
      [evening.adlernest2],
    );
    await db().query(
      `update rounds set flags = '["partial"]',
         warnings = '[{"code": "clock_change", "message": "m"}, {"code": "link_far", "message": "m"}]' where id = $1`,
      [evening.supply2],
    );
    const report = await doctorReport(db());
    expect(report.orphans.cases).toEqual([
      {
        id: evening.adlernest2,
        sessionId: 7,
        file: "2025-03-01-204000-adlernest-round-2.txt",
        map: "adlernest",
        round: 2,
        end: "2025-03-01T20:40:00.000Z",
      },
    ]);
    expect(report.clockRounds.total).toBe(1);
    expect(report.clockRounds.cases[0]).toMatchObject({
      id: evening.supply2,
      codes: ["clock_change"],
    });
  });

  it("lists sessions without two teams", async () => {
    expect((await doctorReport(db())).sessionsWithoutTeams).toEqual({
      total: 1,
      cases: [{ id: 3, date: "2025-02-01", rounds: 1 }],
    });
  });
});

import { describe, expect, test } from "vitest";
import { comparableDump, dumpDifference } from "../src/comparable-dump.ts";
import type { Database } from "../src/connect.ts";
import { fixRange, type IncomingFile, ingest, rebuild, validate } from "../src/ingest/index.ts";
import { onEachEngine } from "./engines.ts";
import { edgeFiles, seasonFiles } from "./sample-files.ts";
import { shuffled } from "./shuffled.ts";

/** Evenings of the season that are imported in many orders: SLOMIX_EVENINGS=90 for all of it. */
const EVENINGS = Number(process.env["SLOMIX_EVENINGS"] ?? (process.env["CI"] ? 3 : 1));

const GAME_DATA = `rounds, processed_files, processed_endstats_files, session_teams,
  session_results, lua_round_teams, lua_spawn_stats, player_aliases, player_totals, player_days,
  player_weapons, player_names, match_players, session_pairs, player_pairs, matchup_history,
  map_performance, player_synergies`;
const empty = (db: Database) => db.query(`truncate ${GAME_DATA} cascade`);

const stats = (files: readonly IncomingFile[], round: 1 | 2) =>
  files.filter((f) => f.name.endsWith(`-round-${round}.txt`));
const telemetry = (files: readonly IncomingFile[]) => files.filter((f) => f.name.endsWith(".json"));
const one = async <Row extends object>(db: Database, sql: string) =>
  (await db.query<Row>(sql))[0] as Row;

onEachEngine("the write path", (database) => {
  const start = async () => {
    await empty(database());
    return database();
  };

  describe("whatever the order", () => {
    const evenings = seasonFiles(3);

    test(
      `${EVENINGS} evenings at once, shuffled, or file by file: the same database`,
      async () => {
        const db = await start();
        const files = seasonFiles(EVENINGS);
        await ingest(db, files);
        const want = await comparableDump(db);
        for (const seed of [1, 2, 3]) {
          await empty(db);
          await ingest(db, shuffled(files, seed), { batchSize: seed === 1 ? 7 * EVENINGS : 600 });
          expect(dumpDifference(await comparableDump(db), want)).toEqual([]);
        }
        await empty(db);
        await ingest(db, shuffled(files, 4), { batchSize: 1 });
        expect(dumpDifference(await comparableDump(db), want)).toEqual([]);
        expect((await validate(db)).errors).toEqual([]);
      },
      60_000 * EVENINGS,
    );

    test("evenings newest first get the same sessions, and ids that stay", async () => {
      const db = await start();
      await ingest(db, evenings);
      const want = await comparableDump(db);
      await empty(db);
      const days = [..."321"].map((day) => evenings.filter((f) => f.path.includes(`_s0${day}/`)));
      const ids: number[] = [];
      for (const day of days) {
        await ingest(db, day);
        const now = await db.query<{ id: number; date: string }>(
          "select gaming_session_id as id, session_date::text as date from session_results order by id",
        );
        expect(now.slice(0, ids.length).map((r) => r.id)).toEqual(ids);
        ids.splice(0, ids.length, ...now.map((r) => r.id));
      }
      expect(ids).toHaveLength(3);
      expect(dumpDifference(await comparableDump(db), want)).toEqual([]);
    }, 60_000);
  });

  test("a Round 2 that came first is an orphan until its Round 1 comes", async () => {
    const db = await start();
    const files = edgeFiles("r1_objective_r2_objective");
    const report = await ingest(db, stats(files, 2));
    expect(report).toMatchObject({ imported: 1, orphans: 1, warned: 1 });
    const orphan = await one<{ id: number; status: string; valid: boolean; kills: number }>(
      db,
      `select r.id, round_status as status, is_valid as valid, sum(kills)::int as kills
       from rounds r join player_comprehensive_stats p on p.round_id = r.id group by r.id`,
    );
    expect(orphan).toMatchObject({ status: "orphan_r2", valid: false });

    expect(await ingest(db, stats(files, 1))).toMatchObject({ imported: 1, orphans: 0 });
    const healed = await db.query<{
      id: number;
      number: number;
      match: string;
      valid: boolean;
      kills: number;
    }>(
      `select r.id, r.round_number as number, match_id as match, is_valid as valid, sum(kills)::int as kills
       from rounds r join player_comprehensive_stats p on p.round_id = r.id group by r.id order by 2`,
    );
    expect(healed.map((r) => r.valid)).toEqual([true, true]);
    expect(healed[0]?.match).toBe(healed[1]?.match);
    expect(healed[1]?.id).toBe(orphan.id);
    expect((healed[0]?.kills ?? 0) + (healed[1]?.kills ?? 0)).toBe(orphan.kills);
  });

  test("webhooks link to their rounds whichever comes first", async () => {
    const db = await start();
    const files = edgeFiles("surrender_r2_defenders");
    const linked = () =>
      db.query<{ n: number; file: string }>(
        `select l.round_number as n, r.file_name as file from lua_round_teams l
         join rounds r on r.id = l.round_id order by 1`,
      );
    await ingest(db, telemetry(files));
    expect(await linked()).toEqual([]);
    expect(await one(db, "select count(*)::int as n from lua_round_teams")).toEqual({ n: 2 });
    await ingest(db, [...stats(files, 1), ...stats(files, 2)]);
    const want = [1, 2].map((n) => ({ n, file: stats(files, n as 1 | 2)[0]?.name }));
    expect(await linked()).toEqual(want);
    const claim = `select round_details->'maps'->0->>'result' as result from session_results`;
    expect(await one(db, claim)).toEqual({ result: "surrender" });

    await empty(db);
    await ingest(db, [...stats(files, 1), ...stats(files, 2)]);
    expect(await one(db, claim)).toEqual({ result: "time" });
    await ingest(db, telemetry(files));
    expect(await linked()).toEqual(want);
    expect(await one(db, claim)).toEqual({ result: "surrender" });
  });

  test("a webhook stands in for a lost stats file until the file comes", async () => {
    const db = await start();
    const files = edgeFiles("r1_objective_r2_held");
    await ingest(db, [...stats(files, 1), ...telemetry(files)]);
    const rounds = () =>
      db.query<{ number: number; file: string | null }>(
        "select round_number as number, file_name as file from rounds order by 1",
      );
    expect(await rounds()).toMatchObject([{ number: 1 }, { number: 2, file: null }]);
    const score = `select team_1_score + team_2_score as points from session_results`;
    expect(await one(db, score)).toEqual({ points: 1 });
    await ingest(db, stats(files, 2));
    expect(await rounds()).toMatchObject([
      { number: 1 },
      { number: 2, file: stats(files, 2)[0]?.name },
    ]);
    expect(await one(db, score)).toEqual({ points: 1 });
  });

  test("endstats come before, after, or split over two files", async () => {
    const db = await start();
    const files = edgeFiles("webhook_v172");
    const endstats = files.filter((f) => f.name.includes("endstats"));
    const whole = () =>
      db.query<{ number: number; awards: number; duels: number }>(
        `select r.round_number as number,
           (select count(*)::int from round_awards a where a.round_id = r.id) as awards,
           (select count(*)::int from round_vs_stats v where v.round_id = r.id) as duels
         from rounds r order by 1`,
      );
    await ingest(db, endstats);
    await ingest(db, [...stats(files, 1), ...stats(files, 2)]);
    const want = await whole();
    expect(want.every((r) => r.awards > 10 && r.duels > 10)).toBe(true);

    await empty(db);
    const split = endstats.flatMap(splitAtDuels);
    await ingest(db, [...stats(files, 1), ...stats(files, 2)]);
    await ingest(db, split, { batchSize: 1 });
    expect(await whole()).toEqual(want);
    expect(
      await one(db, "select count(*)::int as n from processed_endstats_files where success"),
    ).toEqual({
      n: split.length,
    });
  });

  test("a zone that the webhooks contradict, and the repeated hour, are said", async () => {
    const db = await start();
    const codes = () =>
      db.query<{ code: string; n: number }>(
        `select w->>'code' as code, count(*)::int as n
         from rounds, jsonb_array_elements(warnings) w group by 1 order by 1`,
      );
    await ingest(db, edgeFiles("local_time_names"), { settings: { serverZone: "Asia/Tokyo" } });
    expect(await codes()).toContainEqual({ code: "zone_suspect", n: 2 });
    await empty(db);
    const night = edgeFiles("dst_change");
    await ingest(db, [...stats(night, 1), ...stats(night, 2)], {
      settings: { serverZone: "Europe/Ljubljana" },
    });
    expect((await codes()).map((c) => c.code)).toContain("clock_ambiguous");
  });

  test("what cannot be read is quarantined with line and reason; the others go on", async () => {
    const db = await start();
    const aside: string[] = [];
    const report = await ingest(db, edgeFiles("damaged_files"), {
      onQuarantine: async (file) => void aside.push(file.name),
    });
    expect(report.imported).toBe(8);
    const damaged = edgeFiles("damaged_files").filter((f) => f.path.includes("/damaged/"));
    expect(aside.sort()).toEqual(
      damaged
        .filter((f) => f.bytes.length > 0)
        .map((f) => f.name)
        .sort(),
    );
    const rows = await db.query<{ name: string; code: string; raw: boolean }>(
      `select filename as name, error_code as code, raw is not null as raw
       from processed_files where status = 'quarantined'`,
    );
    expect(rows.map((r) => r.name).sort()).toEqual(aside);
    expect(rows.every((r) => r.code !== "" && r.raw)).toBe(true);
  });

  test("a fuller version of a file replaces a cut one, in any order", async () => {
    const db = await start();
    const files = edgeFiles("uneven_teams");
    const [full] = stats(files, 1) as [IncomingFile];
    const lines = new TextDecoder().decode(full.bytes).split("\n");
    const cut = { ...full, bytes: new TextEncoder().encode(`${lines.slice(0, 4).join("\n")}\n`) };
    const players = "select count(*)::int as n from player_comprehensive_stats";
    await ingest(db, [cut]);
    expect(await one(db, players)).toEqual({ n: 3 });
    await ingest(db, [full]);
    expect(await one(db, players)).toEqual({ n: 7 });
    const report = await ingest(db, [cut]);
    expect(report).toMatchObject({ imported: 0, duplicates: 1 });
    expect(report.warnings).toMatchObject([{ warnings: [{ code: "content_changed" }] }]);
    expect(await one(db, players)).toEqual({ n: 7 });
  });

  test("a file that turns out to be a copy goes, with everything that was counted of it", async () => {
    const db = await start();
    const files = seasonFiles(1);
    await ingest(db, files);
    const want = await comparableDump(db);
    const [original] = stats(files, 1) as [IncomingFile];
    const minutes = Number(original.name.slice(13, 15));
    const name = `${original.name.slice(0, 13)}${String((minutes + 1) % 60).padStart(2, "0")}${original.name.slice(15)}`;
    await empty(db);
    await ingest(db, [{ ...original, name }, ...files.filter((file) => file !== original)]);
    await ingest(db, [original]);
    await db.query("delete from processed_files where filename = $1", [name]);
    expect(dumpDifference(await comparableDump(db), want)).toEqual([]);
    expect((await validate(db)).errors).toEqual([]);
  });

  test("a file that the database refuses is recorded as failed, alone", async () => {
    const db = await start();
    await db.query(`alter table rounds add constraint no_radar check (map_name <> 'radar')`);
    try {
      const files = [...edgeFiles("bots"), ...edgeFiles("uneven_teams")];
      const report = await ingest(db, files);
      expect(report.failures.map((f) => f.code)).toEqual(["constraint", "constraint"]);
      expect(await one(db, "select count(*)::int as n from rounds")).toEqual({ n: 2 });
      const failed = await db.query<{ attempts: number; retry: boolean; status: string }>(
        `select attempts, next_retry_at is not null as retry, status
         from processed_files where filename like '%radar%' and status <> 'imported'`,
      );
      expect(failed).toEqual([
        { attempts: 1, retry: true, status: "failed" },
        { attempts: 1, retry: true, status: "failed" },
      ]);
      for (let i = 0; i < 3; i++) await ingest(db, stats(edgeFiles("bots"), 1));
      expect(
        await one(
          db,
          `select status, attempts from processed_files where filename like '%radar-round-1.txt'`,
        ),
      ).toEqual({ status: "quarantined", attempts: 4 });
    } finally {
      await db.query("alter table rounds drop constraint no_radar");
    }
    const report = await ingest(db, edgeFiles("bots"));
    expect(report.failures).toEqual([]);
    expect(await one(db, "select count(*)::int as n from rounds")).toEqual({ n: 4 });
  });

  test("a row that reads back otherwise than it was sent rolls everything back", async () => {
    const db = await start();
    await db.query(`create function spoil() returns trigger language plpgsql as
      $$ begin new.hits := new.hits + 1; return new; end $$`);
    await db.query(`create trigger spoil before insert on weapon_comprehensive_stats
      for each row when (new.weapon_name = 'WS_MP40' and new.round_number = 2) execute function spoil()`);
    await db.query("alter table weapon_comprehensive_stats enable always trigger spoil");
    try {
      const files = edgeFiles("uneven_teams");
      const report = await ingest(db, [...stats(files, 1), ...stats(files, 2)]);
      expect(report.failures).toMatchObject([{ code: "verification_failed" }]);
      expect(await db.query("select round_number as n from rounds")).toEqual([{ n: 1 }]);
    } finally {
      await db.query("drop function spoil cascade");
    }
  });
});

/** The awards of an endstats file, and its duels in a second one written 2 s later. */
function splitAtDuels(file: IncomingFile): IncomingFile[] {
  const text = new TextDecoder("latin1").decode(file.bytes);
  const at = text.indexOf("VS_HEADER");
  const later = file.name.replace(/-(\d{6})-/, (_, time: string) => `-${Number(time) + 2}-`);
  const bytes = (part: string) => Uint8Array.from(part, (c) => c.charCodeAt(0));
  return [
    { ...file, bytes: bytes(text.slice(0, at)) },
    { ...file, name: later, bytes: bytes(text.slice(at)) },
  ];
}

/** The same round played by other people. */
function asOthers(file: IncomingFile): IncomingFile {
  const other = (guid: string) =>
    guid.replace(/./g, (d) => (15 - Number.parseInt(d, 16)).toString(16));
  const text = new TextDecoder("latin1").decode(file.bytes);
  const played = text.replace(/^[0-9A-F]{8}(?=\\)/gm, (guid) => other(guid).toUpperCase());
  return { ...file, bytes: Uint8Array.from(played, (c) => c.charCodeAt(0)) };
}

onEachEngine("a rebuild", (database) => {
  const files = seasonFiles(2);
  const prepare = async () => {
    const db = database();
    await empty(db);
    await db.query("truncate player_links, match_predictions, greatshot_demos cascade");
    await ingest(db, files);
    await db.query(
      "insert into player_links (player_guid, discord_id) values ('25F8CE2B', 1234567890123456789)",
    );
    return db;
  };

  test("leaves the same database, ids and user data included", async () => {
    const db = await prepare();
    const want = await comparableDump(db);
    const ids = "select id, round_key, gaming_session_id from rounds order by id";
    const before = await db.query(ids);
    const report = await rebuild(db);
    expect(report).toMatchObject({ rounds: before.length, sessions: 2, removed: 0 });
    expect(dumpDifference(await comparableDump(db), want)).toEqual([]);
    expect(await db.query(ids)).toEqual(before);
    expect(await one(db, "select count(*)::int as n from player_links")).toEqual({ n: 1 });
  }, 60_000);

  test("puts right what was changed behind its back", async () => {
    const db = await prepare();
    const want = await comparableDump(db);
    expect(await validate(db)).toMatchObject({ errors: [] });
    await db.query("update player_comprehensive_stats set kills = kills + 1 where team = 1");
    await db.query("delete from weapon_comprehensive_stats where weapon_name = 'WS_LUGER'");
    await db.query("update player_aliases set times_seen = 99");
    expect((await validate(db)).errors.join()).toMatch(/player_aliases: \d+ names/);
    const { errors } = await validate(db);
    expect(errors.length).toBeGreaterThan(0);
    await rebuild(db);
    expect(dumpDifference(await comparableDump(db), want)).toEqual([]);
    expect(await validate(db)).toMatchObject({ errors: [] });
  }, 60_000);

  test("brings a database that was filled by another rule to the one that holds", async () => {
    const db = database();
    await empty(db);
    const all = edgeFiles("one_minute_round");
    const result = `select round_details->'maps'->0->>'result' as result, draws from session_results`;
    await ingest(db, all);
    expect(await one(db, result)).toEqual({ result: "double_fullhold", draws: 1 });
    const concede = { settings: { surrender: "concede" } } as const;
    const { errors } = await validate(db, concede);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/^session \d+: its matches did not end as stored; slomix db rebuild/);
    await rebuild(db, concede);
    expect(await one(db, result)).toEqual({ result: "surrender", draws: 0 });
    expect(await validate(db, concede)).toMatchObject({ errors: [] });
    const [day] = await db.query<{ date: string }>("select round_date::text as date from rounds");
    await fixRange(db, day?.date ?? "", day?.date ?? "");
    expect(await one(db, result)).toEqual({ result: "double_fullhold", draws: 1 });
    expect(await validate(db)).toMatchObject({ errors: [] });
  }, 60_000);

  test("parts people whom an older rule had put into one session", async () => {
    const db = database();
    await empty(db);
    const others = edgeFiles("rename_between_rounds").map(asOthers);
    const files = [...edgeFiles("one_minute_round"), ...others];
    await ingest(db, [...stats(files, 1), ...stats(files, 2)]);
    const sessions = () =>
      db.query<{ id: number; map: string }>(
        `select gaming_session_id as id, string_agg(distinct map_name, ' ') as map from rounds
         group by 1 order by min(round_ended_at)`,
      );
    const apart = await sessions();
    expect(apart.map(({ map }) => map)).toEqual(["frostbite", "radar"]);
    const [first, second] = apart.map(({ id }) => id);
    await db.query("update rounds set gaming_session_id = $1", [first ?? 0]);
    await db.query("delete from session_results where gaming_session_id = $1", [second ?? 0]);
    expect((await validate(db)).errors).toContain(
      `session ${first}: holds the rounds of several sessions`,
    );
    await rebuild(db);
    expect((await sessions()).map(({ map }) => map)).toEqual(["frostbite", "radar"]);
    expect((await sessions())[0]?.id).toBe(first);
    expect(await validate(db)).toMatchObject({ errors: [] });
    await db.query("update rounds set gaming_session_id = null where round_number = 1");
    expect((await validate(db)).errors.join()).toMatch(/its session's rounds stand in none and/);
  }, 60_000);

  test("takes other files in place of the ledger's", async () => {
    const db = await prepare();
    await rebuild(db, { files: files.filter((f) => f.path.includes("_s01/")) });
    expect(await one(db, "select count(*)::int as n from session_results")).toEqual({ n: 1 });
    expect(await one(db, "select count(*)::int as n from player_links")).toEqual({ n: 1 });
    expect(await validate(db)).toMatchObject({ errors: [] });
  }, 60_000);

  test("of a range of dates takes whole evenings, also across midnight", async () => {
    const db = await prepare();
    const want = await comparableDump(db);
    await db.query(
      "update player_comprehensive_stats set kills = 0 where round_date >= '2025-01-03'",
    );
    const report = await fixRange(db, "2025-01-03", "2025-01-31");
    expect(report.rounds).toBe(files.filter((f) => /-round-[12]\.txt$/.test(f.name)).length);
    expect(dumpDifference(await comparableDump(db), want)).toEqual([]);
    expect(await fixRange(db, "2024-01-01", "2024-02-01")).toMatchObject({ rounds: 0 });
    await expect(fixRange(db, "2025-02-30", "2025-03-01")).rejects.toThrow(RangeError);
  }, 60_000);
});

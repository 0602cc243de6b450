import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engines, freshDatabase } from "../../test/engines.ts";
import { fillEveryTable } from "../../test/every-table.ts";
import { comparableDump } from "../comparable-dump.ts";
import type { Database } from "../connect.ts";
import { tableShapes } from "../tables.ts";
import { inspectBackup } from "./archive-reader.ts";
import { backup } from "./backup.ts";
import { restore } from "./restore.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "slomix-backup-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const everything = (db: Database) =>
  db.query(
    "select * from rounds, team_pool, greatshot_renders, processed_files order by rounds.id, team_pool.id",
  );

describe.each(engines)("a backup of %s", (from) => {
  let source: Awaited<ReturnType<typeof freshDatabase>>;
  let file = "";
  beforeAll(async () => {
    source = await freshDatabase(from);
    await fillEveryTable(source.db);
    file = join(folder, `${from}.slomix.gz`);
  }, 60_000);
  afterAll(() => source?.remove());

  test("says what it holds, and leaves nothing else behind", async () => {
    const summary = await backup(source.db, file);
    expect(summary).toMatchObject({
      file,
      tables: { rounds: 2, team_pool: 8, greatshot_renders: 1 },
    });
    expect(Object.keys(summary.tables).sort()).toEqual(
      tableShapes()
        .map(({ name }) => name)
        .sort(),
    );
    expect(Object.values(summary.tables)).not.toContain(0);
    expect(await inspectBackup(file)).toEqual(summary);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test.each(engines)("comes back on %s, with its numbers", async (to) => {
    await backup(source.db, file);
    const { db, remove } = await freshDatabase(to);
    try {
      await restore(db, file);
      expect(await comparableDump(db)).toBe(await comparableDump(source.db));
      expect(await everything(db)).toEqual(await everything(source.db));
      // The next numbers go on behind those that were given.
      const next =
        "select nextval('rounds_id_seq') as round, nextval('gaming_session_ids') as session";
      const [before] = await source.db.query(next);
      expect(await db.query(next)).toEqual([before]);
      await db.query("insert into team_pool (name) values ('one more')");

      await expect(restore(db, file)).rejects.toMatchObject({ code: "not_empty" });
      await db.query("delete from rounds");
      await restore(db, file, { wipe: true });
      expect(await everything(db)).toEqual(await everything(source.db));
    } finally {
      await remove();
    }
  });
});

describe("a damaged backup", () => {
  let target: Awaited<ReturnType<typeof freshDatabase>>;
  let good = "";
  beforeAll(async () => {
    target = await freshDatabase("pglite");
    await fillEveryTable(target.db);
    good = join(folder, "good.gz");
    await backup(target.db, good);
  }, 60_000);
  afterAll(() => target?.remove());

  const altered = (change: (text: string) => string) => () =>
    gzipSync(change(gunzipSync(readFileSync(good)).toString()));
  test.each<[string, () => Uint8Array, RegExp]>([
    ["empty", () => new Uint8Array(), /cannot be used/],
    ["no gzip", () => Buffer.from("PGDMP"), /incorrect header/],
    ["no backup of ours", () => gzipSync("{}\n"), /no backup of Slomix/],
    ["cut in the gzip", () => readFileSync(good).subarray(0, -200), /unexpected end/],
    ["cut in the text", altered((text) => text.slice(0, text.length / 2)), /cut short/],
    [
      "cut before its end line",
      altered((text) => text.slice(0, text.lastIndexOf('{"end"'))),
      /cut short/,
    ],
    [
      "a changed value",
      altered((text) => text.replace("supply", "suppIy")),
      /not those that were written/,
    ],
    [
      "a missing row",
      altered((text) => text.replace(/\n1\t.*\n/, "\n")),
      /not those that were written/,
    ],
    [
      "a renamed table",
      altered((text) => text.replace('"table":"voice_members"', '"table":"voice"')),
      /does not fit/,
    ],
    ["more behind the end", altered((text) => `${text}{}\n`), /behind the end/],
    [
      "a newer format",
      altered((text) => text.replace('"version":1', '"version":2')),
      /newer version/,
    ],
    ["no line ends", () => gzipSync("x".repeat(3 << 20)), /too long/],
  ])("%s is refused before the database is touched", async (name, bytes, message) => {
    const file = join(folder, `${name}.gz`);
    writeFileSync(file, bytes());
    const before = await comparableDump(target.db);
    for (const attempt of [
      () => restore(target.db, file, { wipe: true }),
      () => inspectBackup(file),
    ])
      await expect(attempt()).rejects.toMatchObject({
        name: "DatabaseError",
        code: "bad_backup",
        message: expect.stringMatching(message),
      });
    expect(await comparableDump(target.db)).toBe(before);
  });

  test("that does not exist", async () => {
    await expect(inspectBackup(join(folder, "none"))).rejects.toMatchObject({ code: "bad_backup" });
  });

  test("of columns that this version does not know brings nothing back", async () => {
    const text = gunzipSync(readFileSync(good)).toString().replace('"color"', '"colour"');
    const lines = text.slice(0, text.lastIndexOf('{"end"')).split(/(?<=\n)/);
    const json = lines.filter((line) => /^\{"(format|table|rows)"/.test(line)).join("");
    const rows = JSON.parse(text.slice(text.lastIndexOf('{"end"'))).rows;
    const sha256 = createHash("sha256").update(json).digest("hex");
    const file = join(folder, "other columns.gz");
    writeFileSync(
      file,
      gzipSync(`${lines.join("")}${JSON.stringify({ end: true, rows, sha256 })}\n`),
    );
    const before = await comparableDump(target.db);
    await expect(restore(target.db, file, { wipe: true })).rejects.toMatchObject({
      code: "bad_backup",
      message: expect.stringContaining("session_teams.colour"),
    });
    expect(await comparableDump(target.db)).toBe(before);
  });

  test("that cannot be made leaves no file", async () => {
    await target.db.query("alter table team_pool rename column active to in_use");
    const file = join(folder, "none.gz");
    await expect(backup(target.db, file)).rejects.toMatchObject({ code: "bad_query" });
    await target.db.query("alter table team_pool rename column in_use to active");
    expect(readdirSync(folder).filter((name) => /^none|part$/.test(name))).toEqual([]);
  });

  test("a place where no file can be written", async () => {
    writeFileSync(join(folder, "file"), "");
    await expect(backup(target.db, join(folder, "file/below"))).rejects.toMatchObject({
      name: "DatabaseError",
      code: "failed",
    });
  });

  test("a row that the tables refuse brings nothing back", async () => {
    const before = await comparableDump(target.db);
    await target.db.query(
      "alter table team_pool add constraint no_swat check (name <> 'sWat') not valid",
    );
    await expect(restore(target.db, good, { wipe: true })).rejects.toMatchObject({
      code: "constraint",
      constraint: "no_swat",
    });
    await target.db.query("alter table team_pool drop constraint no_swat");
    expect(await comparableDump(target.db)).toBe(before);
  });
});

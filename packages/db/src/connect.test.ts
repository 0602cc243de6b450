import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshTarget, onEachEngine, testServer } from "../test/engines.ts";
import { connect, type Database, isTransient, type Tx } from "./connect.ts";
import { knownMigrations } from "./migrations.ts";
import { rounds } from "./schema/index.ts";

const someRound = {
  roundKey: "2026-03-04-201507-supply-round-1.txt",
  fileName: "2026-03-04-201507-supply-round-1.txt",
  matchId: "2026-03-04-201507-supply",
  roundNumber: 1 as const,
  roundDate: "2026-03-04",
  roundTime: "20:15:07",
  roundEndedAt: new Date("2026-03-04T19:15:04.250Z"),
  mapName: "supply",
};

onEachEngine("an open database", (db) => {
  test("brings its tables up to date as often as one likes", async () => {
    await db().migrate();
    await db().migrate();
    const [row] = await db().query("select count(*) as n from drizzle.__drizzle_migrations");
    expect(row).toEqual({ n: knownMigrations().length });
  });

  test("gives values the same types on both engines", async () => {
    const [row] = await db().query(`select 1::smallint as small, 2 as int, 3::bigint as big,
      9007199254740993 as huge, 1.25::real as real, 0.1::double precision as double,
      1.50::numeric as numeric, true as yes, 'x' as text, 'y'::char(3) as padded,
      '2026-03-04'::date as day, '20:15:07'::time as clock,
      '2026-03-04 20:15:07.25+01'::timestamptz as instant, '2026-03-04 20:15:07'::timestamp as bare,
      '1 day 2 hours'::interval as span, '{"a": [1, null]}'::jsonb as object,
      '"5"'::jsonb as string, '[1]'::json as list, '\\x00ff'::bytea as bytes,
      array[1, null, 3] as ints, array['a"b', 'c,d', '\\', null, '', 'NULL'] as texts,
      array[true, false] as flags, array['2026-03-04 20:15Z'::timestamptz] as instants,
      array[[1, 2], [3, 4]] as nested, '{}'::int[] as empty, null::int as nothing,
      array['{"a":1}'::jsonb] as objects, array[9007199254740993] as huges`);
    expect(row).toEqual({
      small: 1,
      int: 2,
      big: 3,
      huge: 9007199254740993n,
      real: 1.25,
      double: 0.1,
      numeric: "1.50",
      yes: true,
      text: "x",
      padded: "y  ",
      day: "2026-03-04",
      clock: "20:15:07",
      instant: new Date("2026-03-04T19:15:07.250Z"),
      bare: new Date("2026-03-04T20:15:07Z"),
      span: "1 day 02:00:00",
      object: { a: [1, null] },
      string: "5",
      list: [1],
      bytes: new Uint8Array([0, 255]),
      ints: [1, null, 3],
      texts: ['a"b', "c,d", "\\", null, "", "NULL"],
      flags: [true, false],
      instants: [new Date("2026-03-04T20:15:00Z")],
      nested: [
        [1, 2],
        [3, 4],
      ],
      empty: [],
      nothing: null,
      objects: [{ a: 1 }],
      huges: [9007199254740993n],
    });
  });

  test("takes parameters of every kind", async () => {
    const [row] = await db().query(
      `select $1::int as int, $2::text as text, $3::boolean as yes, $4::timestamptz as instant,
         $5::bytea as bytes, $6::jsonb as object, $7::text = any($8::text[]) as found,
         $9::text as nothing, $10::bigint as huge, $11::double precision as double,
         $12::text as missing, $13::int[] as ints`,
      [
        5,
        "a\0b\ud800",
        true,
        someRound.roundEndedAt,
        new Uint8Array([1, 0, 255]),
        { a: "\0", b: [1] },
        'q"u\\o',
        ["x", 'q"u\\o'],
        null,
        9007199254740993n,
        0.1,
        undefined,
        [1, null, 3],
      ],
    );
    expect(row).toEqual({
      int: 5,
      text: "a\ufffdb\ufffd",
      yes: true,
      instant: someRound.roundEndedAt,
      bytes: new Uint8Array([1, 0, 255]),
      object: { a: "\ufffd", b: [1] },
      found: true,
      nothing: null,
      huge: 9007199254740993n,
      double: 0.1,
      missing: null,
      ints: [1, null, 3],
    });
  });

  test("lets the query builder and plain SQL stand in one transaction", async () => {
    const id = await db().transaction(async (tx) => {
      await tx.lock("rounds");
      const [written] = await tx.drizzle
        .insert(rounds)
        .values({ ...someRound, flags: ["a\0b"], warnings: [{ code: "x", message: "\ud800" }] })
        .returning({ id: rounds.id });
      expect(await tx.query("select flags from rounds where id = $1", [written?.id])).toEqual([
        { flags: ["a\ufffdb"] },
      ]);
      return written?.id ?? 0;
    });
    const found = await db().drizzle.query.rounds.findFirst({ where: eq(rounds.id, id) });
    expect(found).toMatchObject({
      ...someRound,
      flags: ["a\ufffdb"],
      warnings: [{ code: "x", message: "\ufffd" }],
      isValid: true,
      winnerTeam: 0,
    });
    await db().query("delete from rounds");
  });

  test("keeps nothing of a transaction that throws, and passes the error on", async () => {
    const own = new RangeError("not the database's");
    const attempt = db().transaction(async (tx) => {
      await tx.drizzle.insert(rounds).values(someRound);
      throw own;
    });
    await expect(attempt).rejects.toBe(own);
    expect(await db().query("select 1 from rounds")).toEqual([]);
  });

  test("keeps nothing of a transaction in which a statement failed", async () => {
    const attempt = db().transaction(async (tx) => {
      await tx.drizzle.insert(rounds).values(someRound);
      await tx.drizzle.insert(rounds).values(someRound);
    });
    const error = await attempt.catch((thrown) => thrown);
    expect(error).toMatchObject({ name: "DatabaseError", code: "constraint", sqlState: "23505" });
    expect(error.constraint).toMatch(/^rounds_/);
    expect(isTransient(error)).toBe(false);
    expect(await db().query("select 1 from rounds")).toEqual([]);
  });

  test("keeps nothing when the work goes on after a failed statement as if nothing were", async () => {
    const attempt = db().transaction(async (tx) => {
      await tx.drizzle.insert(rounds).values(someRound);
      await tx.query("select 1 / 0").catch(() => {});
    });
    await expect(attempt).rejects.toMatchObject({ name: "DatabaseError" });
    expect(await db().query("select 1 from rounds")).toEqual([]);
    // A savepoint is there to try something.
    await db().transaction(async (tx) => {
      await tx.drizzle.insert(rounds).values(someRound);
      const tried = tx.drizzle.transaction(async (inner) => {
        await inner.delete(rounds);
        await inner.insert(rounds).values({ ...someRound, roundNumber: 3 as 1 });
      });
      await expect(tried).rejects.toThrow();
      expect(await tx.query("select count(*) as n from rounds")).toEqual([{ n: 1 }]);
    });
    await db().query("delete from rounds");
  });

  test("holds others off while a lock is held", async () => {
    const order: string[] = [];
    const first = db().transaction(async (tx) => {
      await tx.lock("evening");
      order.push("first in");
      await new Promise((resolve) => setTimeout(resolve, 100));
      order.push("first out");
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const second = db().transaction(async (tx) => {
      await tx.lock("evening");
      order.push("second in");
    });
    await Promise.all([first, second]);
    expect(order).toEqual(["first in", "first out", "second in"]);
  });

  test.each([
    ["selec 1", "bad_query"],
    ["select * from nowhere", "bad_query"],
    ["select 1; select 2", "bad_query"],
    ["select 'x'::int", "bad_value"],
    ["select 1 / 0", "bad_value"],
  ])("%s is %s", async (sql, code) => {
    await expect(db().query(sql)).rejects.toMatchObject({ name: "DatabaseError", code });
  });

  test("at the prompt reads anything, also large numbers and bytes as JSON", async () => {
    const answer = await db().readOnly(`-- what is there
      /* in all */ (select 9007199254740993 as n, '\\x0aff'::bytea as b, now() as t, array[1] as l)`);
    expect(answer.columns).toEqual(["n", "b", "t", "l"]);
    expect(JSON.parse(JSON.stringify(answer.rows))).toEqual([
      { n: "9007199254740993", b: "\\x0aff", t: expect.stringMatching(/^\d{4}-.*Z$/), l: [1] },
    ]);
    expect((await db().readOnly("select 1 as a where false")).columns).toEqual(["a"]);
    expect((await db().readOnly("values (1), (2)")).rows).toHaveLength(2);
    expect((await db().readOnly("explain select 1")).rows).toHaveLength(1);
  });

  test.each([
    ["delete from team_pool", "read_only"],
    ["with gone as (delete from team_pool returning 1) select * from gone", "read_only"],
    ["explain analyze delete from team_pool", "read_only"],
    ["select nextval('gaming_session_ids')", "read_only"],
    ["commit", "read_only"],
    ["set transaction read write", "read_only"],
    ["do $$ begin delete from team_pool; end $$", "read_only"],
    ["copy team_pool to program 'id'", "read_only"],
    ["", "read_only"],
    ["select 1; delete from team_pool", "bad_query"],
    ["select 1; commit; delete from team_pool", "bad_query"],
    ["select set_config('transaction_read_only', 'off', false)", "bad_query"],
  ])("at the prompt %j is refused", async (sql, code) => {
    const fault = await db()
      .readOnly(sql)
      .then(
        () => null,
        (error) => error,
      );
    if (fault === null) expect(sql).toContain("set_config");
    else expect([code, "failed"]).toContain(fault.code);
    expect(await db().query("select count(*) as n from team_pool")).toEqual([{ n: 7 }]);
  });
});

test("a query on the database inside its transaction is refused, not waited for", async () => {
  const { target, remove } = await freshTarget("pglite");
  const db = await connect(target);
  const inside = (query: () => Promise<unknown>) => db.transaction(() => query());
  await expect(inside(() => db.query("select 1"))).rejects.toMatchObject({ code: "bad_query" });
  await expect(inside(() => db.transaction(async () => 1))).rejects.toMatchObject({
    code: "bad_query",
  });
  await expect(inside(() => db.drizzle.select().from(rounds))).rejects.toMatchObject({
    code: "bad_query",
  });
  // Work that goes on after the transaction may query again.
  let later: Promise<unknown> = Promise.resolve();
  await db.transaction(async () => {
    later = new Promise((resolve) => setTimeout(resolve, 20)).then(() => db.query("select 1 as a"));
  });
  expect(await later).toEqual([{ a: 1 }]);
  await db.close();
  await db.close();
  await remove();
});

test("a database in memory keeps nothing", async () => {
  const db = await connect("memory:");
  expect(await db.query("select count(*) as n from team_pool")).toEqual([{ n: 7 }]);
  await db.close();
});

test("a folder that is new, cut short in its making, or full of something else", async () => {
  const root = mkdtempSync(join(tmpdir(), "slomix-db-"));
  try {
    const folder = join(root, "new/data");
    mkdirSync(join(folder, "pg.new"), { recursive: true });
    writeFileSync(join(folder, "pg.new/PG_VERSION"), "half made");
    const db = await connect(folder, { migrate: false });
    expect(await db.query("select 1 as a")).toEqual([{ a: 1 }]);
    await db.close();
    expect(existsSync(join(folder, "pg.new"))).toBe(false);

    mkdirSync(join(root, "other/pg"), { recursive: true });
    writeFileSync(join(root, "other/pg/PG_VERSION"), "9.1\n");
    await expect(connect(join(root, "other"))).rejects.toMatchObject({ code: "folder_damaged" });
    expect(existsSync(join(root, "other/owner.sock"))).toBe(false);

    writeFileSync(join(root, "file"), "");
    await expect(connect(join(root, "file"))).rejects.toMatchObject({ code: "folder_damaged" });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test("a folder of a newer program is left alone, a migration that fails says so", async () => {
  const { target, remove } = await freshTarget("pglite");
  const change = async (sql: string) => {
    const db = await connect(target, { migrate: false });
    await db.query(sql);
    await db.close();
  };
  await change("insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 9e15)");
  await expect(connect(target)).rejects.toMatchObject({ code: "too_new" });
  await change("delete from drizzle.__drizzle_migrations");
  await expect(connect(target)).rejects.toMatchObject({
    code: "migration_failed",
    sqlState: "42P07",
  });
  const db = await connect(target, { migrate: false });
  expect(await db.query("select count(*) as n from team_pool")).toEqual([{ n: 7 }]);
  await db.close();
  await remove();
});

test.each([
  ["postgres://nobody@127.0.0.1:9/none", "unreachable"],
  ["postgres://nobody@no-such-host.invalid/none", "unreachable"],
  ["postgres://[", "refused"],
])("%s is %s", async (target, code) => {
  const fault = await connect(target, { connectTimeoutSeconds: 2 }).catch((error) => error);
  expect(fault).toMatchObject({ name: "DatabaseError", code });
  expect(isTransient(fault)).toBe(code === "unreachable");
});

test.runIf(testServer)("a server without that database refuses", async () => {
  const url = new URL(testServer ?? "");
  url.pathname = "/slomix_test_not_there";
  await expect(connect(url.href)).rejects.toMatchObject({ code: "refused", sqlState: "3D000" });
});

test.runIf(testServer)("several processes may migrate at once", async () => {
  const { target, remove } = await freshTarget("postgres");
  const all = await Promise.all([1, 2, 3].map(() => connect(target, { max: 1 })));
  expect(await all[0]?.query("select count(*) as n from team_pool")).toEqual([{ n: 7 }]);
  await Promise.all(all.map((db) => db.close()));
  await remove();
});

describe.runIf(testServer)("a connection that breaks", () => {
  let fresh: Awaited<ReturnType<typeof freshTarget>>;
  let db: Database;
  let killer: Database;
  beforeAll(async () => {
    fresh = await freshTarget("postgres");
    db = await connect(fresh.target, { max: 1 });
    killer = await connect(fresh.target, { max: 1 });
  });
  afterAll(async () => {
    await db.close();
    await killer.close();
    await fresh.remove();
  });
  const kill = async (tx: Tx) => {
    const [own] = await tx.query<{ pid: number }>("select pg_backend_pid() as pid");
    await killer.query("select pg_terminate_backend($1::int)", [own?.pid]);
  };
  const insert = (tx: Tx) => tx.query("insert into live_status (status_type) values ('x')");
  const swallow = async (work: Promise<unknown>) => {
    await work.catch(() => {});
  };

  test.each<[string, (tx: Tx) => Promise<unknown>]>([
    ["between two statements", async (tx) => kill(tx).then(() => insert(tx))],
    [
      "long before the next statement",
      async (tx) => {
        await kill(tx);
        await new Promise((resolve) => setTimeout(resolve, 50));
        await insert(tx);
      },
    ],
    [
      "during a statement",
      async (tx) => {
        const killed = new Promise((resolve) => setTimeout(resolve, 50)).then(() =>
          killer.query(
            "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(7)%' and pid <> pg_backend_pid()",
          ),
        );
        await Promise.all([tx.query("select pg_sleep(7)"), killed]);
      },
    ],
    ["before the commit", async (tx) => kill(tx)],
    [
      "while its work goes on as if nothing were",
      async (tx) => {
        await kill(tx);
        for (let i = 0; i < 5; i++) await swallow(insert(tx));
      },
    ],
    [
      "within a savepoint",
      (tx) =>
        tx.drizzle.transaction(async () => {
          await kill(tx);
          await insert(tx);
        }),
    ],
    [
      "during a COPY",
      async (tx) => {
        await kill(tx);
        await tx.copy("live_status", ["status_type"], [["x"]]);
      },
    ],
  ])("%s is gone, and the next transaction has a new one", async (_, work) => {
    const before = Date.now();
    const fault = await db
      .transaction(async (tx) => {
        await insert(tx);
        await work(tx);
      })
      .catch((error) => error);
    expect(fault).toMatchObject({ name: "DatabaseError", code: "gone" });
    expect(isTransient(fault)).toBe(true);
    expect(await db.query("select 1 as a")).toEqual([{ a: 1 }]);
    await db.transaction(async (tx) => {
      expect(await tx.query("select * from live_status")).toEqual([]);
    });
    expect(Date.now() - before).toBeLessThan(5_000);
  });

  test("outside a transaction, and through the query builder", async () => {
    const cut = () =>
      killer.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      );
    await cut();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await db.drizzle.select().from(rounds)).toEqual([]);
    const slept = db.query("select pg_sleep(7)").catch((error) => error);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await cut();
    expect(await slept).toMatchObject({ code: "gone" });
    expect(await db.query("select 1 as a")).toEqual([{ a: 1 }]);
  });

  test("given up in the middle of a long answer", async () => {
    const left = await db
      .transaction(async (tx) => {
        for await (const chunk of await tx.copyOut("(select i from generate_series(1, 2000000) i)"))
          return chunk.length;
        return 0;
      })
      .catch((error) => error);
    expect(left).toMatchObject({ code: "gone" });
    expect(await db.query("select 1 as a")).toEqual([{ a: 1 }]);
  });
});

test.runIf(testServer)("more callers than connections wait for one", async () => {
  const { target, remove } = await freshTarget("postgres");
  const db = await connect(target, { max: 2 });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      i % 2
        ? db.query("select $1::int as i", [i])
        : db.transaction((tx) => tx.query("select $1::int as i", [i])),
    ),
  );
  expect(answers.flat()).toEqual(Array.from({ length: 20 }, (_, i) => ({ i })));
  const waiting = Promise.allSettled(
    Array.from({ length: 4 }, () => db.query("select pg_sleep(0.05)")),
  );
  await db.close();
  const ends = await waiting;
  for (const end of ends)
    if (end.status === "rejected") expect(end.reason).toMatchObject({ code: "gone" });
  expect(ends.map((end) => end.status)).toContain("rejected");
  await expect(db.query("select 1")).rejects.toMatchObject({ code: "gone" });
  await remove();
});

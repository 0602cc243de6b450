import { connect, type Database } from "@slomix/db";
import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { keptAnswers } from "./kept-answers.ts";

let db: Database;
let made: string[] = [];
beforeAll(async () => {
  db = await connect("memory:");
}, 60_000);
afterAll(() => db.close());
beforeEach(() => {
  made = [];
});

/** An API whose answers tell how many rows there are. */
function counting(room?: number) {
  const app = new Hono().use(keptAnswers(db, room));
  app.get("/:what", async (c) => {
    made.push(c.req.path);
    if (c.req.param("what") === "nothing") return c.json({ none: true }, 404);
    if (c.req.param("what") === "fault") throw new Error("a fault");
    const [row] = await db.query("select count(*)::int as n from live_status");
    c.header("X-Total-Count", "7");
    c.header("X-Request-Id", c.req.header("X-Request-Id") ?? "");
    return c.json({ ...row, asked: c.req.query("q") ?? null });
  });
  app.onError((_, c) => c.json({}, 500));
  return app;
}
const write = () => db.query("insert into live_status (status_type) values ('x' || random())");

test("gives an answer again, without what belonged to the first request", async () => {
  const app = counting();
  const first = await app.request("/a?q=1", { headers: { "X-Request-Id": "one" } });
  const again = await app.request("/a?q=1", { headers: { "X-Request-Id": "two" } });
  expect(await again.json()).toEqual(await first.json());
  expect(again.headers.get("X-Total-Count")).toBe("7");
  expect(again.headers.get("Content-Type")).toBe("application/json");
  expect(again.headers.get("X-Request-Id")).toBeNull();
  expect(await (await app.request("/a?q=2")).json()).toMatchObject({ asked: "2" });
  expect((await app.request("/a?q=1", { method: "HEAD" })).status).toBe(200);
  expect(made).toEqual(["/a", "/a"]);
});

test("makes it anew after any write, also when a transaction ends that had begun before", async () => {
  const app = counting();
  const count = async () => ((await (await app.request("/a")).json()) as { n: number }).n;
  const before = await count();
  await write();
  expect(await count()).toBe(before + 1);
  await db.transaction(async (tx) => {
    await tx.query("insert into live_status (status_type) values ('y')");
  });
  expect(await count()).toBe(before + 2);
  await db.query("delete from live_status");
  expect(await count()).toBe(0);
  expect(await count()).toBe(0);
  expect(made).toHaveLength(4);
});

test("makes one answer for all who ask at the same time", async () => {
  const app = counting();
  const all = await Promise.all(Array.from({ length: 20 }, () => app.request("/a")));
  for (const response of all) expect(await response.json()).toHaveProperty("n");
  expect(made).toEqual(["/a"]);
});

test("keeps no refusal and no fault, and lets each ask for his own", async () => {
  const app = counting();
  for (const [path, status] of [
    ["/nothing", 404],
    ["/fault", 500],
  ] as const) {
    const all = await Promise.all([app.request(path), app.request(path)]);
    expect(all.map((response) => response.status)).toEqual([status, status]);
    expect((await app.request(path)).status).toBe(status);
  }
  expect(made).toHaveLength(6);
});

test("lets go of what was not asked for the longest when room runs out", async () => {
  const app = counting(1500);
  for (const path of ["/a", "/b", "/a", "/c", "/a", "/b"]) await app.request(path);
  expect(made).toEqual(["/a", "/b", "/c", "/b"]);
});

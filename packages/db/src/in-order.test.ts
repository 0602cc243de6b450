import { expect, test } from "vitest";
import { onEachEngine } from "../test/engines.ts";
import { together } from "./together.ts";

onEachEngine("statements asked for side by side", (db) => {
  test("are carried out in the order in which they were asked for, COPY among them", async () => {
    const seen = await db().transaction(async (tx) => {
      await tx.query("delete from team_pool");
      const parts: Promise<unknown>[] = [];
      for (let i = 0; i < 30; i++) {
        const name = `n${i}`;
        parts.push(
          i % 10 === 3
            ? tx.copy("team_pool", ["name"], [[name]])
            : tx.query("insert into team_pool (name) values ($1)", [name]),
          tx.query("select max(id) as id, count(*)::int as n from team_pool"),
        );
      }
      const answers = await together(...parts);
      await tx.query("delete from team_pool");
      return answers.flatMap((rows) =>
        Array.isArray(rows) && rows.length > 0 ? [(rows[0] as { n: number }).n] : [],
      );
    });
    expect(seen).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  });

  test("fail with the error of the first that failed, when all have ended", async () => {
    let ended = 0;
    const deep = async (work: Promise<unknown>) => {
      await work;
    };
    const attempt = db().transaction(async (tx) => {
      await together(
        tx.query("select 1"),
        deep(deep(tx.query("select 1 / 0"))),
        ...Array.from({ length: 3 }, () => tx.query("select 2").finally(() => ended++)),
      );
    });
    await expect(attempt).rejects.toMatchObject({ code: "bad_value", sqlState: "22012" });
    expect(ended).toBe(3);
    expect(await db().query("select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("a part that fails by itself waits for the others", async () => {
    let slow = false;
    const attempt = db().transaction(async (tx) => {
      await together(
        Promise.reject(new Error("of our own")),
        tx.query("select pg_sleep(0.05)").then(() => {
          slow = true;
        }),
      );
    });
    await expect(attempt).rejects.toThrow("of our own");
    expect(slow).toBe(true);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../test/any-text.ts";
import { onEachEngine } from "../test/engines.ts";
import type { SqlValue } from "./connect.ts";
import { storableText } from "./storable.ts";

const hostile = [
  "",
  "\\N",
  "\\.",
  "a\tb\nc\rd\\e",
  "\b\f\v\x01\x7f",
  "\\\\n \\t",
  "^1Bor^7ovets|ö€😀",
  "nul\0nul",
  "lone \ud800 surrogate",
  '{"not": json',
  " spaces ",
  "\u2028\u2029\ufeff",
];

onEachEngine("COPY", (db) => {
  test("writes hostile text, JSON, bytes, dates and booleans as they are", async () => {
    const columns = ["id", "filename", "error_message", "raw", "played_at", "success", "raw_size"];
    const when = new Date("2026-03-04T19:15:04.125Z");
    const rows = hostile.map((text, i): SqlValue[] => [
      i,
      `${i}`,
      text,
      new TextEncoder().encode(text),
      when,
      i % 2 === 0,
      i % 3 === 0 ? undefined : i,
    ]);
    await db().transaction(async (tx) => {
      expect(await tx.copy("processed_files", columns, rows)).toBe(rows.length);
      const kept = await tx.query(`select ${columns.join(", ")} from processed_files order by id`);
      expect(kept).toEqual(
        hostile.map((text, i) => ({
          id: i,
          filename: `${i}`,
          error_message: storableText(text),
          raw: new TextEncoder().encode(text),
          played_at: when,
          success: i % 2 === 0,
          raw_size: i % 3 === 0 ? null : i,
        })),
      );
      await tx.query("delete from processed_files");
    });
  });

  test("any text comes back, alone and within JSON", async () => {
    const texts = fc.array(anyText(), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(texts, async (list) => {
        await db().transaction(async (tx) => {
          await tx.query("delete from live_status");
          await tx.copy(
            "live_status",
            ["status_type", "status_data"],
            list.map((text, i) => [`${i} ${text}`, { text, [text]: [text] }]),
          );
          const kept = await tx.query(
            "select status_type, status_data from live_status order by id",
          );
          expect(kept).toEqual(
            list.map((text, i) => {
              const clean = storableText(text);
              return {
                status_type: `${i} ${clean}`,
                status_data:
                  clean === "text" ? { text: [clean] } : { text: clean, [clean]: [clean] },
              };
            }),
          );
        });
      }),
      { numRuns: 40 },
    );
  });

  test("takes more rows than one piece holds, from a generator", async () => {
    const rows = function* (): Generator<SqlValue[]> {
      for (let i = 0; i < 20_000; i++) yield ["AAAA0000", `name ${i} ${"x".repeat(40)}`, 0, 0];
    };
    const instant = new Date(0);
    const written = await db().transaction((tx) =>
      tx.copy(
        "player_aliases",
        ["guid", "alias", "first_seen", "last_seen"],
        [...rows()].map(([guid, alias]) => [guid, alias, instant, instant]),
      ),
    );
    expect(written).toBe(20_000);
    expect(await db().query("select count(distinct alias) as n from player_aliases")).toEqual([
      { n: 20_000 },
    ]);
    await db().query("truncate player_aliases");
  });

  test.each([
    [
      "a CHECK",
      "team_pool",
      ["name", "color"],
      [
        ["ok", 1],
        ["bad", -1],
      ],
      "constraint",
    ],
    ["a unique", "team_pool", ["name"], [["twice"], ["twice"]], "constraint"],
    [
      "a foreign key, checked after the last row",
      "greatshot_analysis",
      ["demo_id", "metadata_json", "stats_json", "events_json"],
      [["none", {}, {}, {}]],
      "constraint",
    ],
    ["a number that is none", "team_pool", ["name", "color"], [["ok", "red"]], "bad_value"],
    ["a column that is not there", "team_pool", ["nick"], [["x"]], "bad_query"],
    [
      "a row that is too short",
      "team_pool",
      ["name", "color"],
      [["ok", 1], ["short"]],
      "bad_value",
    ],
    [
      "an invalid date",
      "team_pool",
      ["name", "created_at"],
      [["x", new Date(Number.NaN)]],
      "bad_value",
    ],
  ] as const)(
    "%s refuses the whole call, and the connection lives on",
    async (_, table, columns, rows, code) => {
      const attempt = db().transaction((tx) => tx.copy(table, columns, rows));
      await expect(attempt).rejects.toMatchObject({ name: "DatabaseError", code });
      expect(await db().query("select count(*) as n from team_pool")).toEqual([{ n: 7 }]);
      await db().transaction(async (tx) => {
        expect(await tx.copy("team_pool", ["name"], [])).toBe(0);
      });
    },
  );

  test("gives out what it took in", async () => {
    await db().transaction(async (tx) => {
      const text: Uint8Array[] = [];
      for await (const chunk of await tx.copyOut("(select name, color from team_pool order by id)"))
        text.push(chunk);
      expect(Buffer.concat(text).toString().split("\n")[1]).toBe("S*F\t15158332");
      await tx.query("delete from team_pool");
      await tx.copyIn("team_pool (name, color)", text);
      expect(await tx.query("select count(*) as n from team_pool")).toEqual([{ n: 7 }]);
    });
    await expect(
      db().transaction((tx) =>
        tx.copyOut("(select 1 / 0)").then(async (rows) => {
          for await (const _ of rows);
        }),
      ),
    ).rejects.toMatchObject({ code: "bad_value" });
  });
});

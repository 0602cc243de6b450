import { beforeAll, expect, it } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { storeBareEvening, storeEvening } from "../../test/evening.ts";
import { tableShapes } from "../tables.ts";
import { type ExportPage, exportTables } from "./export-tables.ts";

onEachEngine("exportTables", (db) => {
  beforeAll(async () => {
    await storeEvening(db());
    await storeBareEvening(db());
  });
  const all = async (pageSize?: number) => {
    const pages: ExportPage[] = [];
    for await (const page of exportTables(db(), pageSize)) pages.push(page);
    return pages;
  };

  it("gives every table, parents first, with all rows whatever the page", async () => {
    const whole = await all();
    expect(whole.map((page) => page.table)).toEqual(tableShapes().map((table) => table.name));
    const order = whole.map((page) => page.table);
    expect(order.indexOf("rounds")).toBeLessThan(order.indexOf("player_comprehensive_stats"));
    for (const size of [1, 3, 22]) {
      const rows = new Map<string, unknown[]>();
      for (const page of await all(size)) {
        expect(page.rows.length).toBeLessThanOrEqual(size);
        rows.set(page.table, [...(rows.get(page.table) ?? []), ...page.rows]);
      }
      for (const page of whole) expect(rows.get(page.table), page.table).toEqual(page.rows);
    }
    const stats = whole.find((page) => page.table === "player_comprehensive_stats");
    const [{ count } = { count: 0 }] = await db().query<{ count: number }>(
      "select count(*)::int as count from player_comprehensive_stats",
    );
    expect(stats?.rows).toHaveLength(count);
  });

  it("writes values that JSON knows", async () => {
    await db().query(
      `insert into processed_files (filename, raw, played_at) values ('a.txt', '\\x00ff10', '2025-03-01T20:00:00+01')`,
    );
    await db().query(
      "insert into player_links (player_guid, discord_id) values ('AAAA1111', 1234567890123456789)",
    );
    const cell = async (table: string, column: string) => {
      const page = (await all()).find((one) => one.table === table);
      return page?.rows[0]?.[page.columns.indexOf(column)];
    };
    expect(await cell("processed_files", "raw")).toBe("AP8Q");
    expect(await cell("processed_files", "played_at")).toBe("2025-03-01T19:00:00.000Z");
    expect(await cell("processed_files", "error_code")).toBeNull();
    expect(await cell("player_links", "discord_id")).toBe("1234567890123456789");
    expect(await cell("rounds", "round_date")).toBe("2025-03-01");
    expect(await cell("rounds", "is_valid")).toBe(true);
    expect(await cell("session_teams", "player_guids")).toEqual(["AAAA1111", "BBBB2222"]);
    const pages = await all();
    expect(JSON.parse(JSON.stringify(pages))).toEqual(pages);
  });

  it("goes through keys of text and of several columns without a gap", async () => {
    const guids = ["a", "B", "b", "Č", "ä", "Z", "_", "0"];
    const pairs = guids.flatMap((a) => guids.filter((b) => a < b).map((b) => [a, b] as const));
    for (const [a, b] of pairs)
      await db().query(
        "insert into player_synergies (player_a_guid, player_b_guid, synergy_score) values ($1, $2, 0)",
        [a, b],
      );
    const pages = (await all(3)).filter((page) => page.table === "player_synergies");
    const found = pages.flatMap((page) => page.rows.map((row) => [row[0], row[1]]));
    expect(found).toHaveLength(pairs.length);
    expect(new Set(found.map(String)).size).toBe(pairs.length);
  });
});

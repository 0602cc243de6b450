import { expect, it } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { storeBareEvening, storeEvening, sumUp } from "../../test/evening.ts";
import { badgeBoards } from "./badge-boards.ts";
import { playerProfile } from "./player-profile.ts";
import { ROSTER_ORDERS, roster } from "./roster.ts";

const page = { limit: 100, offset: 0 };

onEachEngine("everybody", (db) => {
  it("is nobody at first", async () => {
    expect(await roster(db(), page)).toEqual({ players: 0, total: 0, rows: [], didYouMean: [] });
    expect((await badgeBoards(db())).flatMap(({ leaders }) => leaders)).toEqual([]);
  });

  it("is told with the numbers of the profiles, who played last in front; bots are nobody", async () => {
    await storeEvening(db());
    await storeBareEvening(db());
    await sumUp(db());
    const { rows, players, total } = await roster(db(), page);
    expect([players, total]).toEqual([rows.length, rows.length]);
    expect(rows.map(({ name }) => name)).not.toContain("[BOT]Fred");
    for (const row of rows) {
      const profile = await playerProfile(db(), row.guid);
      const { rounds, kdRatio, dpm, timePlayedSeconds } = profile?.totals ?? {};
      expect(row).toMatchObject({ rounds, kdRatio, dpm, timePlayedSeconds });
    }
    const last = rows.map(({ lastPlayed }) => lastPlayed);
    expect(last).toEqual([...last].sort().reverse());
    const ana = rows.find(({ guid }) => guid === "AAAA1111");
    expect(ana).toMatchObject({ name: "Ana", rawName: "^1Ana", rounds: 5 });
  });

  it.each(ROSTER_ORDERS)("stands by %s one way and the other, and comes in pages", async (sort) => {
    const down = (await roster(db(), { ...page, sort })).rows;
    const up = (await roster(db(), { ...page, sort, reversed: true })).rows;
    const key = {
      name: "name",
      rounds: "rounds",
      lastPlayed: "lastPlayed",
      time: "timePlayedSeconds",
      kd: "kdRatio",
      dpm: "dpm",
    } as const;
    const values = (rows: typeof down) => rows.map((row) => row[key[sort]]);
    expect(values(up)).toEqual(values(down).reverse());
    const { rows } = await roster(db(), { sort, limit: 2, offset: 1 });
    expect(rows).toEqual(down.slice(1, 3));
  });

  it("is narrowed by name like a search, or offers who may be meant", async () => {
    const { rows, total, players } = await roster(db(), { ...page, search: "B0R" });
    expect(rows.map(({ name }) => name).sort()).toEqual(["Ana", "Borovets"]);
    expect(total).toBe(2);
    expect(players).toBeGreaterThan(2);
    expect(await roster(db(), { ...page, search: "boxxvxts" })).toMatchObject({
      total: 0,
      rows: [],
      didYouMean: [{ name: "Borovets" }],
    });
  });

  it("holds badges", async () => {
    const kd = (await badgeBoards(db())).find(({ category }) => category === "kd");
    expect(kd).toMatchObject({ rounds: 20, leaders: [] });
    await db().query("update player_totals set rounds = rounds + 20 where period = 'all'");
    const held = (await badgeBoards(db())).find(({ category }) => category === "kd");
    const { rows } = await roster(db(), page);
    expect(held?.leaders).toHaveLength(3);
    for (const leader of held?.leaders ?? [])
      expect(rows.find(({ guid }) => guid === leader.guid)?.rawName).toBe(leader.rawName);
    expect(held?.levels[0]?.reached).toBe(rows.length);
  });
});

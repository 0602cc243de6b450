import { beforeAll, expect, it } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { storeBareEvening, storeEvening } from "../../test/evening.ts";
import { type LeaderboardFilter, leaderboard } from "./leaderboard.ts";
import { LEADERBOARDS } from "./leaderboard-metrics.ts";

// Equal rounds: the better K/D is nearer; all of these but Eva have one of two.
const order = ["Borovets", "100%_cene", "DÖRA", "Eva"];

onEachEngine("leaderboard", (db) => {
  beforeAll(async () => {
    await storeEvening(db());
    await storeBareEvening(db());
  });
  const rows = async (metric: string, filter: Partial<LeaderboardFilter> = {}) => {
    const board = await leaderboard(db(), metric, { limit: 10, minRounds: 1, ...filter });
    return board?.rows.map((row) => [row.rank, row.name, row.value, row.rounds]);
  };

  it("ranks humans over the rounds that count", async () => {
    expect(await rows("kills")).toEqual([
      [1, "DÖRA", 44, 4],
      [2, "Ana", 40, 5],
      [3, "100%_cene", 36, 4],
      [4, "Borovets", 28, 4],
      [5, "Eva", 3, 1],
    ]);
    expect(await rows("damage")).toEqual([
      [1, "DÖRA", 2200, 4],
      [2, "Ana", 2000, 5],
      [3, "100%_cene", 1800, 4],
      [4, "Borovets", 1400, 4],
    ]);
  });

  it("puts equal values by rounds, then name, whatever its case", async () => {
    // Everybody has 100 a minute, but Eva, whose line had no time.
    expect(await rows("dpm")).toEqual([
      [1, "Ana", 100, 5],
      [2, "100%_cene", 100, 4],
      [3, "Borovets", 100, 4],
      [4, "DÖRA", 100, 4],
      [5, "Eva", 0, 1],
    ]);
    expect((await rows("kd"))?.[0]).toEqual([1, "Eva", 3, 1]);
  });

  it("applies the metric's minimum, or the one asked for", async () => {
    const standard = await leaderboard(db(), "kd", { limit: 10 });
    expect(standard).toMatchObject({ minimum: { rounds: 50 }, total: 0, rows: [] });
    const lower = await leaderboard(db(), "kd", { limit: 10, minRounds: 5 });
    expect(lower).toMatchObject({ minimum: { rounds: 5 }, total: 1 });
    // 200 shots with the MP 40; the syringe is no aim, and 1000 are wanted.
    expect(await rows("accuracy")).toEqual([]);
    await db().query("update weapon_comprehensive_stats set shots = shots * 6, hits = hits * 6");
    expect(await rows("accuracy")).toEqual([[1, "Ana", 45, 5]]);
  });

  it("looks at a stretch of days and at one map", async () => {
    expect(await rows("kills", { to: "2025-02-28" })).toEqual([[1, "Ana", 20, 1]]);
    expect((await rows("kills", { from: "2025-03-01" }))?.[0]).toEqual([1, "DÖRA", 44, 4]);
    expect((await rows("kills", { map: "Adlernest" }))?.map((row) => row[1])).toEqual([
      "DÖRA",
      "100%_cene",
      "Borovets",
      "Ana",
    ]);
    expect(await rows("kills", { map: "braundorf_b4" })).toEqual([]);
    expect(await rows("accuracy", { map: "adlernest" })).toEqual([]);
  });

  it("looks at the days up to the newest round", async () => {
    // The newest evening is of 1 March 2025; the other one a month before it, in the same quarter.
    const board = await leaderboard(db(), "kills", { limit: 10, minRounds: 1, period: "30d" });
    expect([board?.from, board?.to]).toEqual(["2025-01-31", "2025-03-01"]);
    expect((await rows("kills", { period: "30d", from: "2025-02-15" }))?.at(1)).toEqual([
      2,
      "100%_cene",
      36,
      4,
    ]);
    expect(await rows("kills", { period: "season" })).toEqual(await rows("kills"));
    expect((await leaderboard(db(), "kills", { limit: 1, period: "season" }))?.from).toBe(
      "2025-01-01",
    );
    expect(await leaderboard(db(), "kills", { limit: 1, period: "all" })).toMatchObject({
      from: null,
      to: null,
    });
  });

  it("shows beside the value what it is made of, over the same rounds", async () => {
    const board = await leaderboard(db(), "kills", { limit: 10, minRounds: 1 });
    expect(board?.rows[1]).toMatchObject({
      guid: "AAAA1111",
      rawName: "^1Ana",
      kills: 40,
      deaths: 20,
      kdRatio: 2,
      timePlayedSeconds: 1200,
    });
  });

  it("says who is nearest to the minimum, and what is missing", async () => {
    const board = await leaderboard(db(), "kd", { limit: 10, minRounds: 5 });
    expect(board).toMatchObject({ total: 1, players: 5 });
    expect(board?.unranked.map((row) => [row.name, row.rounds, row.lacks])).toEqual(
      [
        ["100%_cene", 4, [{ of: "rounds", missing: 1 }]],
        ["Borovets", 4, [{ of: "rounds", missing: 1 }]],
        ["DÖRA", 4, [{ of: "rounds", missing: 1 }]],
        ["Eva", 1, [{ of: "rounds", missing: 4 }]],
      ].sort((a, b) => order.indexOf(String(a[0])) - order.indexOf(String(b[0]))),
    );
    const heads = await leaderboard(db(), "headshots", { limit: 10, minRounds: 1 });
    expect(heads?.unranked.find((row) => row.name === "Eva")?.lacks).toEqual([
      { of: "kills", missing: 497 },
    ]);
  });

  it("puts the lowest first where that is best", async () => {
    await db().query(
      "update player_comprehensive_stats set team_damage_given = 50 where player_guid = 'BBBB2222'",
    );
    const values = (await rows("teamwork"))?.map((row) => row[2]) as number[];
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(values.at(-1)).toBeGreaterThan(0);
  });

  it("cuts pages without losing ranks or the total", async () => {
    const page = await leaderboard(db(), "kills", { limit: 2, offset: 3, minRounds: 1 });
    expect(page?.rows.map((row) => [row.rank, row.name])).toEqual([
      [4, "Borovets"],
      [5, "Eva"],
    ]);
    expect(page?.total).toBe(5);
    expect(
      await leaderboard(db(), "kills", { limit: 2, offset: 10_000, minRounds: 1 }),
    ).toMatchObject({
      total: 5,
      rows: [],
    });
  });

  it.each(LEADERBOARDS)("describes itself: $metric", async (definition) => {
    const { minimum, ...words } = definition;
    const board = await leaderboard(db(), definition.metric, { limit: 1 });
    expect(board).toMatchObject({ ...words, minimum });
    expect(minimum.rounds).toBeGreaterThanOrEqual(10);
  });

  it.each(["", "KD", "kills; drop table rounds", "__proto__"])(
    "knows no metric %j",
    async (metric) => {
      expect(await leaderboard(db(), metric, { limit: 1 })).toBeNull();
    },
  );
});

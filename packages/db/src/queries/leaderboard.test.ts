import { beforeAll, expect, it } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { storeBareEvening, storeEvening, sumUp } from "../../test/evening.ts";
import { LEADERBOARDS } from "./boards.ts";
import { type LeaderboardFilter, leaderboard } from "./leaderboard.ts";

onEachEngine("leaderboard", (db) => {
  beforeAll(async () => {
    await storeEvening(db());
    await storeBareEvening(db());
  });
  const boardOf = async (metric: string, filter: Partial<LeaderboardFilter> = {}) => {
    const board = await leaderboard(db(), metric, { limit: 10, ...filter });
    if (!board?.ok) throw new Error(board?.problem.message ?? `no board ${metric}`);
    return board.value;
  };
  const rows = async (metric: string, filter: Partial<LeaderboardFilter> = {}) => {
    const board = await boardOf(metric, { minRounds: 1, ...filter });
    return board.rows.map((row) => [row.rank, row.name, row.value, row.rounds]);
  };
  const change = async (sql: string) => {
    await db().query(sql);
    await sumUp(db());
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
      [5, "Eva", 0, 1],
    ]);
  });

  it("puts equal values by rounds, then name, whatever its case", async () => {
    // Everybody has 100 a minute and shares the place, but Eva, whose line had no damage.
    expect(await rows("dpm")).toEqual([
      [1, "Ana", 100, 5],
      [1, "100%_cene", 100, 4],
      [1, "Borovets", 100, 4],
      [1, "DÖRA", 100, 4],
    ]);
  });

  it("applies the metric's minimum, or the one asked for", async () => {
    const bound = (board: Awaited<ReturnType<typeof boardOf>>, sum: string) =>
      board.minimum.find((one) => one.sum === sum)?.least;
    const standard = await boardOf("kd");
    expect([bound(standard, "rounds"), standard.total, standard.rows]).toEqual([50, 0, []]);
    expect(bound(standard, "damageGiven")).toBe(300);
    expect(bound(await boardOf("kd", { map: "supply" }), "rounds")).toBe(10);
    const lower = await boardOf("kd", { minRounds: 5 });
    expect([bound(lower, "rounds"), lower.total]).toEqual([5, 1]);
    // 200 shots with the MP 40; the syringe is no aim, and 1000 are wanted.
    expect(await rows("accuracy")).toEqual([]);
    await change("update weapon_comprehensive_stats set shots = shots * 6, hits = hits * 6");
    expect(await rows("accuracy")).toEqual([[1, "Ana", 45, 5]]);
  });

  it("looks at one side, and at one class of weapons", async () => {
    // Ana stood on side 1 in the goldrush round and both second rounds.
    expect((await rows("kills", { side: 1 })).find((row) => row[1] === "Ana")).toEqual([
      1,
      "Ana",
      32,
      3,
    ]);
    expect(await rows("kills", { weaponClass: "smg" })).toEqual([[1, "Ana", 10, 2]]);
    expect(await rows("accuracy", { weaponClass: "smg" })).toEqual([[1, "Ana", 45, 2]]);
    expect(await rows("kills", { weaponClass: "rifle" })).toEqual([]);
    expect(await leaderboard(db(), "revives", { limit: 1, weaponClass: "smg" })).toMatchObject({
      ok: false,
      problem: { code: "no_weapon_class" },
    });
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
    const board = await boardOf("kills", { minRounds: 1, period: "30d" });
    expect([board.from, board.to]).toEqual(["2025-01-30", "2025-03-01"]);
    expect(board.window).toBe("30 days to 2025-03-01 20:50 UTC");
    expect((await rows("kills", { period: "30d", from: "2025-02-15" }))?.at(1)).toEqual([
      2,
      "100%_cene",
      36,
      4,
    ]);
    expect(await rows("kills", { period: "season" })).toEqual(await rows("kills"));
    expect((await boardOf("kills", { period: "season" })).from).toBe("2025-01-01");
    expect(await rows("kills", { period: "2025-Q1" })).toEqual(await rows("kills"));
    expect(await boardOf("kills", { period: "2024-Q4" })).toMatchObject({ players: 0, rows: [] });
    expect(await boardOf("kills", { period: "all" })).toMatchObject({ from: null, to: null });
    expect(await leaderboard(db(), "kills", { limit: 1, period: "2025-Q7" })).toMatchObject({
      ok: false,
      problem: { code: "bad_period" },
    });
  });

  it("answers for the past what it would have said then", async () => {
    const asOfMs = Date.parse("2025-03-01T20:15:00Z");
    // The rounds of 20:10 and of a month before.
    expect((await rows("kills", { asOfMs })).at(0)).toEqual([1, "Ana", 22, 2]);
    expect((await rows("kills", { asOfMs, period: "7d" })).at(-1)).toEqual([4, "Ana", 2, 1]);
    expect(await rows("kills", { asOfMs: Date.parse("2020-01-01") })).toEqual([]);
  });

  it("shows beside the value what it is made of, over the same rounds", async () => {
    const board = await boardOf("kills", { minRounds: 1 });
    expect(board.rows[1]).toMatchObject({
      guid: "AAAA1111",
      rawName: "^1Ana",
      kills: 40,
      deaths: 20,
      kdRatio: 2,
      timePlayedSeconds: 1200,
    });
  });

  it("says who is nearest to the minimum, and what is missing", async () => {
    const board = await boardOf("kd", { minRounds: 5 });
    expect(board).toMatchObject({ total: 1, players: 5 });
    const one = { sum: "rounds", label: "rounds", missing: 1 };
    expect(board.unranked.map((row) => [row.name, row.rounds, row.lacks])).toEqual([
      ["100%_cene", 4, [one]],
      ["Borovets", 4, [one]],
      ["DÖRA", 4, [one]],
      [
        "Eva",
        1,
        [
          { ...one, missing: 4 },
          { sum: "damageGiven", label: "damage given", missing: 300 },
          { sum: "deaths", label: "deaths by enemies", missing: 1 },
        ],
      ],
    ]);
  });

  it("puts the lowest first where that is best", async () => {
    await change(
      "update player_comprehensive_stats set team_damage_given = 50 where player_guid = 'BBBB2222'",
    );
    const values = (await rows("teamwork"))?.map((row) => row[2]) as number[];
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(values.at(-1)).toBeGreaterThan(0);
  });

  it("cuts pages without losing ranks or the total", async () => {
    const page = await boardOf("kills", { limit: 2, offset: 3, minRounds: 1 });
    expect(page.rows.map((row) => [row.rank, row.name])).toEqual([
      [4, "Borovets"],
      [5, "Eva"],
    ]);
    expect(page.total).toBe(5);
    expect(await boardOf("kills", { limit: 2, offset: 10_000, minRounds: 1 })).toMatchObject({
      total: 5,
      rows: [],
    });
  });

  it.each(LEADERBOARDS)("describes itself: $metric", async (definition) => {
    const board = await boardOf(definition.metric);
    expect(board).toMatchObject({ ...definition });
    const rounds = definition.minimum.find((one) => one.sum === "rounds")?.least ?? 0;
    // Whoever has played at all may be among those with most rounds.
    expect(rounds).toBeGreaterThanOrEqual(definition.metric === "games" ? 0 : 10);
  });

  it.each(["", "KD", "kills; drop table rounds", "__proto__"])(
    "knows no metric %j",
    async (metric) => {
      expect(await leaderboard(db(), metric, { limit: 1 })).toBeNull();
    },
  );
});

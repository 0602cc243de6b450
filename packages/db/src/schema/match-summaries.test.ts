import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { LeastRows, readChecks } from "../../test/every-table.ts";
import { matchSummaries } from "./index.ts";

onEachEngine("the summary of a match", (db) => {
  test("adds up both rounds, keeps the longer spree and makes ratios anew", async () => {
    const least = new LeastRows(await readChecks(db()));
    await db().transaction(async (tx) => {
      const round = async (match: string, number: 1 | 2, over = {}) =>
        (
          await least.insert(tx, "rounds", {
            round_key: `${match}-${number}`,
            match_id: match,
            round_number: number,
            map_name: "supply",
            gaming_session_id: 3,
            is_valid: true,
            ...over,
          })
        )["id"];
      const player = (round_id: unknown, player_guid: string, numbers = {}) =>
        least.insert(tx, "player_comprehensive_stats", {
          round_id: round_id as number,
          player_guid,
          ...numbers,
        });
      const one = await round("m", 1);
      const two = await round("m", 2);
      await player(one, "BOTH", {
        round_number: 1,
        player_name: "^1old",
        clean_name: "old",
        kills: 10,
        deaths: 4,
        hits: 30,
        shots: 100,
        damage_given: 1500,
        damage_received: 1200,
        killing_spree_best: 5,
        death_spree_worst: 3,
        xp: -2,
        time_played_seconds: 600,
        time_played_minutes: 10,
        time_dead_minutes: 2,
        time_dead_ratio: 20,
        time_played_percent: 80,
      });
      await player(two, "BOTH", {
        round_number: 2,
        player_name: "^2new",
        clean_name: "new",
        kills: 2,
        deaths: 2,
        hits: 0,
        shots: 20,
        damage_given: 300,
        damage_received: 1500,
        killing_spree_best: 0,
        death_spree_worst: 4,
        xp: 20,
        time_played_seconds: 300,
        time_played_minutes: 5,
        time_dead_minutes: 1,
        time_dead_ratio: 20,
        time_played_percent: 50,
      });
      await player(one, "LEFT", { round_number: 1, kills: 3, deaths: 0, shots: 0, hits: 0 });
      await player(two, "WEAPONS", {
        round_number: 2,
        damage_given: null,
        time_played_seconds: null,
        time_played_percent: null,
      });
      // Matches that lack a round that counts have no summary.
      await player(await round("lone", 1), "BOTH");
      await player(await round("orphan", 2, { is_valid: false }), "BOTH");
      await player(await round("half", 1), "BOTH");
      await player(await round("half", 2, { is_valid: false }), "BOTH");
    });
    const rows = await db()
      .drizzle.select()
      .from(matchSummaries)
      .orderBy(matchSummaries.playerGuid);
    expect(rows.map((row) => [row.playerGuid, row.roundsPlayed])).toEqual([
      ["BOTH", 2],
      ["LEFT", 1],
      ["WEAPONS", 1],
    ]);
    expect(rows[0]).toMatchObject({
      matchId: "m",
      mapName: "supply",
      gamingSessionId: 3,
      playerName: "^2new",
      cleanName: "new",
      kills: 12,
      deaths: 6,
      hits: 30,
      shots: 120,
      damageGiven: 1800,
      killingSpreeBest: 5,
      deathSpreeWorst: 4,
      xp: 18,
      timePlayedSeconds: 900,
      timeDeadMinutes: 3,
      timeDeadRatio: 20,
      timePlayedPercent: 70,
      kdRatio: 2,
      dpm: 120,
      accuracy: 25,
      // 2700 damage over 6 deaths is 3.46 lives of 130 a death.
      tankMeatshield: 3.5,
    });
    expect(rows[0]?.efficiency).toBeCloseTo(66.667, 3);
    const [left] = await db()
      .drizzle.select()
      .from(matchSummaries)
      .where(eq(matchSummaries.playerGuid, "LEFT"));
    expect(left).toMatchObject({ kills: 3, deaths: 0, kdRatio: 3, dpm: 0, accuracy: 0 });
  });
});

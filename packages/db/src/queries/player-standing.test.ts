import { beforeAll, expect, it } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { people, storeBareEvening, storeEvening, sumUp } from "../../test/evening.ts";
import { playerStanding } from "./player-standing.ts";

onEachEngine("a player's standing", (db) => {
  beforeAll(async () => {
    await storeEvening(db());
    await storeBareEvening(db());
  });

  it("is withheld from who has played too little", async () => {
    expect(await playerStanding(db(), "AAAA1111")).toEqual({
      from: "2024-12-01",
      to: "2025-03-01",
      minimumRounds: 30,
      players: 0,
      rounds: 5,
      measures: [],
      rivals: [{ guid: "DDDD4444", name: "DÖRA", rawName: "DÖRA", kills: 4, deaths: 2, rounds: 1 }],
    });
  });

  it("stands among those with enough rounds, best first, equals together", async () => {
    // Each line of the four becomes ten rounds: 40 for each, 50 for Ana.
    for (let copy = 1; copy < 10; copy += 1)
      await db().transaction(async (tx) => {
        await tx.query(
          `insert into rounds (round_key, match_id, round_number, round_date, round_time,
             round_ended_at, map_name, gaming_session_id)
           select round_key || $1, match_id || $1, round_number, round_date, round_time,
             round_ended_at, map_name, gaming_session_id
           from rounds where is_valid and round_status = 'completed' and length(match_id) < 40
             and match_id not like '%+%'`,
          [`+${copy}`],
        );
        await tx.query(
          `insert into player_comprehensive_stats (round_id, round_date, map_name, round_number,
             player_guid, player_name, clean_name, kills, deaths, damage_given,
             time_played_seconds, revives_given)
           select n.id, p.round_date, p.map_name, p.round_number, p.player_guid, p.player_name,
             p.clean_name, case when p.player_guid = 'BBBB2222' then 0 else p.kills end, p.deaths,
             p.damage_given, p.time_played_seconds, case when p.player_guid = 'AAAA1111' then 3 end
           from player_comprehensive_stats p join rounds r on r.id = p.round_id
           join rounds n on n.round_key = r.round_key || $1 where not p.is_bot`,
          [`+${copy}`],
        );
      });
    await sumUp(db());
    const standing = await playerStanding(db(), "BBBB2222");
    expect(standing).toMatchObject({ players: 4, rounds: 40 });
    const of = (key: string) => standing?.measures.find((one) => one.measure === key);
    expect(of("dpm")).toMatchObject({ value: 100, rank: 1, behind: 0, median: 100 });
    const kd = of("kd");
    expect(kd).toMatchObject({ value: 0.2, rank: 4, behind: 0 });
    expect(kd?.values).toEqual([0.2, 2, 2, 2]);
    expect([kd?.quarter, kd?.median, kd?.threeQuarters]).toEqual([1.55, 2, 2]);
    const best = await playerStanding(db(), "AAAA1111");
    expect(best?.measures.find((one) => one.measure === "kd")).toMatchObject({ rank: 1 });
    expect(best?.measures.find((one) => one.measure === "revives")).toMatchObject({
      rank: 1,
      behind: 100,
    });
    expect(best?.measures.find((one) => one.measure === "kd")?.behind).toBeCloseTo(100 / 3, 10);
  });

  it.each([people.bot.player_guid, "FFFFFFFF", "", "%"])("knows no player %j", async (guid) => {
    expect(await playerStanding(db(), guid)).toBeNull();
  });
});

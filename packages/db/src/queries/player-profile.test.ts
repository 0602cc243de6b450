import { beforeAll, describe, expect, it } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { people, storeBareEvening, storeEvening, sumUp } from "../../test/evening.ts";
import { playerProfile } from "./player-profile.ts";

onEachEngine("players", (db) => {
  beforeAll(async () => {
    await storeEvening(db());
    await storeBareEvening(db());
  });

  describe("playerProfile", () => {
    it("sums the rounds that count, and makes ratios of the sums", async () => {
      const profile = await playerProfile(db(), "AAAA1111");
      expect(profile).toMatchObject({
        guid: "AAAA1111",
        name: "Ana",
        firstSeen: "2025-02-01T20:00:00.000Z",
        lastSeen: "2025-03-01T20:40:00.000Z",
        sessions: 2,
      });
      // Rounds of 1, 2, 3, 4 and 10: neither the restart (1000) nor the bot round (5000).
      expect(profile?.totals).toMatchObject({
        rounds: 5,
        kills: 40,
        deaths: 20,
        damageGiven: 2000,
        timePlayedSeconds: 1200,
        timeDeadSeconds: 120,
        headshots: 20,
        hits: 60,
        shots: 200,
        xp: 5,
        killingSpreeBest: 10,
        deathSpreeWorst: 9,
        kdRatio: 2,
        dpm: 100,
        // 90 hits of 200 shots with the MP 40.
        accuracyHits: 90,
        accuracyShots: 200,
        accuracy: 45,
        timeDeadPercent: 10,
      });
      // Of 90 hits with the MP 40; hits whose weapon is not told are in no share.
      expect(profile?.totals.headshotPercent).toBeCloseTo((12 / 90) * 100, 10);
      expect(profile?.totals.headshotKillPercent).toBe(50);
    });

    it("divides by map, weapon and name", async () => {
      const profile = await playerProfile(db(), "AAAA1111");
      expect(profile?.maps.map((m) => [m.map, m.rounds, m.kills])).toEqual([
        ["adlernest", 2, 14],
        ["supply", 2, 6],
        ["goldrush", 1, 20],
      ]);
      expect(profile?.weapons).toEqual([
        {
          weapon: "MP40",
          rounds: 2,
          hits: 90,
          shots: 200,
          kills: 10,
          deaths: 2,
          headshots: 12,
          accuracy: 45,
          headshotPercent: (12 / 90) * 100,
          accuracyWeapon: true,
        },
        {
          weapon: "SYRINGE",
          rounds: 2,
          hits: 4,
          shots: 4,
          kills: 0,
          deaths: 0,
          headshots: 0,
          accuracy: 100,
          headshotPercent: 0,
          accuracyWeapon: false,
        },
      ]);
      expect(profile?.aliases.map((a) => [a.alias, a.rounds])).toEqual([
        ["Ana", 4],
        ["borko's mum", 9],
      ]);
    });

    it("knows how his matches ended, and how he did on either side", async () => {
      const profile = await playerProfile(db(), "AAAA1111");
      // Team A lost supply and drew adlernest; nothing came of the lone Round 1.
      expect(profile?.results).toEqual({ won: 0, lost: 1, drawn: 1 });
      const supply = profile?.maps.find((map) => map.map === "supply");
      expect(supply).toMatchObject({
        results: { won: 0, lost: 1, drawn: 0 },
        attackDpm: 100,
        defenceDpm: 100,
      });
      expect((await playerProfile(db(), "CCCC3333"))?.results).toEqual({
        won: 1,
        lost: 0,
        drawn: 1,
      });
    });

    it("has the last 90 days apart, and the accuracy of accuracy weapons", async () => {
      const profile = await playerProfile(db(), "AAAA1111");
      expect(profile).toMatchObject({ rawName: "^1Ana", totals: { accuracy: 45 } });
      expect(profile?.recent).toMatchObject({ from: "2024-12-01", to: "2025-03-01" });
      expect(profile?.recent?.totals.kills).toBe(40);
      const played = async (date: string) => {
        await db().query(
          `update rounds set round_date = $1, round_ended_at = $1::date + interval '20 hours'
           where gaming_session_id = 3`,
          [date],
        );
        await db().query(
          "update player_comprehensive_stats set round_date = $1 where map_name = 'goldrush'",
          [date],
        );
        await sumUp(db());
      };
      await played("2024-11-30");
      const later = await playerProfile(db(), "AAAA1111");
      expect([later?.totals.kills, later?.recent?.totals.kills]).toEqual([40, 20]);
      // 90 times 24 hours count back from 20:50.
      await played("2024-12-01");
      expect((await playerProfile(db(), "AAAA1111"))?.recent?.totals.kills).toBe(20);
      await played("2024-12-02");
      expect((await playerProfile(db(), "AAAA1111"))?.recent?.totals.kills).toBe(40);
      await played("2025-02-01");
    });

    it("ends with the latest rounds, newest first", async () => {
      const profile = await playerProfile(db(), "AAAA1111");
      expect(profile?.recentRounds.map((r) => [r.map, r.round, r.side, r.kills, r.won])).toEqual([
        ["adlernest", 2, 1, 8, true],
        ["adlernest", 1, 2, 6, false],
        ["supply", 2, 1, 4, false],
        ["supply", 1, 2, 2, true],
        ["goldrush", 1, 1, 20, true],
      ]);
    });

    it("treats numbers that a line did not have as none", async () => {
      const { totals } = (await playerProfile(db(), "EEEE5555")) ?? {};
      expect(totals).toMatchObject({
        rounds: 1,
        kills: 3,
        damageGiven: 0,
        dpm: 0,
        timePlayedSeconds: 0,
      });
    });

    it("prefers the name that the owner chose", async () => {
      await db().query(
        "insert into player_links (player_guid, discord_id, display_name) values ('BBBB2222', 123456789012345678, 'Boro')",
      );
      expect((await playerProfile(db(), "BBBB2222"))?.name).toBe("Boro");
    });

    it.each([people.bot.player_guid, "OMNIBOT0", "FFFFFFFF", "", "%", "aaaa1111"])(
      "knows no player %j",
      async (guid) => {
        expect(await playerProfile(db(), guid)).toBeNull();
      },
    );

    it("stays whole for somebody whose rounds do not count", async () => {
      await db().query("update rounds set is_valid = false where gaming_session_id = 3");
      await db().query(
        "update player_comprehensive_stats set player_guid = 'F00DF00D' where map_name = 'goldrush'",
      );
      await sumUp(db());
      expect(await playerProfile(db(), "F00DF00D")).toMatchObject({
        firstSeen: null,
        lastSeen: null,
        sessions: 0,
        totals: { rounds: 0, kills: 0, kdRatio: 0, dpm: 0, accuracy: 0 },
        maps: [],
        recentRounds: [],
      });
    });
  });
});

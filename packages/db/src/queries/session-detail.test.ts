import { beforeAll, expect, it } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { type Evening, storeBareEvening, storeEvening } from "../../test/evening.ts";
import { listSessions } from "./list-sessions.ts";
import { type SessionDetail, sessionDetail } from "./session-detail.ts";

onEachEngine("sessionDetail", (db) => {
  let evening: Evening;
  let detail: SessionDetail;
  beforeAll(async () => {
    evening = await storeEvening(db());
    await storeBareEvening(db());
    detail = (await sessionDetail(db(), 7)) as SessionDetail;
  });

  it("is what the list says of the session, and more", async () => {
    const [summary] = (await listSessions(db(), { limit: 1, offset: 0 })).sessions;
    expect(detail).toMatchObject(summary ?? {});
    expect(await sessionDetail(db(), "last")).toEqual(detail);
  });

  it.each([0, -1, 8, 2 ** 31, 2 ** 63, 1.5, Number.NaN])("knows no session %s", async (id) => {
    expect(await sessionDetail(db(), id)).toBeNull();
  });

  it("has the rosters, A then B", () => {
    expect(detail.teams).toEqual([
      {
        slot: "A",
        name: "puran",
        color: 3066993,
        guids: ["AAAA1111", "BBBB2222"],
        names: ["Ana", "Borovets"],
        confidence: "high",
      },
      {
        slot: "B",
        name: "insAne",
        color: 15844367,
        guids: ["CCCC3333", "DDDD4444"],
        names: ["100%_cene", "DÖRA"],
        confidence: null,
      },
    ]);
  });

  it("has who came for whom, with the round in which that was", () => {
    expect(detail.substitutions).toEqual([
      { team: "A", out: "BBBB2222", in: "EEEE5555", roundId: evening.supply2 },
      { team: "B", out: "DDDD4444", in: null, roundId: null },
    ]);
    expect(detail.reshuffled).toBe(false);
  });

  it("has the matches as they were scored, with their rounds", () => {
    expect(
      detail.matches.map((m) => [
        m.map,
        m.winner,
        m.result,
        m.counted,
        m.pointsA,
        m.pointsB,
        m.note,
      ]),
    ).toEqual([
      ["supply", "B", "time", true, 0, 1, null],
      ["adlernest", "draw", "double_fullhold", true, 1, 1, null],
      ["radar", null, "incomplete", false, 0, 0, "Round 2 missing"],
    ]);
    expect(detail.matches.map((m) => m.rounds.map((r) => [r.id, r.round, r.file]))).toEqual([
      [
        [evening.supply1, 1, "2025-03-01-201000-supply-round-1.txt"],
        [evening.supply2, 2, "2025-03-01-202000-supply-round-2.txt"],
      ],
      [
        [evening.adlernest1, 1, "2025-03-01-203000-adlernest-round-1.txt"],
        [evening.adlernest2, 2, "2025-03-01-204000-adlernest-round-2.txt"],
      ],
      [[evening.radar1, 1, null]],
    ]);
    const { players: _, ...round } = detail.matches[0]?.rounds[1] ?? { players: [] };
    expect(round).toEqual({
      id: evening.supply2,
      key: "2025-03-01-202000-supply-round-2.txt",
      matchId: "2025-03-01-201000-supply",
      map: "supply",
      round: 2,
      file: "2025-03-01-202000-supply-round-2.txt",
      start: "2025-03-01T20:11:59.500Z",
      end: "2025-03-01T20:20:00.000Z",
      clockSeconds: 480,
      gaveUp: false,
      durationSeconds: 480.5,
      durationSource: "header",
      timeLimitSeconds: 720,
      outcome: "completed",
      attackers: "B",
      defenderSide: 1,
      winnerSide: 2,
      valid: true,
      status: "completed",
      fixture: null,
      flags: [],
    });
  });

  it("says null where nothing is known", () => {
    expect(detail.matches[2]?.rounds[0]).toMatchObject({
      file: null,
      start: null,
      durationSeconds: null,
      durationSource: "unknown",
      outcome: "unknown",
      attackers: null,
      defenderSide: null,
      players: [],
    });
  });

  it("has everybody's numbers by side, bots with the eight characters of the file", () => {
    const [round1, round2] = detail.matches[0]?.rounds ?? [];
    const line = (p: {
      name: string;
      guid: string;
      side: unknown;
      team: unknown;
      kills: number;
    }) => [p.name, p.guid, p.side, p.team, p.kills];
    expect(round1?.players.map(line)).toEqual([
      ["DÖRA", "DDDD4444", 1, "B", 8],
      ["100%_cene", "CCCC3333", 1, "B", 6],
      ["Borovets", "BBBB2222", 2, "A", 4],
      ["Ana", "AAAA1111", 2, "A", 2],
      ["[BOT]Fred", "OMNIBOT0", 2, "A", 2],
    ]);
    expect(round2?.players.map(line)).toEqual([
      ["Borovets", "BBBB2222", 1, "A", 6],
      ["Ana", "AAAA1111", 1, "A", 4],
      ["DÖRA", "DDDD4444", 2, "B", 10],
      ["100%_cene", "CCCC3333", 2, "B", 8],
      ["Eva", "EEEE5555", null, null, 3],
    ]);
    expect(round1?.players[4]?.bot).toBe(true);
    expect(round2?.players[4]).toMatchObject({
      damageGiven: null,
      timePlayedSeconds: null,
      gibs: null,
      xp: null,
      flags: ["no_extended"],
      weapons: [],
    });
    expect(round1?.players[3]).toMatchObject({
      rawName: "^1Ana",
      damageGiven: 100,
      xp: -2,
      timePlayedSeconds: 60,
      flags: ["partial_time"],
      weapons: [
        { weapon: "MP40", hits: 30, shots: 100, kills: 5, deaths: 1, headshots: 6 },
        { weapon: "SYRINGE", hits: 2, shots: 2, kills: 0, deaths: 0, headshots: 0 },
      ],
    });
  });

  it("lists apart what stands in no match", () => {
    expect(detail.otherRounds.map((r) => [r.id, r.status, r.valid, r.flags])).toEqual([
      [evening.restarted, "cancelled", true, []],
      [evening.botRound, "completed", false, ["bot_round"]],
    ]);
    expect(detail.otherRounds[0]).not.toHaveProperty("players");
  });

  it("shows a session that was never scored", async () => {
    expect(await sessionDetail(db(), 3)).toMatchObject({
      teams: [],
      substitutions: [],
      matches: [],
      otherRounds: [{ map: "goldrush" }],
      score: { teamA: 0, teamB: 0, draws: 0 },
    });
  });
});

import { beforeAll, expect, it } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { type Evening, storeEvening } from "../../test/evening.ts";
import { matchDetail } from "./match-detail.ts";
import { sessionDetail } from "./session-detail.ts";

onEachEngine("matchDetail", (db) => {
  let evening: Evening;
  beforeAll(async () => {
    evening = await storeEvening(db());
  });

  it("is the session's match, with awards and duels", async () => {
    const session = await sessionDetail(db(), 7);
    const inSession = session?.matches[0];
    const match = await matchDetail(db(), "2025-03-01-201000-supply");
    const {
      round1File: _,
      round2File: __,
      mapPlaySequence: ___,
      fixture: ____,
      ...same
    } = inSession ?? {};
    expect(match).toMatchObject(same);
    expect(match?.teams).toEqual(session?.teams);
    expect(match?.rounds[0]?.awards).toEqual([
      {
        name: "Most damage given",
        category: "Combat",
        scope: "cum",
        player: "[BOT]Fred",
        guid: "OMNIBOT0",
        value: "100",
        number: 100,
        secondNumber: null,
        unit: null,
      },
      {
        name: "Best accuracy",
        category: "Skills",
        scope: "cum",
        player: "Ana",
        guid: "AAAA1111",
        value: "30 percent",
        number: 30,
        secondNumber: null,
        unit: "percent",
      },
    ]);
    expect(match?.rounds[0]?.versus).toEqual([
      {
        subject: "Ana",
        subjectGuid: "AAAA1111",
        opponent: "DÖRA",
        opponentGuid: "DDDD4444",
        kills: 4,
        deaths: 2,
      },
      {
        subject: null,
        subjectGuid: null,
        opponent: "Ana",
        opponentGuid: "AAAA1111",
        kills: 2,
        deaths: 4,
      },
    ]);
    expect(match?.rounds[1]).toMatchObject({ awards: [], versus: [] });
  });

  it("adds both rounds up", async () => {
    const { total } = (await matchDetail(db(), "2025-03-01-201000-supply")) ?? { total: [] };
    expect(total.map((p) => [p.name, p.rounds, p.kills, p.team])).toEqual([
      ["DÖRA", 2, 18, "B"],
      ["100%_cene", 2, 14, "B"],
      ["Borovets", 2, 10, "A"],
      ["Ana", 2, 6, "A"],
      ["[BOT]Fred", 1, 2, "A"],
      ["Eva", 1, 3, null],
    ]);
  });

  it("tells of a round that is no match, and leaves its numbers out of the total when it does not count", async () => {
    const bots = await matchDetail(db(), "2025-03-01-205900-braundorf_b4");
    expect(bots).toMatchObject({ result: null, winner: null, counted: false, sessionId: 7 });
    expect(bots?.rounds.map((r) => [r.id, r.players.length])).toEqual([[evening.botRound, 4]]);
    expect(bots?.total).toEqual([]);
  });

  it("puts rounds by number, whichever ended first", async () => {
    await db().query("update rounds set round_ended_at = '2025-03-01T20:25:00Z' where id = $1", [
      evening.adlernest2,
    ]);
    const match = await matchDetail(db(), "2025-03-01-203000-adlernest");
    expect(match?.rounds.map((r) => r.round)).toEqual([1, 2]);
  });

  it.each(["", "2025-03-01-201000", "%", "' or 1=1 --"])("knows no match %j", async (id) => {
    expect(await matchDetail(db(), id)).toBeNull();
  });
});

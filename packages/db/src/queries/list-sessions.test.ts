import { beforeAll, expect, it } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { insert, storeBareEvening, storeEvening, sumUp } from "../../test/evening.ts";
import { listSessions } from "./list-sessions.ts";

onEachEngine("listSessions", (db) => {
  beforeAll(async () => {
    await storeEvening(db());
    await storeBareEvening(db());
    // A session that an operator took out shows nowhere.
    await db().transaction(async (tx) => {
      await insert(tx, "rounds", {
        round_key: "gone",
        match_id: "gone",
        round_number: 1,
        round_date: "2025-04-01",
        round_time: "20:00:00",
        round_ended_at: new Date("2025-04-01T20:00:00Z"),
        map_name: "supply",
        gaming_session_id: 9,
        is_valid: false,
      });
    });
  });
  const ids = async (filter: Partial<Parameters<typeof listSessions>[1]>) => {
    const { sessions, total } = await listSessions(db(), { limit: 20, offset: 0, ...filter });
    return { ids: sessions.map((session) => session.id), total };
  };

  it("sums each session up, newest first", async () => {
    const page = await listSessions(db(), { limit: 20, offset: 0 });
    expect(page).toEqual({
      total: 2,
      sessions: [
        {
          id: 7,
          date: "2025-03-01",
          start: "2025-03-01T19:51:59.500Z",
          end: "2025-03-01T20:50:00.000Z",
          durationSeconds: 3481,
          // The restarted round and the bot round do not count, nor does the bot.
          rounds: 5,
          players: 5,
          maps: ["supply", "adlernest", "radar"],
          teamNames: ["puran", "insAne"],
          score: { teamA: 1, teamB: 2, draws: 1 },
        },
        {
          id: 3,
          date: "2025-02-01",
          start: "2025-02-01T19:55:00.000Z",
          end: "2025-02-01T20:00:00.000Z",
          durationSeconds: 300,
          rounds: 1,
          players: 1,
          maps: ["goldrush"],
          teamNames: [],
          score: { teamA: 0, teamB: 0, draws: 0 },
        },
      ],
    });
  });

  it("counts who stood in the line-up without a number too", async () => {
    await db().query(
      `update rounds set lineup_axis = '["AAAA1111", "ABCD9999"]', lineup_allies = '["DDDD4444"]'
       where gaming_session_id = 7 and file_name is null`,
    );
    await sumUp(db());
    const [session] = (await listSessions(db(), { limit: 1, offset: 0 })).sessions;
    expect(session?.players).toBe(6);
  });

  it("cuts pages, and counts all of them also beyond the last", async () => {
    expect(await ids({ limit: 1 })).toEqual({ ids: [7], total: 2 });
    expect(await ids({ limit: 1, offset: 1 })).toEqual({ ids: [3], total: 2 });
    expect(await ids({ offset: 10_000 })).toEqual({ ids: [], total: 2 });
  });

  it.each([
    [{ map: "SUPPLY" }, [7]],
    [{ map: "goldrush" }, [3]],
    // Only a bot round was played on it.
    [{ map: "braundorf_b4" }, []],
    [{ map: "%" }, []],
    [{ player: "AAAA1111" }, [7, 3]],
    [{ player: "DDDD4444" }, [7]],
    [{ player: "OMNIBOT00123456789abcdef01234567" }, []],
    [{ player: "' or 1=1 --" }, []],
    [{ from: "2025-03-01" }, [7]],
    [{ from: "2025-03-02" }, []],
    [{ to: "2025-02-28" }, [3]],
    [{ from: "2025-02-01", to: "2025-03-01" }, [7, 3]],
    [{ player: "AAAA1111", map: "goldrush", to: "2025-03-01" }, [3]],
  ])("filters by %o", async (filter, wanted) => {
    expect(await ids(filter)).toEqual({ ids: wanted, total: wanted.length });
  });
});

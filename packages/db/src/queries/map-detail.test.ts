import { expect, it } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { type Evening, storeBareEvening, storeEvening } from "../../test/evening.ts";
import { mapDetail } from "./map-detail.ts";

onEachEngine("a map", (db) => {
  let stored: Evening;

  it("is none where nothing was played", async () => {
    expect(await mapDetail(db(), "supply")).toBeNull();
    stored = await storeEvening(db());
    for (const name of ["", "%", "_upply", "nowhere", "supply'--"])
      expect(await mapDetail(db(), name)).toBeNull();
  });

  it("tells how its attacks went, whatever the case of its name", async () => {
    const supply = await mapDetail(db(), "SUPPLY");
    expect(supply).toMatchObject({ map: "supply", rounds: 2, matches: 1, sessions: 1 });
    expect(supply?.first).toEqual({ rounds: 1, reached: 1, held: 0, surrendered: 0 });
    expect(supply?.second).toEqual({ rounds: 1, reached: 1, held: 0, surrendered: 0 });
    expect(supply?.doubleHolds).toBe(0);
    expect(supply?.lastPlayed).toBe("2025-03-01T20:20:00.000Z");
  });

  it("has the fastest attacks in order, by the server's clock", async () => {
    const { supply1, supply2 } = stored;
    // Round 1 lost its next time limit, Round 2 still tells it.
    await db().query(
      "update rounds set next_time_limit_seconds = null, actual_duration_seconds = 421 where id = $1",
      [supply1],
    );
    await db().query(
      `update rounds set time_limit_seconds = 420, next_time_limit_seconds = 300,
         actual_duration_seconds = 301.4 where id = $1`,
      [supply2],
    );
    const supply = await mapDetail(db(), "supply");
    expect(supply?.fastest.map(({ round, seconds }) => [round, seconds])).toEqual([
      [2, 300],
      [1, 420],
    ]);
    expect(supply?.fastest[0]?.date).toBe("2025-03-01");
    expect(supply?.usualSeconds).toBe(420);
  });

  it("counts matches in which neither attack came through", async () => {
    const adlernest = await mapDetail(db(), "adlernest");
    expect(adlernest).toMatchObject({ doubleHolds: 1, usualSeconds: null, fastest: [] });
    expect(adlernest?.first.held).toBe(1);
  });

  it("takes a surrendered attack for a hold that ended early, a surrendered defence for none", async () => {
    const surrendered = (round: 1 | 2, winner: 1 | 2) =>
      db().query(
        `update rounds set round_outcome = 'Surrender', winner_team = $2
         where map_name = 'adlernest' and round_number = $1`,
        [round, winner],
      );
    await surrendered(1, 1);
    const early = await mapDetail(db(), "adlernest");
    expect(early?.first).toEqual({ rounds: 1, reached: 0, held: 0, surrendered: 1 });
    expect(early?.doubleHolds).toBe(1);
    await surrendered(2, 2);
    const given = await mapDetail(db(), "adlernest");
    expect(given?.second).toEqual({ rounds: 1, reached: 1, held: 0, surrendered: 0 });
    expect(given?.doubleHolds).toBe(0);
  });

  it("leaves out rounds that do not count", async () => {
    await storeBareEvening(db());
    await db().query("update rounds set is_valid = false");
    expect(await mapDetail(db(), "goldrush")).toBeNull();
  });
});

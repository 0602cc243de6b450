import { expect, it } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { storeBareEvening, storeEvening } from "../../test/evening.ts";
import { listMaps } from "./list-maps.ts";

onEachEngine("maps", (db) => {
  it("are none at first", async () => {
    expect(await listMaps(db())).toEqual([]);
  });

  it("are counted over the rounds that count, whatever their case", async () => {
    await storeEvening(db());
    await storeBareEvening(db());
    await db().query("update rounds set map_name = 'GoldRush' where map_name = 'goldrush'");
    expect(await listMaps(db())).toEqual([
      {
        map: "adlernest",
        rounds: 2,
        matches: 1,
        sessions: 1,
        lastPlayed: "2025-03-01T20:40:00.000Z",
      },
      { map: "supply", rounds: 2, matches: 1, sessions: 1, lastPlayed: "2025-03-01T20:20:00.000Z" },
      {
        map: "goldrush",
        rounds: 1,
        matches: 1,
        sessions: 1,
        lastPlayed: "2025-02-01T20:00:00.000Z",
      },
      { map: "radar", rounds: 1, matches: 1, sessions: 1, lastPlayed: "2025-03-01T20:50:00.000Z" },
    ]);
  });
});

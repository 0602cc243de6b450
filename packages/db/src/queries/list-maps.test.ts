import { expect, it } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { storeBareEvening, storeEvening } from "../../test/evening.ts";
import { listMaps } from "./list-maps.ts";
import { mapDetail } from "./map-detail.ts";

onEachEngine("maps", (db) => {
  it("are none at first", async () => {
    expect(await listMaps(db())).toEqual([]);
  });

  it("are counted over the rounds that count, whatever their case", async () => {
    await storeEvening(db());
    await storeBareEvening(db());
    await db().query("update rounds set map_name = 'GoldRush' where map_name = 'goldrush'");
    const counts = (await listMaps(db())).map(({ attacks, fastest, ...counted }) => counted);
    expect(counts).toEqual([
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

  it("tell of their attacks what each map's own page does", async () => {
    const maps = await listMaps(db());
    for (const { map, attacks, fastest } of maps) {
      const detail = await mapDetail(db(), map);
      for (const key of ["rounds", "reached", "held", "surrendered"] as const)
        expect(attacks[key], map).toBe((detail?.first[key] ?? 0) + (detail?.second[key] ?? 0));
      expect(fastest, map).toEqual(detail?.fastest[0] ?? null);
    }
    expect(maps.find(({ map }) => map === "supply")?.fastest).not.toBeNull();
    expect(maps.find(({ map }) => map === "adlernest")?.fastest).toBeNull();
  });
});

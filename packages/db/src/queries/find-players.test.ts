import { beforeAll, expect, it } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { storeBareEvening, storeEvening } from "../../test/evening.ts";
import { findPlayers } from "./find-players.ts";

onEachEngine("findPlayers", (db) => {
  beforeAll(async () => {
    await storeEvening(db());
    await storeBareEvening(db());
  });

  it.each([
    ["AAAA1111", [["Ana", "exact", null]]],
    ["aaaa", [["Ana", "prefix", null]]],
    // 32 characters, as the game server knows a player: the first eight are the player.
    ["aaaa1111deadbeefdeadbeefdeadbeef", [["Ana", "exact", null]]],
    ["ANA", [["Ana", "exact", "Ana"]]],
    ["a.n.4", [["Ana", "exact", "Ana"]]],
    ["^1An^7a", [["Ana", "exact", "Ana"]]],
    ["dö", [["DÖRA", "prefix", "DÖRA"]]],
    ["dora", [["DÖRA", "exact", "DÖRA"]]],
    ["d0rra", [["DÖRA", "near", "DÖRA"]]],
    ["100%", [["100%_cene", "prefix", "100%_cene"]]],
    ["%", [["100%_cene", "part", "100%_cene"]]],
    ["_", [["100%_cene", "part", "100%_cene"]]],
    ["\\", []],
    ["%%", []],
    ["mum", [["Ana", "part", "borko's mum"]]],
    // A former name is found, the present one shown, behind who is called so now.
    [
      "bor",
      [
        ["Borovets", "prefix", "Borovets"],
        ["Ana", "prefix", "borko's mum"],
      ],
    ],
    ["  eva ", [["Eva", "exact", "Eva"]]],
    // Bots are no players.
    ["fred", []],
    ["OMNIBOT0", []],
    ["' or '1'='1", []],
  ])("finds by %j", async (text, wanted) => {
    const { players } = await findPlayers(db(), text);
    expect(players.map((p) => [p.name, p.match, p.alias])).toEqual(wanted);
  });

  it("says when somebody was last seen, under any name, and stops at the limit", async () => {
    const { players, clear } = await findPlayers(db(), "mum");
    expect(players).toEqual([
      {
        guid: "AAAA1111",
        name: "Ana",
        rawName: "^1Ana",
        match: "part",
        alias: "borko's mum",
        lastSeen: "2025-03-01T20:40:00.000Z",
      },
    ]);
    expect(clear).toEqual(players[0]);
    expect((await findPlayers(db(), "a", 2)).players).toHaveLength(2);
  });

  it("tells who is meant, or who may be", async () => {
    expect(await findPlayers(db(), "borovtes")).toMatchObject({
      clear: { name: "Borovets" },
      didYouMean: [],
    });
    expect((await findPlayers(db(), "bor")).clear).toBeNull();
    expect(await findPlayers(db(), "boxxvxts")).toMatchObject({
      players: [],
      clear: null,
      didYouMean: [{ name: "Borovets", match: "near", alias: "Borovets" }],
    });
    expect(await findPlayers(db(), "☠")).toEqual({ players: [], clear: null, didYouMean: [] });
  });

  it("tells who played last where nothing is looked for", async () => {
    const { players, clear, didYouMean } = await findPlayers(db(), "  ", 3);
    expect(players).toHaveLength(3);
    expect(players.map(({ match, alias }) => [match, alias])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
    const seen = players.map(({ lastSeen }) => lastSeen);
    expect(seen).toEqual([...seen].sort().reverse());
    expect([clear, didYouMean]).toEqual([null, []]);
  });

  it("knows a name as soon as it is written, and one chosen on the site", async () => {
    expect((await findPlayers(db(), "Newcomer")).players).toEqual([]);
    await db().query(
      `insert into player_aliases (guid, alias, first_seen, last_seen)
       values ('AB12CD34', 'Newcomer', now(), now())`,
    );
    expect((await findPlayers(db(), "n3wc0mer")).players).toMatchObject([
      { guid: "AB12CD34", match: "exact" },
    ]);
    await db().query(
      "insert into player_links (player_guid, discord_id, display_name) values ('BBBB2222', 123456789012345678, 'Boro')",
    );
    const { players } = await findPlayers(db(), "borov");
    expect(players).toMatchObject([{ name: "Boro", alias: "Borovets" }]);
    expect((await findPlayers(db(), "boro")).clear).toMatchObject({ name: "Boro", match: "exact" });
  });
});

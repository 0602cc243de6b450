import { beforeAll, expect, it } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { leagueMatch } from "../../test/league-match.ts";
import { edgeFiles } from "../../test/sample-files.ts";
import { ingest } from "../ingest/index.ts";
import { matchDetail } from "./match-detail.ts";
import { type MatchEvents, matchEvents } from "./match-events.ts";

onEachEngine("matchEvents", (db) => {
  let reported: string;
  let bare: string;
  let events: MatchEvents;
  const matchOf = async (condition: string) => {
    const [row] = await db().query<{ id: string }>(
      `select distinct match_id as id from rounds where ${condition}`,
    );
    return row?.id ?? "";
  };
  beforeAll(async () => {
    await ingest(db(), [...leagueMatch(), ...edgeFiles("r1_objective_r2_objective")]);
    reported = await matchOf("report_name is not null");
    bare = await matchOf("report_name is null");
    events = (await matchEvents(db(), reported)) as MatchEvents;
  }, 60_000);

  it("tells of both rounds, in order of time", () => {
    expect(events.rounds.map(({ round, lengthMs }) => [round, lengthMs])).toEqual([
      [1, 460_000],
      [2, 433_000],
    ]);
    for (const { kills, objectives } of events.rounds) {
      expect(kills.length).toBeGreaterThan(100);
      expect(objectives.map(({ action }) => action)).toEqual([
        "planted",
        "defused",
        "planted",
        "destroyed",
        "repaired",
        "taken",
        "secured",
      ]);
      for (const list of [kills, objectives])
        expect(list.map(({ atMs }) => atMs)).toEqual(
          list.map(({ atMs }) => atMs).sort((a, b) => a - b),
        );
    }
  });

  it("counts what the players' rows count", async () => {
    const match = await matchDetail(db(), reported);
    for (const round of match?.rounds ?? []) {
      const told = events.rounds.find((one) => one.round === round.round);
      for (const { guid, kills } of round.players)
        expect(
          told?.kills.filter(({ kind, killer }) => kind === "kill" && killer?.guid === guid).length,
        ).toBe(kills);
    }
  });

  it("names people, sides and weapons", () => {
    const [first, second] = events.rounds;
    const kill = first?.openingKill;
    expect(kill).toEqual(first?.kills.find(({ kind }) => kind === "kill"));
    expect(kill?.killer?.guid).toMatch(/^[0-9A-F]{8}$/);
    expect([kill?.killer?.side, kill?.victim.side].sort()).toEqual([1, 2]);
    expect(["MP 40", "Thompson", "Axis hand grenade", "Allied hand grenade"]).toContain(
      kill?.weapon,
    );
    const own = second?.kills.find(({ kind, killer }) => kind === "self_kill" && !killer);
    expect(own?.weapon).toBe("Suicide (/kill)");
    const medics = new Set(first?.revives.map(({ medic }) => medic));
    expect([...medics]).toContainEqual({
      guid: "10101010",
      name: "Kobilar",
      rawName: "^1Kobilar",
      side: 1,
    });
  });

  it("tells men alive, shares of hits, classes and distances", () => {
    const [first] = events.rounds;
    expect(first?.alive[0]).toEqual({ atMs: 0, axis: 6, allies: 6 });
    const lastKill = first?.kills.at(-1);
    expect(first?.alive.at(-1)).toMatchObject({
      axis: lastKill?.axisAlive,
      allies: lastKill?.alliesAlive,
    });
    expect(first?.hitRegions).toHaveLength(12);
    for (const { hits, shares } of first?.hitRegions ?? []) {
      expect(shares.head).toBeCloseTo(hits.head / (hits.head + hits.arms + hits.body + hits.legs));
      expect(
        (shares.head ?? 0) + (shares.arms ?? 0) + (shares.body ?? 0) + (shares.legs ?? 0),
      ).toBeCloseTo(1);
    }
    expect(first?.classes).toHaveLength(12);
    expect(first?.classes[0]?.classes[0]).toMatchObject({
      playerClass: "medic",
      side: 1,
      seconds: 460,
    });
    expect(first?.movement[1]?.distanceMeters).toBeGreaterThan(900);
  });

  it("has empty lists where nothing is told, and says so before anybody asks", async () => {
    const empty = await matchEvents(db(), bare);
    expect(empty?.rounds.map(({ round }) => round)).toEqual([1, 2]);
    for (const { round: _, lengthMs, openingKill, ...lists } of empty?.rounds ?? []) {
      expect(lengthMs).toBeGreaterThan(0);
      expect(openingKill).toBeNull();
      for (const list of Object.values(lists)) expect(list).toEqual([]);
    }
    const told = async (id: string) =>
      (await matchDetail(db(), id))?.rounds.map(({ hasEvents }) => hasEvents);
    expect(await told(bare)).toEqual([false, false]);
    expect(await told(reported)).toEqual([true, true]);
  });

  it("knows no match that never was", async () => {
    expect(await matchEvents(db(), "2020-01-01-200000-supply")).toBeNull();
  });

  it("leaves out what a movement file tells where a report does, and takes it where none does", async () => {
    await db().query(
      `insert into round_kills (round_id, source, position, at_ms, kind, victim_guid)
       select id, 'movement', 0, 1000, 'self_kill', 'FFFF0000' from rounds where round_number = 1`,
    );
    expect((await matchEvents(db(), reported))?.rounds).toEqual(events.rounds);
    const other = await matchEvents(db(), bare);
    expect(other?.rounds[0]?.kills).toMatchObject([
      { atMs: 1000, victim: { guid: "FFFF0000", name: "FFFF0000", side: null }, weapon: null },
    ]);
    await db().query("delete from round_kills where source = 'movement'");
  });

  it("goes on as long as its last event, an objective or a death", async () => {
    const lengthWith = async (insert: string) => {
      await db().query(insert, [bare]);
      return (await matchEvents(db(), bare))?.rounds[0]?.lengthMs;
    };
    const of = "from rounds where round_number = 1 and match_id = $1";
    expect(
      await lengthWith(
        `insert into round_kills (round_id, source, position, at_ms, kind, victim_guid)
         select id, 'movement', at / 1000, at, 'self_kill', 'FFFF0000'
         ${of.replace("rounds", "rounds, unnest(array[5000, 4000000]) at")}`,
      ),
    ).toBe(4_000_000);
    expect(
      await lengthWith(
        `insert into round_objective_events (round_id, source, position, at_ms, action, objective)
         select id, 'movement', 0, 5000000, 'planted', 'door' ${of}`,
      ),
    ).toBe(5_000_000);
    for (const table of ["round_kills", "round_objective_events"])
      await db().query(`delete from ${table} where source = 'movement'`);
  });
});

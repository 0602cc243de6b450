import { beforeAll, expect, it } from "vitest";
import { onEachEngine } from "../../test/engines.ts";
import { type Evening, storeBareEvening, storeEvening } from "../../test/evening.ts";
import { activity } from "./activity.ts";
import { matchSummary } from "./match-detail.ts";
import { season } from "./season.ts";
import { sessionDetail, sessionSummary } from "./session-detail.ts";
import { type SessionReport, sessionReport } from "./session-report.ts";

onEachEngine("sessionReport", (db) => {
  let evening: Evening;
  let report: SessionReport;
  beforeAll(async () => {
    evening = await storeEvening(db());
    await storeBareEvening(db());
    report = (await sessionReport(db(), 7)) as SessionReport;
  });

  it("agrees with the session in full", async () => {
    const detail = await sessionDetail(db(), 7);
    expect(report).toMatchObject({ ...(await sessionSummary(db(), 7)) });
    expect(report.teams).toEqual(detail?.teams);
    expect(report.substitutions).toEqual(detail?.substitutions);
    expect(report.matches.map((m) => [m.matchId, m.winner, m.pointsA, m.pointsB])).toEqual(
      detail?.matches.map((m) => [m.matchId, m.winner, m.pointsA, m.pointsB]),
    );
    expect(report.matches[0]?.rounds.map((r) => r.id)).toEqual([evening.supply1, evening.supply2]);
    expect(report.otherRounds).toBe(2);
    expect(await sessionReport(db(), "last")).toEqual(report);
  });

  it.each([0, 8, 2 ** 31, 2 ** 63, Number.NaN])("knows no session %s", async (id) => {
    expect(await sessionReport(db(), id)).toBeNull();
    expect(await sessionSummary(db(), id)).toBeNull();
  });

  it("sums its players up over the rounds that count, by roster, with the last name in colour", () => {
    const ana = report.sessionPlayers.find(({ guid }) => guid === "AAAA1111");
    const lines = report.sessionPlayers.map(({ guid, team, rounds }) => [guid, team, rounds]);
    expect(ana).toMatchObject({ name: "Ana", rawName: "^1Ana", team: "A", rounds: 4 });
    // Without the syringe.
    expect(ana).toMatchObject({ accuracyHits: 90, accuracyShots: 200, accuracy: 45 });
    expect(new Map(lines.map(([guid, ...rest]) => [guid, rest])).get("EEEE5555")).toEqual([
      null,
      1,
    ]);
    expect(lines.some(([guid]) => String(guid).startsWith("OMNIBOT"))).toBe(false);
  });

  it("has kills of one on another once, from the killer's own block", () => {
    expect(report.duels).toEqual([{ killer: "AAAA1111", victim: "DDDD4444", kills: 4 }]);
  });

  it("has the damage of both teams by round, and none where the sides are not known", () => {
    const [supply, , radar] = report.matches;
    // Everybody has 100 a minute.
    expect(supply?.rounds[0]).toMatchObject({ dpmA: 100, dpmB: 100, pauseSeconds: 0 });
    expect(radar?.rounds[0]).toMatchObject({ dpmA: null, dpmB: null, attackerSide: null });
  });

  it("counts rounds by evening", async () => {
    expect(await activity(db(), 365)).toEqual({
      from: "2024-03-02",
      to: "2025-03-01",
      days: [
        { date: "2025-02-01", rounds: 1, sessionId: 3 },
        { date: "2025-03-01", rounds: 5, sessionId: 7 },
      ],
    });
    expect((await activity(db(), 28))?.days.map(({ date }) => date)).toEqual(["2025-03-01"]);
  });

  it("knows who leads a season", async () => {
    const found = await season(db(), "last");
    expect(found).toMatchObject({ id: "2025-Q1", name: "2025 Spring", from: "2025-01-01" });
    expect(found).toMatchObject({ to: "2025-03-31", rounds: 6, sessions: 2, minimumRounds: 2 });
    expect(found?.leaders.find(({ metric }) => metric === "kills")).toMatchObject({
      name: "DÖRA",
      value: 44,
    });
    expect(found?.leaders.find(({ metric }) => metric === "accuracy")).toMatchObject({
      guid: "AAAA1111",
      rawName: "^1Ana",
      value: 45,
    });
    expect(await season(db(), "2025-Q1")).toEqual(found);
  });

  it.each(["2024-Q4", "2025-Q5", "9999-Q4", "0000-Q1", "", "%"])("has no season %s", async (id) => {
    expect(await season(db(), id)).toBeNull();
  });

  it("says of a match in one line what was played", async () => {
    const [supply] = report.matches;
    expect(await matchSummary(db(), supply?.matchId ?? "")).toEqual({
      map: "supply",
      date: "2025-03-01",
      rounds: 2,
      players: 5,
    });
    expect(await matchSummary(db(), "%")).toBeNull();
  });
});

onEachEngine("an empty database", (db) => {
  it("has no report, no activity and no season", async () => {
    expect(await sessionReport(db(), "last")).toBeNull();
    expect(await activity(db(), 365)).toBeNull();
    expect(await season(db(), "last")).toBeNull();
  });
});

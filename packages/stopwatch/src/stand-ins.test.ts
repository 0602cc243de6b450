import { describe, expect, it } from "vitest";
import {
  type FileSketch,
  four,
  fourLater,
  statsFile,
  type WebhookSketch,
  webhook,
} from "../test/build-files.ts";
import { pairRounds } from "./pair-rounds.ts";
import { defaultSettings } from "./settings.ts";

function pair(files: readonly FileSketch[], rows: readonly WebhookSketch[], zone = "UTC") {
  return pairRounds(
    { stats: files.map(statsFile), telemetry: rows.map(webhook) },
    { ...defaultSettings, serverZone: zone },
  );
}
const standIns = (...evidence: Parameters<typeof pair>) =>
  pair(...evidence).rounds.filter((round) => round.file === null);

const round1: FileSketch = { at: "20:10:03", round: 1 };
const round2: FileSketch = { at: "20:22:03", round: 2 };
const hook1: WebhookSketch = { end: "20:10:00", round: 1 };
const hook2: WebhookSketch = { end: "20:22:00", round: 2 };

describe("a webhook whose stats file was lost", () => {
  it("stands in for the Round 2 of a lone Round 1", () => {
    const { rounds, unlinked } = pair([round1], [hook1, hook2]);
    const [first, second] = rounds;
    expect(unlinked).toEqual([]);
    expect(first).toMatchObject({ state: "paired", partner: "webhook:supply:2:1772655720" });
    expect(second).toMatchObject({
      key: "webhook:supply:2:1772655720",
      file: null,
      map: "supply",
      number: 2,
      startMs: Date.UTC(2026, 2, 4, 20, 12),
      endMs: Date.UTC(2026, 2, 4, 20, 22),
      date: "2026-03-04",
      time: "202203",
      state: "paired",
      partner: first?.key,
      matchId: "2026-03-04-201003-supply",
    });
    expect(second?.stats).toMatchObject({ players: [], timeLimitSeconds: 600, winnerSide: 1 });
    expect(second?.warnings.map((warning) => warning.code)).toEqual(["stand_in"]);
  });

  it("stands in for the Round 1 of an orphan Round 2, whose numbers stay cumulative", () => {
    const [first, second] = pair([round2], [hook1, hook2]).rounds;
    expect(first).toMatchObject({ file: null, number: 1, state: "paired", partner: second?.key });
    expect(second).toMatchObject({ state: "orphan", partner: first?.key });
    expect(second?.stats.differential).toBe("orphan");
    expect(first?.matchId).toBe(second?.matchId);
    expect(second?.matchId).toBe("2026-03-04-202203-supply");
  });

  it("carries the stamp its file would have had, in the server's zone", () => {
    const [standIn] = standIns([{ ...round1, at: "21:10:03" }], [hook1, hook2], "Europe/Ljubljana");
    expect(standIn).toMatchObject({ date: "2026-03-04", time: "212203" });
  });

  it.each<[string, FileSketch[], WebhookSketch[]]>([
    ["of another map", [round1], [hook1, { ...hook2, map: "radar" }]],
    ["of the same number", [round1], [hook1, { ...hook2, round: 1 }]],
    ["without a winner", [round1], [hook1, { ...hook2, winner: null }]],
    ["before the Round 1", [round1], [hook1, { ...hook2, end: "20:00:00" }]],
    ["an hour after it", [round1], [hook1, { end: "21:10:00", round: 2 }]],
    ["that began before it ended", [round1], [hook1, { ...hook2, start: "20:05:00" }]],
    [
      "behind another round",
      [round1, { at: "20:15:03", round: 1, map: "radar" }],
      [hook1, { end: "20:15:00", round: 1, map: "radar" }, hook2],
    ],
    [
      "behind another lost round",
      [round1],
      [hook1, { end: "20:15:00", start: "20:11:00", round: 1, map: "radar" }, hook2],
    ],
    [
      "behind an aborted file of its map",
      [round1, { at: "20:15:03", round: 1, playtime: 0, players: fourLater }],
      [hook1, hook2],
    ],
    [
      "at the time of an aborted file of its map, which is no other round",
      [round1, { at: "20:22:05", round: 1, playtime: 0, players: fourLater }],
      [hook1, hook2],
    ],
  ])("does not stand in: one %s", (_what, files, rows) => {
    expect(standIns(files, rows)).toEqual([]);
  });

  it("does not when a second delivery of a round that is there", () => {
    const again: WebhookSketch = { ...hook1, end: "20:09:57", file: "again.json" };
    // An orphan Round 2 right behind it must not take it for another Round 1.
    const orphan: FileSketch = {
      ...round2,
      limit: 300,
      players: four.map((line) => ({ ...line, rounds: 1, minutes: 1 })),
    };
    const { rounds, unlinked } = pair([round1, orphan], [hook1, again, hook2]);
    expect(rounds.map((round) => round.state)).toEqual(["lone", "orphan"]);
    expect(unlinked.map((row) => row.file)).toEqual(["again.json"]);
  });

  it.each(["19:22:03", "21:22:03", "20:37:03"])(
    "does not when a file at %s says that the clock is misread",
    (at) => {
      const files = [round1, { at, round: 2, players: four } as FileSketch];
      expect(standIns(files, [hook1, hook2])).toEqual([]);
    },
  );

  it("does when another Round 2 of the map has its own webhook, quarter hours away", () => {
    const files: FileSketch[] = [
      round1,
      { at: "21:10:03", round: 1 },
      { at: "21:22:03", round: 2 },
    ];
    const rows: WebhookSketch[] = [
      hook1,
      hook2,
      { end: "21:10:00", round: 1 },
      { end: "21:22:00", round: 2 },
    ];
    expect(standIns(files, rows).map((round) => round.endMs)).toEqual([
      Date.UTC(2026, 2, 4, 20, 22),
    ]);
  });

  it("serves one match only", () => {
    const files: FileSketch[] = [round1, { at: "20:40:03", round: 2, limit: 1, players: four }];
    const rows = [hook1, { end: "20:22:00", round: 2 }, { end: "20:40:00", round: 2 }] as const;
    const keys = pair(files, rows).rounds.map((round) => round.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("gives way to the file when that comes", () => {
    const { rounds } = pair([round1, round2], [hook1, hook2]);
    expect(rounds.map((round) => [round.state, round.file === null])).toEqual([
      ["paired", false],
      ["paired", false],
    ]);
  });
});

describe("what a webhook alone says of a round", () => {
  /** Round 1 set 8:00 of 10:00; Axis defend. */
  const set: FileSketch = { ...round1, winner: 2, next: 480, playtime: 480 };
  const second = (row: Partial<WebhookSketch>) =>
    standIns(
      [set],
      [
        { ...hook1, winner: 2 },
        { ...hook2, ...row },
      ],
    )[0]?.stats;

  it.each<[string, Partial<WebhookSketch>, object]>([
    [
      "held for the time that Round 1 set",
      { winner: 1, playtime: 481 },
      { outcome: "fullhold", durationSeconds: 480, fullTimeUsed: true },
    ],
    [
      "held, 10 s short by the webhook's count",
      { winner: 1, playtime: 470 },
      { outcome: "fullhold", durationSeconds: 470, fullTimeUsed: true },
    ],
    [
      "the attackers gave up",
      { winner: 1, playtime: 469 },
      { outcome: "surrender", flags: ["stand_in", "surrender_deduced"], fullTimeUsed: false },
    ],
    [
      "the attackers gave up and said so",
      { winner: 1, playtime: 300, surrenderSide: 2 },
      { outcome: "surrender", flags: ["stand_in"], durationSeconds: 300 },
    ],
    [
      "beaten",
      { winner: 2, playtime: 400 },
      {
        outcome: "completed",
        durationSeconds: 400,
        durationSource: "webhook",
        fullTimeUsed: false,
      },
    ],
    [
      "beaten, or the defenders gave up",
      { winner: 2, playtime: 400, surrenderSide: 1 },
      { outcome: "completed", flags: ["stand_in", "surrender_unconfirmed"] },
    ],
    [
      "the defenders gave up, by the log",
      { winner: 2, playtime: 400, surrenderSide: 1, exit: "Exit: Axis Surrender" },
      { outcome: "surrender", flags: ["stand_in"] },
    ],
    [
      "held, as long as nobody knows how long",
      { winner: 1, playtime: null },
      { outcome: "fullhold", durationSeconds: null, durationSource: "unknown", fullTimeUsed: null },
    ],
    ["the defender is the map's", { winner: 2, defender: null }, { defenderSide: 1 }],
  ])("%s", (_what, row, stats) => {
    expect(second(row)).toMatchObject({ timeLimitSeconds: 480, ...stats });
  });

  it("takes the limit of a Round 1 from the webhook, and the time it set from Round 2", () => {
    const files: FileSketch[] = [{ ...round2, limit: 480 }];
    const row: WebhookSketch = { ...hook1, winner: 2, playtime: 481, limitMinutes: 10 };
    expect(standIns(files, [row, hook2])[0]?.stats).toMatchObject({
      round: 1,
      timeLimitSeconds: 600,
      nextTimeLimitSeconds: 480,
      durationSeconds: 481,
      outcome: "completed",
      differential: "none",
    });
  });
});

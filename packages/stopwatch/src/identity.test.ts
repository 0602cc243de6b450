import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { listedPlayer, statsFile, webhook } from "../test/build-files.ts";
import { canonicalRoundId } from "./canonical-round-id.ts";
import { botKey } from "./identity.ts";
import { pairRounds } from "./pair-rounds.ts";
import { defaultSettings } from "./settings.ts";

const sha = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const short = (name: string) => `AAAA0001${sha(name).slice(0, 24).toUpperCase()}`;

const FOX = "AAAA0001FFFFFFFFFFFFFFFFFFFFFFF1";
const OWL = "AAAA0001FFFFFFFFFFFFFFFFFFFFFFF2";
const rest = [
  { guid: "AAAA0003", name: "kestrel", side: 2, damage: 1700, received: 1300, minutes: 8 },
  { guid: "AAAA0004", name: "ivory", side: 1, damage: 900, received: 1200, minutes: 8 },
];
const named = (...names: string[]) => [
  ...names.map((name, i) => ({
    guid: "AAAA0001",
    name,
    side: 1 + (i % 2),
    damage: 1000 + i,
    received: 800,
    minutes: 8,
  })),
  ...rest,
];
const doubled = (lines: ReturnType<typeof named>) =>
  lines.map((line) => ({
    ...line,
    side: 3 - line.side,
    rounds: 1,
    damage: line.damage * 2,
    received: line.received * 2,
    minutes: 16,
  }));
const lists = [listedPlayer(FOX, "^1fox"), listedPlayer(OWL.toLowerCase(), "owl")];

/** GUIDs by raw name, of every round of the evidence in order. */
function guids(...evidence: Parameters<typeof pairRounds>[0][]) {
  const { rounds } = pairRounds(
    {
      stats: evidence.flatMap(({ stats }) => stats),
      telemetry: evidence.flatMap(({ telemetry }) => telemetry),
    },
    defaultSettings,
  );
  return rounds.map(({ stats }) =>
    Object.fromEntries(stats.players.map((p) => [p.rawName, p.guid])),
  );
}

describe("two humans who share the eight characters of a stats file", () => {
  const r1 = (...names: string[]) =>
    statsFile({ at: "20:10:03", round: 1, players: named(...names) });
  const r2 = (...names: string[]) =>
    statsFile({ at: "20:20:03", round: 2, players: doubled(named(...names)) });

  it("have the whole GUID that a webhook gives their name", () => {
    const hook = webhook({ end: "20:10:00", round: 1, axis: lists });
    const [round] = guids({ stats: [r1("^1fox", "owl")], telemetry: [hook] });
    expect(round).toEqual({ "^1fox": FOX, owl: OWL, kestrel: "AAAA0003", ivory: "AAAA0004" });
  });

  it("have one from their name without a webhook", () => {
    const [round] = guids({ stats: [r1("^1fox", "öwl")], telemetry: [] });
    expect(round).toMatchObject({ "^1fox": short("fox"), öwl: short("öwl") });
  });

  it("are told apart in both rounds when only one has the webhook", () => {
    for (const hook of [
      webhook({ end: "20:10:00", round: 1, axis: lists }),
      webhook({ end: "20:20:00", round: 2, allies: lists }),
    ]) {
      const rounds = guids({ stats: [r1("fox", "owl"), r2("fox", "owl")], telemetry: [hook] });
      expect(rounds.map((r) => [r["fox"], r["owl"]])).toEqual([
        [FOX, OWL],
        [FOX, OWL],
      ]);
    }
  });

  it("stay apart in a round that only one of them played", () => {
    const hook = webhook({ end: "20:10:00", round: 1, axis: lists });
    const rounds = guids({ stats: [r1("fox", "owl"), r2("owl")], telemetry: [hook] });
    expect(rounds[1]).toMatchObject({ owl: OWL });
  });

  it("are known from the webhook's lists when only one has a line", () => {
    const hook = webhook({ end: "20:10:00", round: 1, axis: lists });
    expect(guids({ stats: [r1("fox")], telemetry: [hook] })[0]).toMatchObject({ fox: FOX });
  });

  it("are not matched by a name that two of them have", () => {
    const twins = [listedPlayer(FOX, "fox"), listedPlayer(OWL, "fox")];
    const hook = webhook({ end: "20:10:00", round: 1, axis: twins });
    const [round] = guids({ stats: [r1("fox", "^1fox")], telemetry: [hook] });
    expect(round).toMatchObject({ fox: short("fox"), "^1fox": short("^1fox") });
  });

  it("are matched by their colours when only those differ", () => {
    const twins = [listedPlayer(FOX, "fox"), listedPlayer(OWL, "^1fox")];
    const hook = webhook({ end: "20:10:00", round: 1, axis: twins });
    const [round] = guids({ stats: [r1("fox", "^1fox")], telemetry: [hook] });
    expect(round).toMatchObject({ fox: FOX, "^1fox": OWL });
  });

  it("never get one identity, whatever their names, and carry the flag", () => {
    const same = pairRounds(
      { stats: [r1("fox", "fox", "fox")], telemetry: [] },
      defaultSettings,
    ).rounds[0]?.stats.players.slice(0, 3);
    expect(new Set(same?.map((p) => p.guid)).size).toBe(3);
    for (const player of same ?? []) {
      expect(player.guid).toMatch(/^AAAA0001[0-9A-F]{24}$/);
      expect(player.flags).toContain("guid8_shared");
    }
  });

  it("do not touch anybody else, and bots keep the eight characters of the file", () => {
    const bots = [0, 1].map((i) => ({ guid: "OMNIBOT0", name: `[BOT]${i}`, side: 1 + i }));
    const players = [
      ...named("fox", "owl"),
      ...rest.map((l) => ({ ...l, guid: `${l.guid}B` })),
      ...bots,
    ];
    const [round] = guids({
      stats: [statsFile({ at: "20:10:03", round: 1, players })],
      telemetry: [],
    });
    expect(round).toMatchObject({ "[BOT]0": "OMNIBOT0", "[BOT]1": "OMNIBOT0" });
  });
});

it("gives a bot a key by his name", () => {
  expect(botKey("OMNIBOT0", "[BOT]fox")).toBe(
    `OMNIBOT0${sha("[BOT]fox").slice(0, 24).toUpperCase()}`,
  );
  expect(botKey("OMNIBOT1", "[BOT]fox")).toMatch(/^OMNIBOT1/);
  expect(botKey("OMNIBOT00AB", "[BOT]fox")).toBe(botKey("OMNIBOT0", "[BOT]fox"));
  expect(botKey("", "[BOT]fox")).toBe(botKey("OMNIBOT0", "[BOT]fox"));
  expect(botKey("OMNIBOT0", "[BOT]owl")).not.toBe(botKey("OMNIBOT0", "[BOT]fox"));
});

it("gives a round the key that all senders of the server share", () => {
  const key = sha("1760119138:te_escape2:1").slice(0, 16);
  expect(canonicalRoundId(1760119138, "te_escape2", 1)).toBe(key);
  expect(canonicalRoundId(1760119138, "^1TE_Escape2 ", 1)).toBe(key);
  expect(canonicalRoundId(1760119138, "te_escape2", 2)).not.toBe(key);
});

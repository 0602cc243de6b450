import { describe, expect, test } from "vitest";
import type { EventKill, EventPlayer, RoundOfEvents } from "../../../api/match-events.ts";
import { killMoment, momentsOf, momentText } from "./moments.ts";

const player = (name: string, side: 1 | 2 | null): EventPlayer => ({
  guid: name,
  name,
  rawName: name,
  side,
});
const ana = player("Ana", 1);
const bor = player("Bor", 2);
const kill: EventKill = {
  atMs: 72_400,
  kind: "kill",
  killer: ana,
  victim: bor,
  meansOfDeath: 8,
  weapon: "MP 40",
  killerClass: "medic",
  victimClass: "engineer",
  killerHealth: 84,
  distance: 411.6,
  axisAlive: 5,
  alliesAlive: 4,
  killerReinforcementSeconds: null,
  victimReinforcementSeconds: null,
};
const bare = { weapon: null, killerHealth: null, distance: null, axisAlive: null } as const;

describe("a moment in words", () => {
  test.each<[string, Partial<EventKill>, string, string]>([
    [
      "a kill",
      {},
      "1:12 Ana killed Bor, MP 40, 84 HP left, 412 units away, 5 Axis and 4 Allies alive",
      "axis",
    ],
    ["a kill of which little is known", bare, "1:12 Ana killed Bor", "axis"],
    [
      "a teammate's death",
      { ...bare, kind: "team_kill", victim: player("Cene", 1) },
      "1:12 Ana killed teammate Cene",
      "other",
    ],
    [
      "a death by one's own hand",
      { ...bare, kind: "self_kill", killer: null, weapon: "Suicide (/kill)" },
      "1:12 Bor died, Suicide (/kill)",
      "other",
    ],
    ["a kill by nobody who is known", { ...bare, killer: null }, "1:12 Bor was killed", "axis"],
    [
      "a kill between people without a side",
      { ...bare, killer: null, victim: player("Dora", null) },
      "1:12 Dora was killed",
      "other",
    ],
  ])("%s", (_, over, text, lane) => {
    const moment = killMoment({ ...kill, ...over });
    expect(momentText(moment)).toBe(text);
    expect(moment.lane).toBe(lane);
  });

  test("kills and objectives come in order of time", () => {
    const objective = {
      atMs: 60_000,
      action: "planted",
      objective: "West Gate",
      player: null,
      victim: null,
      weapon: null,
    } as const;
    const carrier = {
      ...objective,
      atMs: 90_000,
      action: "carrier_killed",
      objective: "",
      player: ana,
      victim: bor,
    } as const;
    const round = { kills: [kill], objectives: [objective, carrier] } as unknown as RoundOfEvents;
    expect(momentsOf(round).map(momentText)).toEqual([
      "1:00 Somebody planted dynamite at West Gate",
      expect.stringContaining("1:12 Ana killed Bor"),
      "1:30 Ana stopped the carrier of an objective, carried by Bor",
    ]);
  });
});

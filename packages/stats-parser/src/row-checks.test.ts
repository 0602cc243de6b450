import { describe, expect, it } from "vitest";
import { type LineSpec, round1, round2, type WeaponFive } from "../test/support/stats-text.ts";
import { roundStats } from "./derive-round.ts";

const HEADER = { winner: 2, next: "8:30", playtime: 510_000 };

const player = (n: number, weapon: WeaponFive, tab: LineSpec["tab"] = {}): LineSpec => ({
  guid: `AAAA000${n}`,
  name: `p${n}`,
  weapons: { MP40: weapon },
  tab: { time_played_minutes: 8.5, ...tab },
});

const codes = (lines: LineSpec[]) =>
  roundStats(round1(HEADER, lines), { partner: null }).warnings.map((warning) => warning.code);

describe("what does not fit together", () => {
  it("kills and deaths of all, by more than 3 and more than 5 %", () => {
    const duel = (kills: number, deaths: number) => [
      player(1, [50, 100, kills, 0, 0]),
      player(2, [50, 100, 0, deaths, 0]),
    ];
    expect(codes(duel(10, 10))).toEqual([]);
    expect(codes(duel(10, 7))).toEqual([]);
    expect(codes(duel(10, 6))).toEqual(["kills_deaths_mismatch"]);
    expect(codes(duel(6, 10))).toEqual(["kills_deaths_mismatch"]);
    expect(codes(duel(80, 76))).toEqual([]);
    expect(codes(duel(80, 75))).toEqual(["kills_deaths_mismatch"]);
  });

  it("damage of more than 1000 a minute", () => {
    expect(codes([player(1, [1, 1, 1, 1, 0], { damage_given: 8500 })])).toEqual([]);
    expect(codes([player(1, [1, 1, 1, 1, 0], { damage_given: 8501 })])).toEqual(["high_dpm"]);
  });

  it("minutes dead and their ratio, by more than 5 points after 2 minutes", () => {
    const dead = (ratio: number, minutes = 8.5) =>
      codes([
        player(1, [1, 1, 1, 1, 0], {
          time_played_minutes: minutes,
          time_dead_minutes: minutes / 5,
          time_dead_ratio: ratio,
        }),
      ]);
    expect(dead(20)).toEqual([]);
    expect(dead(24.9)).toEqual([]);
    expect(dead(25.1)).toEqual(["time_dead_mismatch"]);
    expect(dead(0)).toEqual(["time_dead_mismatch"]);
    expect(dead(0, 2)).toEqual([]);
  });

  it("the ratio of a Round 2 is a mixture and proves nothing", () => {
    const late = player(1, [1, 1, 1, 1, 0], { time_dead_minutes: 1.7, time_dead_ratio: 60 });
    const file = round2({ ...HEADER, limit: "8:30" }, [late]);
    const { warnings } = roundStats(file, {
      partner: round1(HEADER, [player(2, [1, 1, 1, 1, 0])]),
    });
    expect(warnings).toEqual([]);
  });
});

describe("a bot round", () => {
  const bot = (n: number, side: number): LineSpec => ({
    ...player(n, [1, 1, 1, 1, 0]),
    guid: "OMNIBOT0",
    name: `[BOT]${n}`,
    side,
  });
  const human = (n: number, side: number): LineSpec => ({ ...player(n, [1, 1, 1, 1, 0]), side });

  it.each<[string, LineSpec[], boolean]>([
    ["humans alone", [human(1, 1), human(2, 2)], false],
    ["humans on one side alone", [human(1, 1), human(2, 1)], false],
    ["a bot in a seat among humans", [human(1, 1), human(2, 2), human(3, 2), bot(4, 1)], false],
    ["as many bots as humans", [human(1, 1), human(2, 2), bot(3, 1), bot(4, 2)], false],
    ["more bots than humans", [human(1, 1), human(2, 2), bot(3, 1), bot(4, 2), bot(5, 2)], true],
    ["humans against bots", [human(1, 1), human(2, 1), bot(3, 2)], true],
    ["bots alone", [bot(1, 1), bot(2, 2)], true],
  ])("%s", (_case, lines, expected) => {
    const { stats } = roundStats(round1(HEADER, lines), { partner: null });
    expect(stats.flags.includes("bot_round")).toBe(expected);
  });
});

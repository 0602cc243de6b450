import { describe, expect, it } from "vitest";
import {
  isAbortedDump,
  matchSummary,
  type PlayerRound,
  parseStatsFile,
  roundStats,
  stripColours,
} from "../src/index.ts";
import { edgeCase } from "./support/rounds.ts";
import {
  bytesOf,
  headerText,
  type LineSpec,
  lineText,
  round1,
  round2,
} from "./support/stats-text.ts";

// Each rule here was once broken in a reader of these files; the names are the rules.

const COMPLETED = { winner: 2, limit: "20:00", next: "8:30", playtime: 510_400 };
const HELD = { winner: 1, limit: "8:30", next: "8:30", playtime: 510_400 };

const first: LineSpec = {
  weapons: { MP40: [50, 200, 6, 3, 4] },
  tab: {
    damage_given: 1000,
    damage_received: 700,
    time_played_minutes: 8.5,
    xp: 40,
    killing_spree: 5,
  },
};
const second: LineSpec = {
  rounds: 1,
  side: 2,
  weapons: { MP40: [80, 350, 10, 6, 7] },
  tab: {
    damage_given: 1900,
    damage_received: 1500,
    time_played_minutes: 17,
    xp: 30,
    killing_spree: 4,
  },
};
const withTab = (spec: LineSpec, tab: LineSpec["tab"]): LineSpec => ({
  ...spec,
  tab: { ...spec.tab, ...tab },
});

const pair = (one: LineSpec[], two: LineSpec[]) =>
  roundStats(round2(HELD, two), { partner: round1(COMPLETED, one) }).stats;
const alone = (spec: LineSpec, header = COMPLETED): PlayerRound => {
  const row = roundStats(round1(header, [spec]), { partner: null }).stats.players[0];
  if (!row) throw new Error("no row");
  return row;
};

describe("Round 1 and Round 2", () => {
  it("players are matched by GUID, not by name", () => {
    const other: LineSpec = {
      ...first,
      guid: "BBBB0002",
      name: "wolf",
      tab: { damage_given: 100, time_played_minutes: 8.5 },
    };
    const stats = pair(
      [{ ...first, name: "fox" }, other],
      [
        { ...second, name: "wolf" },
        { ...second, guid: "BBBB0002", name: "fox" },
      ],
    );
    expect(stats.players.map((row) => [row.guid, row.damageGiven])).toEqual([
      ["AAAA0001", 900],
      ["BBBB0002", 1800],
    ]);
  });

  it("a reconnect is taken as it is, not clamped to 0", () => {
    const back = { ...withTab(first, { damage_given: 400, time_played_minutes: 3 }), rounds: 0 };
    const row = pair(
      [first, { ...first, guid: "BBBB0002" }],
      [back, { ...second, guid: "BBBB0002" }],
    ).players[0];
    expect([row?.kills, row?.damageGiven, row?.flags[0]]).toEqual([6, 400, "counter_reset:rounds"]);
  });

  it("ratios are made anew from the differences, never subtracted", () => {
    const row = pair(
      [withTab(first, { time_played_percent: 90, tank_meatshield: 3.5, kd_ratio: 2 })],
      [
        withTab(second, {
          time_played_percent: 80,
          tank_meatshield: 3.2,
          kd_ratio: 1.7,
          time_dead_ratio: 5,
          time_dead_minutes: 2,
        }),
      ],
    ).players[0];
    expect(row).toMatchObject({ timePlayedPercent: 70, tankMeatshield: 0, kdRatio: 4 / 3 });
    expect(row?.timeDeadRatio).toBe(23.5);
  });

  it("a Round 2 without its Round 1 is an orphan, not a normal round", () => {
    const { stats } = roundStats(round2(HELD, [second]), { partner: null });
    expect(stats).toMatchObject({ differential: "orphan", flags: ["orphan_r2"] });
    expect(stats.players[0]?.flags).toEqual(["cumulative"]);
  });

  it("the match has Round 1's share of what the scripts count, and the better spree", () => {
    const one = roundStats(round1(COMPLETED, [first]), { partner: null }).stats;
    const both = matchSummary(one, pair([first], [second])).players[0];
    expect(both).toMatchObject({ xp: 70, killingSpreeBest: 5, damageGiven: 1900, kills: 10 });
  });

  it("Round 1's winner is never copied into Round 2", () => {
    const partner = round1(COMPLETED, [first]);
    const { stats } = roundStats(round2({ ...HELD, winner: 0 }, [second]), { partner });
    expect(stats).toMatchObject({ winnerSide: 0, outcome: "unknown", scoreConfidence: "missing" });
  });

  it("an aborted round is found out, though its file says the other round number", () => {
    expect(isAbortedDump(edgeCase("map_change_mid_r2").file(1), { earlierRound1: null })).toBe(
      true,
    );
    expect(edgeCase("map_change_mid_r2").file(1).round).toBe(1);
  });
});

describe("times", () => {
  it("field 9 is in milliseconds", () => {
    const { stats } = roundStats(
      round1({ ...COMPLETED, next: "8:32", playtime: 512_317 }, [first]),
      { partner: null },
    );
    expect(stats.durationSeconds).toBe(512.317);
    expect(stats.players[0]?.dpm).toBeCloseTo((1000 * 60) / 512.317, 6);
  });

  it("each player has his own time, and an unknown duration is unknown", () => {
    expect(alone(withTab(first, { time_played_minutes: 3 })).timePlayedSeconds).toBe(180);
    const dark = round2({ ...HELD, limit: "0:00", next: "0:00", playtime: null }, [second]);
    expect(roundStats(dark, { partner: null }).stats.durationSeconds).toBeNull();
  });

  it("field 8 is the next time limit, not a duration", () => {
    const { stats } = roundStats(edgeCase("surrender_r2").file(1), {
      partner: edgeCase("surrender_r2").file(0),
    });
    expect(stats.durationSeconds ?? 0).toBeLessThan((stats.nextTimeLimitSeconds ?? 0) - 30);
  });

  it("minutes become seconds by rounding: 8.3 minutes are 498 s", () => {
    for (let tenths = 0; tenths <= 600; tenths++) {
      const row = alone(withTab(first, { time_played_minutes: tenths / 10 }), {
        ...COMPLETED,
        limit: "90:00",
        next: "80:00",
        playtime: 4_800_000,
      });
      expect(row.timePlayedSeconds).toBe(tenths * 6);
    }
    expect(alone(first).timePlayedSeconds).toBe(510.4);
  });

  it("the time-dead ratio is always a percentage: 0.8 is 0.8 %", () => {
    const row = alone(withTab(first, { time_dead_ratio: 0.8, time_dead_minutes: 0.1 }));
    expect(row.timeDeadRatio).toBe(1.2);
    expect(alone(withTab(first, { time_dead_ratio: 0.8 })).timeDeadRatio).toBe(0);
  });

  it("time dead never exceeds the time played, and Tank/Meatshield keeps its fraction", () => {
    const row = alone(
      withTab(first, { time_dead_minutes: 300, time_dead_ratio: 3529.4, tank_meatshield: 3.7 }),
    );
    expect(row.timeDeadMinutes).toBeCloseTo(510.4 / 60, 10);
    expect(row).toMatchObject({ timeDeadRatio: 100, tankMeatshield: 3.7 });
    expect(row.flags).toContain("time_dead_capped");
  });
});

describe("sides and outcome", () => {
  it("the outcome is winner against defender, not a margin of 30 s", () => {
    const late = { ...COMPLETED, next: "19:45", playtime: 1_185_400 };
    const { stats } = roundStats(round1(late, [first]), { partner: null });
    expect(stats.outcome).toBe("completed");
  });

  it("a missing or garbled defender is unknown with a reason, not Axis", () => {
    for (const [defender, reason] of [
      ["", "missing"],
      ["?", "non_numeric"],
      ["7", "out_of_range"],
    ]) {
      const { stats } = roundStats(round1({ ...COMPLETED, defender: defender ?? "" }, [first]), {
        partner: null,
      });
      expect(stats.defenderSide).toBeNull();
      expect(stats.flags).toEqual([`sides_untrusted:defender_${reason}`]);
    }
  });
});

describe("players", () => {
  it("bots are never merged, and a round is a bot round only without humans to play it", () => {
    const { stats } = edgeCase("bots").round(1);
    expect(stats.players.filter((row) => row.bot)).toHaveLength(3);
    expect(stats.flags).not.toContain("bot_round");
    expect(edgeCase("bots_only").round(1).stats.flags).toContain("bot_round");
  });

  it("headshots are head hits, and headshot kills are another number", () => {
    const row = alone(withTab(first, { headshot_kills: 3 }));
    expect([row.headshots, row.headshotKills]).toEqual([4, 3]);
    const odd = alone(withTab(first, { headshot_kills: 9 }));
    expect([odd.headshotKills, odd.kills]).toEqual([9, 6]);
    expect(odd.flags).toContain("hs_kills_gt_kills");
  });

  it("team kills above kills are no error: kills leave them out", () => {
    const row = alone({ ...withTab(first, { team_kills: 9 }), weapons: { MP40: [1, 9, 1, 0, 0] } });
    expect([row.kills, row.teamKills, row.flags.length]).toEqual([1, 9, 1]);
  });

  it("all colour codes go from names, not letters and digits alone", () => {
    const names = edgeCase("odd_names").round(0).stats.players;
    expect(names.find((row) => row.rawName === "^$^?^;ok")?.name).toBe("ok");
    expect(names.every((row) => row.name === stripColours(row.rawName))).toBe(true);
  });

  it("weapon numbers that run out refuse the line; no weapon is dropped silently", () => {
    const short = lineText({ guid: "BBBB0002" }).replace(/ \d+ \t/, " \t");
    const result = parseStatsFile(
      bytesOf(`${headerText()}\n${lineText()}\n${short}\n`),
      "2026-03-04-210000-supply-round-1.txt",
    );
    expect(result.ok && result.value.lines).toHaveLength(1);
    expect(result.ok && result.warnings[0]).toMatchObject({
      code: "player_line_rejected",
      line: 3,
    });
  });
});

import { describe, expect, it } from "vitest";
import {
  type HeaderSpec,
  type LineSpec,
  lineText,
  round1,
  round2,
  statsText,
} from "../test/support/stats-text.ts";
import { telemetry } from "../test/support/telemetry.ts";
import { roundStats } from "./derive-round.ts";
import { tankMeatshield } from "./differential.ts";
import { parseStatsFileOrThrow } from "./parse-stats-file.ts";
import type { PlayerRound } from "./round-stats.ts";
import type { StatsFile } from "./stats-file.ts";

/** Round 1: completed in 8:30 by side 2; Round 2: held for those 8:30. */
const HEADER1: HeaderSpec = { winner: 2, next: "8:30", playtime: 510_400 };
const HEADER2: HeaderSpec = { winner: 1, limit: "8:30", next: "8:30", playtime: 510_900 };

/** A whole Round 1 and Round 2 of a player who stayed. */
const FIRST: LineSpec = {
  weapons: { MP40: [50, 200, 6, 3, 4], GRENADE: [2, 5, 1, 0, 0] },
  tab: { damage_given: 1000, damage_received: 800, gibs: 2, time_played_minutes: 8.5, xp: 40 },
};
const BOTH: LineSpec = {
  rounds: 1,
  side: 2,
  weapons: { MP40: [90, 380, 10, 8, 9], GRENADE: [2, 5, 1, 0, 0] },
  tab: { damage_given: 1900, damage_received: 1700, gibs: 3, time_played_minutes: 17, xp: 33 },
};
/** Somebody whose `rounds` makes the counter usable, and who plays on as usual. */
const MATE1: LineSpec = { ...FIRST, guid: "BBBB0001", name: "mate" };
const MATE2: LineSpec = { ...BOTH, guid: "BBBB0001", name: "mate" };

const merge = (spec: LineSpec, change: LineSpec): LineSpec => ({
  ...spec,
  ...change,
  tab: { ...spec.tab, ...change.tab },
});

function derive(first: LineSpec[], second: LineSpec[], header: HeaderSpec = HEADER2) {
  return roundStats(round2(header, second), { partner: round1(HEADER1, first) });
}

function row(first: LineSpec[], second: LineSpec[], header: HeaderSpec = HEADER2): PlayerRound {
  const { stats } = derive([...first, MATE1], [...second, MATE2], header);
  const found = stats.players.find((player) => player.guid !== MATE1.guid);
  if (!found) throw new Error("no row");
  return found;
}

const quality = (player: PlayerRound) =>
  player.flags.filter((flag) => flag !== "time_snapped_to_round");

describe("whether Round 1 is in a Round 2 line: the first rule that applies", () => {
  it("1. no Round 1 line: as it is", () => {
    const late = merge(FIRST, { rounds: 1, tab: { time_played_minutes: 6 } });
    const player = row([], [late]);
    expect([player.kills, player.damageGiven, player.timePlayedSeconds]).toEqual([7, 1000, 360]);
    expect(quality(player)).toEqual(["partial_time"]);
  });

  it("1. no Round 1 line, but longer than the round: he was there without a shot, the time is capped", () => {
    const player = row([], [merge(FIRST, { rounds: 1, tab: { time_played_minutes: 17 } })]);
    expect([player.kills, player.timePlayedSeconds]).toEqual([7, 510]);
    expect(quality(player)).toEqual([]);
  });

  it("1. longer means by more than 12 s", () => {
    const header = { ...HEADER2, playtime: 510_000 };
    const joined = (minutes: number) =>
      row([], [merge(FIRST, { rounds: 1, tab: { time_played_minutes: minutes } })], header);
    expect([joined(8.7).timePlayedSeconds, joined(8.8).timePlayedSeconds]).toEqual([522, 510]);
  });

  it("1. no Round 1 line, longer than the round, and Round 1 lost a line: cumulative", () => {
    const text = `${statsText({ round: 1, ...HEADER1 }, [MATE1])}broken\\line\n`;
    const partner = parseStatsFileOrThrow(new TextEncoder().encode(text), "r1");
    const { stats } = roundStats(round2(HEADER2, [BOTH, MATE2]), { partner });
    expect(stats.players[0]).toMatchObject({
      kills: 11,
      timePlayedSeconds: 1020,
      flags: ["cumulative"],
    });
  });

  it("2. rounds not above his own while somebody's is: reconnected in Round 2, as it is", () => {
    // Even with numbers that would all allow a subtraction.
    const short = (rounds: number) => merge(BOTH, { rounds, tab: { time_played_minutes: 8.4 } });
    for (const [first, second] of [
      [FIRST, short(0)],
      [merge(FIRST, { rounds: 1 }), short(1)],
    ] as const) {
      const player = row([first], [second]);
      expect(player.kills).toBe(11);
      expect(quality(player)).toEqual(["counter_reset:rounds"]);
    }
  });

  it("2. without a line in Round 1 the base decides whether somebody's went on", () => {
    const first = [1, 2, 3].map((n) => merge(FIRST, { guid: `CCCC000${n}`, rounds: 1 }));
    const reset = merge(BOTH, { guid: "CCCC0001", rounds: 1, tab: { time_played_minutes: 8.4 } });
    const newcomer = (rounds: number) => merge(FIRST, { guid: "DDDD0001", rounds });
    const flags = (rounds: number) =>
      derive(first, [reset, newcomer(rounds)]).stats.players[0]?.flags ?? [];
    expect(flags(2)).toContain("counter_reset:rounds");
    expect(flags(1)).not.toContain("counter_reset:rounds");
  });

  it("2. but with no counter lower and a time over both rounds, Round 1 is in it", () => {
    const player = row([FIRST], [merge(BOTH, { rounds: 0 })]);
    expect([player.kills, player.damageGiven, quality(player)]).toEqual([4, 900, []]);
    const lower = row([FIRST], [merge(BOTH, { rounds: 0, tab: { gibs: 1 } })]);
    expect(lower.kills).toBe(11);
    // Without a measured round its limit is the longest that it can have been.
    const held = { ...HEADER2, playtime: null };
    expect(row([FIRST], [merge(BOTH, { rounds: 0 })], held).kills).toBe(4);
  });

  it("3. longer than the round: subtract, whatever else fell", () => {
    const player = row([FIRST], [merge(BOTH, { tab: { damage_given: 900 } })]);
    expect([player.kills, player.damageGiven, player.damageReceived]).toEqual([4, 0, 900]);
    expect(quality(player)).toEqual(["negative_difference"]);
  });

  it.each<[string, LineSpec, string]>([
    ["kills", { weapons: { MP40: [90, 380, 5, 8, 9], GRENADE: [2, 5, 1, 0, 0] } }, "kills,MP40"],
    ["deaths", { weapons: { MP40: [90, 380, 9, 2, 9], GRENADE: [2, 5, 1, 0, 0] } }, "deaths,MP40"],
    ["damage", { tab: { damage_given: 999 } }, "damage_given"],
    ["gibs", { tab: { gibs: 1 } }, "gibs"],
    ["the time", { tab: { time_played_minutes: 8.3 } }, "time_played_minutes"],
    ["one weapon", { weapons: { MP40: [90, 380, 10, 8, 9] } }, "GRENADE"],
    ["shots by 6", { weapons: { MP40: [90, 194, 10, 8, 9], GRENADE: [2, 5, 1, 0, 0] } }, "MP40"],
  ])(
    "4. lower than in Round 1 in %s: reconnected between the rounds, as it is",
    (_what, change, fields) => {
      // A time that neither exceeds the round nor equals it.
      const second = merge(merge(BOTH, { tab: { time_played_minutes: 8.2 } }), change);
      const first = merge(FIRST, {
        tab: { time_played_minutes: fields.startsWith("time") ? 8.5 : 8 },
      });
      const player = row([first], [second]);
      expect(quality(player)[0]).toBe(`counter_reset:${fields}`);
      expect(player.damageReceived).toBe(1700);
    },
  );

  it("4. up to 5 shots less are refunds, and 0.1 minutes less is rounding", () => {
    const second = merge(BOTH, {
      weapons: { MP40: [90, 195, 10, 8, 9], GRENADE: [2, 5, 1, 0, 0] },
      tab: { time_played_minutes: 7.9 },
    });
    const player = row([merge(FIRST, { tab: { time_played_minutes: 8 } })], [second]);
    expect(player.flags.join()).not.toContain("counter_reset");
    expect([player.kills, player.shots, player.timePlayedSeconds]).toEqual([4, 0, 0]);
  });

  it("3. up to 5 shots less of a weapon are refunds, no negative difference", () => {
    const knifed = (shots: number): LineSpec => ({
      ...FIRST,
      weapons: { ...FIRST.weapons, KNIFE: [1, shots, 1, 0, 0] },
    });
    const both = (shots: number): LineSpec => ({
      ...BOTH,
      weapons: { ...BOTH.weapons, KNIFE: [1, shots, 1, 0, 0] },
    });
    expect(quality(row([knifed(9)], [both(4)]))).toEqual([]);
    expect(quality(row([knifed(10)], [both(4)]))).toEqual(["negative_difference"]);
  });

  it("4. a garbled field is no drop: its difference is 0, with the flag", () => {
    const player = row([FIRST], [merge(BOTH, { tab: { damage_given: "x" } })]);
    expect([player.damageGiven, player.damageReceived, player.kills]).toEqual([0, 900, 4]);
    expect(quality(player)).toEqual(["bad_field:damage_given"]);
    const first = row([merge(FIRST, { tab: { damage_given: "-1" } })], [BOTH]);
    expect(first.damageGiven).toBe(0);
    expect(quality(first)).toEqual(["bad_field:damage_given"]);
    // What the scripts count does not need Round 1.
    expect(row([merge(FIRST, { tab: { xp: "x" } })], [BOTH])).toMatchObject({ xp: 33 });
  });

  it("5. exactly as long as the round after a played Round 1: as it is", () => {
    const player = row(
      [merge(FIRST, { tab: { time_played_minutes: 4 } })],
      [merge(BOTH, { tab: { time_played_minutes: 8.6 } })],
    );
    expect(quality(player)).toEqual(["counter_reset:time_equals_round"]);
    expect(player.damageGiven).toBe(1900);
  });

  it("5. does not apply after less than 0.3 minutes of Round 1", () => {
    const first = merge(FIRST, { tab: { time_played_minutes: 0.2 } });
    const player = row([first], [merge(BOTH, { tab: { time_played_minutes: 8.6 } })]);
    expect(player.damageGiven).toBe(900);
  });

  it("6. else: subtract", () => {
    const first = merge(FIRST, { tab: { time_played_minutes: 3 } });
    const player = row([first], [merge(BOTH, { tab: { time_played_minutes: 7 } })]);
    expect([player.kills, player.damageGiven, player.xp]).toEqual([4, 900, 33]);
    expect([player.timePlayedSeconds, quality(player)]).toEqual([240, ["partial_time"]]);
  });

  it("without a measured round neither 3 nor 5 applies", () => {
    const header = { ...HEADER2, playtime: null };
    const equal = merge(BOTH, { tab: { time_played_minutes: 8.6 } });
    const first = merge(FIRST, { tab: { time_played_minutes: 4 } });
    expect(row([first], [equal], header).damageGiven).toBe(900);
    const lower = row([FIRST], [merge(BOTH, { tab: { damage_given: 900 } })], header);
    expect(lower.flags).toContain("counter_reset:damage_given");
  });
});

describe("nobody has rounds 1", () => {
  const zero = (spec: LineSpec) => ({ ...spec, rounds: 0 });
  const fresh = (spec: LineSpec) =>
    merge(spec, { rounds: 0, side: 2, tab: { time_played_minutes: 8 } });

  it("and most counters fell: they were cleared for all, nobody is subtracted", () => {
    const third1 = { ...FIRST, guid: "CCCC0001", name: "third" };
    const third2 = { ...zero(BOTH), guid: "CCCC0001", name: "third" };
    const { stats, warnings } = derive(
      [FIRST, MATE1, third1],
      [fresh(FIRST), fresh(MATE1), third2],
    );
    expect(stats.players.map((player) => player.kills)).toEqual([7, 7, 11]);
    expect(stats.players.map((player) => quality(player)[0])).toEqual([
      "counter_reset:time_played_minutes",
      "counter_reset:time_played_minutes",
      "counter_reset:rounds",
    ]);
    expect(stats.flags).toContain("differential_unreliable");
    expect(warnings.map((warning) => warning.code)).toContain("differential_unreliable");
  });

  it("and few fell: the counter is not usable, the other rules decide", () => {
    const { stats } = derive([FIRST, MATE1], [zero(BOTH), zero(MATE2)]);
    expect(stats.players.map((player) => player.kills)).toEqual([4, 4]);
    expect(stats.flags).toEqual([]);
  });
});

describe("which Round 1 line is whose", () => {
  it("only in Round 1: no Round 2 row", () => {
    expect(derive([FIRST, MATE1], [MATE2]).stats.players).toHaveLength(1);
  });

  it("renamed: the same by GUID", () => {
    const player = row([FIRST], [{ ...BOTH, name: "^3other" }]);
    expect([player.name, player.kills]).toEqual(["other", 4]);
  });

  it("one GUID8 on two lines: by raw name, then by clean name, then by what is left on opposite sides", () => {
    const first = [
      merge(FIRST, { name: "^1anna", side: 1, tab: { damage_given: 100 } }),
      merge(FIRST, { name: "^2bert", side: 2, tab: { damage_given: 200 } }),
      merge(FIRST, { name: "carl", side: 2, tab: { damage_given: 300 } }),
    ];
    const second = [
      merge(BOTH, { name: "dora", side: 1 }),
      merge(BOTH, { name: "^5bert", side: 1 }),
      merge(BOTH, { name: "^1anna", side: 2 }),
    ];
    const { stats } = derive(first, second);
    expect(stats.players.map((player) => [player.name, player.damageGiven])).toEqual([
      ["dora", 1600],
      ["bert", 1700],
      ["anna", 1800],
    ]);
    expect(stats.flags).toContain("guid8_shared");
    expect(stats.players.every((player) => player.flags.includes("guid8_shared"))).toBe(true);
  });

  it("two colours of one name within a GUID8 are two players", () => {
    const first = [
      merge(FIRST, { name: "^1anna", tab: { damage_given: 100 } }),
      merge(FIRST, { name: "^2anna", tab: { damage_given: 200 } }),
    ];
    const second = [merge(BOTH, { name: "^2anna" }), merge(BOTH, { name: "^1anna" })];
    const { stats } = derive(first, second);
    expect(stats.players.map((player) => player.damageGiven)).toEqual([1700, 1800]);
  });

  it("left over on one side of the map: not the same player", () => {
    const first = [merge(FIRST, { name: "anna" }), merge(FIRST, { name: "carl", side: 1 })];
    const second = [merge(BOTH, { name: "anna" }), merge(BOTH, { name: "dora", side: 1 })];
    const { stats } = derive(first, second);
    expect(stats.players.map((player) => player.damageGiven)).toEqual([900, 1900]);
  });

  it("bots share a GUID8 and are told apart by name alone", () => {
    const bot = (spec: LineSpec, name: string, side: number) => ({
      ...spec,
      guid: "OMNIBOT0",
      name: `[BOT]${name}`,
      side,
    });
    const { stats } = derive([bot(FIRST, "Karl", 1), MATE1], [bot(BOTH, "Otto", 2), MATE2]);
    expect(stats.players[0]).toMatchObject({ bot: true, kills: 11 });
    const same = derive([bot(FIRST, "Karl", 1), MATE1], [bot(BOTH, "Karl", 2), MATE2]);
    expect(same.stats.players[0]).toMatchObject({ bot: true, kills: 4 });
  });
});

describe("what a Round 2 row is", () => {
  it("a ghost, who was connected but did not play, has none", () => {
    const still = merge(FIRST, { rounds: 1, tab: { time_played_minutes: 8.6, xp: 0 } });
    const { stats } = derive([FIRST, MATE1], [still, MATE2], { ...HEADER2, playtime: null });
    expect(stats.players.map((player) => player.guid)).toEqual([MATE1.guid]);
  });

  it("a spectator at the end has the other side of Round 1's", () => {
    const player = row([FIRST], [{ ...BOTH, side: 3 }]);
    expect([player.side, player.kills]).toEqual([2, 4]);
    expect(quality(player)).toEqual(["spectator_at_end"]);
    expect(row([], [merge(FIRST, { side: 3, tab: { time_played_minutes: 8.5 } })]).side).toBeNull();
  });

  it("script counters are Round 2's own; ratios are made from the differences", () => {
    const tab = { damage_received: 2600, time_played_percent: 80, tank_meatshield: 9.9 };
    const first = merge(FIRST, { tab: { time_played_percent: 60, damage_received: 900 } });
    const player = row(
      [first],
      [
        merge(BOTH, {
          weapons: { MP40: [90, 380, 10, 6, 9], GRENADE: [2, 5, 1, 0, 0] },
          tab: {
            ...tab,
            time_dead_minutes: 1.7,
            time_dead_ratio: 5,
            killing_spree: 4,
            revives_given: 2,
          },
        }),
      ],
    );
    expect(player).toMatchObject({
      killingSpreeBest: 4,
      revivesGiven: 2,
      timeDeadMinutes: 1.7,
      timeDeadRatio: 20,
      timePlayedPercent: 100,
      tankMeatshield: 4.4,
      bulletsFired: 180,
    });
  });

  it("weapons without a number are left out, and the raw tab values stay", () => {
    const player = row([FIRST], [BOTH]);
    expect(player.weapons).toEqual([
      { weapon: "MP40", hits: 40, shots: 180, kills: 4, deaths: 5, headshots: 5 },
    ]);
    expect(player.rawTab?.slice(0, 2)).toEqual([1900, 1700]);
  });

  it("without tab fields there are weapon numbers only", () => {
    const bare = (spec: LineSpec) => lineText(spec).split(" \t")[0] ?? "";
    const file = (header: HeaderSpec, lines: string[], name: string): StatsFile =>
      parseStatsFileOrThrow(
        new TextEncoder().encode(`${statsText(header, [])}${lines.join("\n")}\n`),
        name,
      );
    const r1 = (line: string) => file({ round: 1, ...HEADER1 }, [line, lineText(MATE1)], "r1");
    const r2 = (line: string) => file({ round: 2, ...HEADER2 }, [line, lineText(MATE2)], "r2");
    const neither = roundStats(r2(bare(BOTH)), { partner: r1(bare(FIRST)) }).stats.players[0];
    expect(neither).toMatchObject({ kills: 4, damageGiven: null, timePlayedSeconds: null, dpm: 0 });
    const second = roundStats(r2(lineText(BOTH)), { partner: r1(bare(FIRST)) }).stats.players[0];
    expect(second).toMatchObject({ kills: 4, damageGiven: null, xp: 33, timePlayedSeconds: null });
  });

  it("time within 7 s of the round is the round's, and 10 s short of it is a part", () => {
    const times = [8.5, 8.4, 8.3, 8].map((minutes, i) =>
      merge(FIRST, { guid: `CCCC000${i}`, name: `p${i}`, tab: { time_played_minutes: minutes } }),
    );
    const { stats } = roundStats(round1({ ...HEADER1, playtime: 510_400 }, times), {
      partner: null,
    });
    expect(stats.players.map((player) => [player.timePlayedSeconds, player.flags])).toEqual([
      [510.4, ["time_snapped_to_round"]],
      [510.4, ["time_snapped_to_round"]],
      [498, ["partial_time"]],
      [480, ["partial_time"]],
    ]);
  });
});

describe("a Round 2 without its Round 1", () => {
  it("is an orphan: rounds 0 or the round's own time holds Round 2 alone, the rest is cumulative", () => {
    const alone = [
      merge(BOTH, { guid: "AAAA0001" }),
      merge(BOTH, { guid: "AAAA0002", rounds: 0, tab: { time_played_minutes: 5 } }),
      merge(BOTH, { guid: "AAAA0003", tab: { time_played_minutes: 8.6 } }),
    ];
    const { stats, warnings } = roundStats(round2(HEADER2, alone), { partner: null });
    expect(stats).toMatchObject({ differential: "orphan", round1File: null, flags: ["orphan_r2"] });
    expect(stats.players.map(quality)).toEqual([["cumulative"], ["partial_time"], []]);
    expect(warnings.map((warning) => warning.code)).toContain("orphan_r2");
  });

  it("takes its duration only from players who joined in it", () => {
    const header = { ...HEADER2, playtime: null };
    const old = round2(header, [
      BOTH,
      merge(BOTH, { guid: "AAAA0002", rounds: 0, tab: { time_played_minutes: 5 } }),
    ]);
    expect(roundStats(old, { partner: null }).stats).toMatchObject({
      durationSeconds: 300,
      durationSource: "players",
    });
    expect(roundStats(round2(header, [BOTH]), { partner: null }).stats).toMatchObject({
      durationSeconds: null,
      durationSource: "unknown",
    });
  });
});

describe("with a webhook's line-up", () => {
  const listed = (guid: string, name: string) => ({
    guid: guid.padEnd(32, "0"),
    name,
    rawName: name,
  });

  it("who is not in it left before the end", () => {
    const told = telemetry({
      axis: [listed("AAAA0001", "fox")],
      allies: [listed("DDDD0001", "x")],
    });
    const file = round1(HEADER1, [FIRST, MATE1]);
    const { stats } = roundStats(file, { partner: null, telemetry: told });
    const left = stats.players.filter((player) => player.flags.includes("left_before_end"));
    expect(left.map((player) => player.name)).toEqual(["mate"]);
    expect(stats.flags).not.toContain("players_missing");
  });

  it("a list that did not arrive says nothing about its side", () => {
    const told = telemetry({ axis: [], allies: [listed("DDDD0001", "x")] });
    const file = round1(HEADER1, [FIRST, { ...MATE1, side: 2 }]);
    const { stats } = roundStats(file, { partner: null, telemetry: told });
    const left = stats.players.filter((player) => player.flags.includes("left_before_end"));
    expect(left.map((player) => player.name)).toEqual(["mate"]);
    const none = roundStats(file, { partner: null, telemetry: telemetry({}) }).stats.players;
    expect(none.flatMap((player) => player.flags)).not.toContain("left_before_end");
  });

  it("two humans of one GUID8 are looked up by name", () => {
    const told = telemetry({
      axis: [listed("AAAA0001", "anna")],
      allies: [listed("BBBB0001", "mate")],
    });
    const file = round1(HEADER1, [{ ...FIRST, name: "^1anna" }, { ...FIRST, name: "bert" }, MATE1]);
    const { stats } = roundStats(file, { partner: null, telemetry: told });
    const left = stats.players.filter((player) => player.flags.includes("left_before_end"));
    expect(left.map((player) => player.name)).toEqual(["bert"]);
  });

  it("as many entries as lines of one GUID8 are all there, whatever their names", () => {
    const told = telemetry({
      axis: [listed("AAAA0001", "anna"), listed("AAAA0001", "renamed")],
      allies: [listed("BBBB0001", "mate")],
    });
    const file = round1(HEADER1, [{ ...FIRST, name: "anna" }, { ...FIRST, name: "bert" }, MATE1]);
    const { stats } = roundStats(file, { partner: null, telemetry: told });
    expect(stats.players.flatMap((player) => player.flags)).not.toContain("left_before_end");
  });

  it("more players in it than in the file: some lines are missing", () => {
    const told = telemetry({
      axis: [listed("AAAA0001", "fox"), listed("CCCC0001", "y")],
      allies: [listed("BBBB0001", "mate")],
    });
    const { stats } = roundStats(round1(HEADER1, [FIRST, MATE1]), {
      partner: null,
      telemetry: told,
    });
    expect(stats.flags).toEqual(["players_missing"]);
  });
});

describe("Tank/Meatshield", () => {
  it.each([
    [1000, 1, 0],
    [1500, 7, 0],
    [1001, 2, 3.9],
    [2000, 4, 3.8],
    [1560, 4, 0],
    [1200, 0, 9.2],
  ])("%d HP received in %d deaths is %d", (received, deaths, ratio) => {
    expect(tankMeatshield(received, deaths)).toBe(ratio);
  });
});

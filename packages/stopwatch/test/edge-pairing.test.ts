import { describe, expect, it } from "vitest";
import { pairRounds } from "../src/pair-rounds.ts";
import type { PairedRound } from "../src/paired-round.ts";
import { defaultSettings } from "../src/settings.ts";
import { type Evening, edgeEvening } from "./evidence.ts";
import { trueTimes } from "./samples.ts";

type Sources = "all" | "webhooks" | "files";

function pair(edge: Evening, sources: Sources = "all", serverZone: string | null = null) {
  const { stats, telemetry } = edge.evidence;
  const wanted = telemetry.filter(
    (row) => sources === "all" || (sources === "webhooks" && row.source === "webhook"),
  );
  return pairRounds({ stats, telemetry: wanted }, { ...defaultSettings, serverZone });
}

/** `HHMMSS N state` of each round, in order of play; `lost` for a stand-in. */
const told = (rounds: readonly PairedRound[]) =>
  rounds.map(({ time, number, state, file }) => `${time} ${number} ${file ? state : "lost"}`);

const codes = (round: PairedRound | undefined) => round?.warnings.map((warning) => warning.code);

const WHOLE = [
  "bots",
  "double_fullhold",
  "dst_change",
  "duplicate_names",
  "guid_prefix_collision",
  "join_mid_r2",
  "join_r2_warmup",
  "leave_after_r1",
  "leave_mid_r2",
  "local_time_names",
  "lua54_lost_webhook",
  "midnight",
  "odd_names",
  "old_writer",
  "one_minute_round",
  "pause_twice",
  "r1_fullhold_r2_objective",
  "r1_objective_r2_held",
  "r1_objective_r2_objective",
  "r1_replayed",
  "reconnect_between_rounds",
  "reconnect_mid_r1",
  "reconnect_mid_r2",
  "rename_between_rounds",
  "rename_mid_round",
  "same_map_twice",
  "server_hitch",
  "spectators",
  "substitution",
  "surrender_r2",
  "surrender_r2_defenders",
  "surrender_vote_failed",
  "swapped_names",
  "team_reshuffle",
  "uneven_teams",
  "webhook_v172",
];

describe.each(WHOLE)("%s", (name) => {
  const edge = edgeEvening(name);

  it.each(["all", "webhooks", "files"] as const)("pairs as played, by %s", (sources) => {
    const { rounds } = pair(edge, sources);
    const byKey = new Map(rounds.map((round) => [round.key, round]));
    for (const { r1, r2 } of edge.truth.maps) {
      const [first, second] = [r1, r2].map((n) => {
        const file = n == null ? null : edge.truth.rounds[n - 1]?.files.stats;
        return file ? byKey.get(file) : undefined;
      });
      expect(first?.partner).toBe(second?.key);
      expect(second?.partner).toBe(first?.key);
      expect(second?.stats.round1File).toBe(first?.key);
      expect(second?.matchId).toBe(first?.matchId);
    }
    expect(rounds).toHaveLength(edge.evidence.stats.length);
  });

  it("ends each round when the server says", () => {
    const { rounds, unlinked } = pair(edge);
    expect(unlinked).toEqual([]);
    for (const truth of edge.truth.rounds) {
      const round = rounds.find(({ key }) => key === truth.files.stats);
      expect(Math.abs((round?.endMs ?? 0) / 1000 - trueTimes(truth).end)).toBeLessThanOrEqual(2);
      if (round?.telemetry?.startUnix) {
        expect(Math.abs((round.startMs ?? 0) / 1000 - trueTimes(truth).start)).toBeLessThanOrEqual(
          2,
        );
      }
    }
  });
});

describe("midnight", () => {
  it("is one match, called after the date of Round 1", () => {
    const [first, second] = pair(edgeEvening("midnight"), "files").rounds;
    expect([first?.date, second?.date]).toEqual(["2025-10-10", "2025-10-11"]);
    expect(second?.matchId).toBe("2025-10-10-235037-te_escape2");
  });
});

describe("dst_change", () => {
  const edge = edgeEvening("dst_change");
  const ends = [1761440048, 1761440645];

  it.each<[string, Sources, string | null]>([
    ["with webhooks and the zone", "all", "Europe/Ljubljana"],
    ["with webhooks, without the zone", "all", null],
    ["without webhooks, with the zone", "files", "Europe/Ljubljana"],
  ])("puts Round 2 behind Round 1, %s", (_what, sources, zone) => {
    const { rounds } = pair(edge, sources, zone);
    expect(told(rounds)).toEqual(["025411 1 paired", "020408 2 paired"]);
    expect(rounds.map((round) => round.endMs / 1000)).toEqual(ends);
  });

  it("says what it did without webhooks, and nothing with them", () => {
    expect(codes(pair(edge, "files").rounds[1])).toContain("clock_change");
    expect(codes(pair(edge, "files", "Europe/Ljubljana").rounds[1])).toContain("clock_change");
    expect(codes(pair(edge).rounds[1])).not.toContain("clock_change");
  });

  it("needs one webhook at most", () => {
    for (const row of edge.evidence.telemetry) {
      for (const serverZone of [null, "Europe/Ljubljana"]) {
        const settings = { ...defaultSettings, serverZone };
        const { rounds } = pairRounds({ stats: edge.evidence.stats, telemetry: [row] }, settings);
        expect(told(rounds)).toEqual(["025411 1 paired", "020408 2 paired"]);
        expect(rounds.map((round) => round.endMs / 1000)).toEqual(ends);
      }
    }
  });

  it("lists the stamps that only a webhook would settle", () => {
    expect(pair(edge, "files", "Europe/Ljubljana").zone.ambiguous).toHaveLength(2);
    expect(pair(edge, "all", "Europe/Ljubljana").zone.ambiguous).toEqual([]);
  });
});

describe("local_time_names", () => {
  it("are read two hours east, by the zone or by the webhooks", () => {
    const edge = edgeEvening("local_time_names");
    const ends = edge.truth.rounds.map((round) => trueTimes(round).end * 1000);
    expect(pair(edge).zone).toMatchObject({ source: "telemetry", offsetMinutes: 120 });
    expect(pair(edge).rounds.map((round) => round.endMs)).toEqual(ends);
    const zoned = pair(edge, "files", "Europe/Ljubljana");
    expect(zoned.rounds.map((round) => round.endMs)).toEqual(ends);
    const wrong = pair(edge, "all", "UTC");
    expect(wrong.zone.suspect).toBe(true);
    expect(wrong.unlinked).toHaveLength(4);
    expect(told(wrong.rounds)).toEqual(["200901 1 paired", "201859 2 paired"]);
  });
});

describe("r1_replayed", () => {
  it("leaves the first Round 1 alone", () => {
    expect(told(pair(edgeEvening("r1_replayed")).rounds)).toEqual([
      "200756 1 lone",
      "201246 1 paired",
      "201702 2 paired",
    ]);
  });
});

describe("r1_file_missing", () => {
  const edge = edgeEvening("r1_file_missing");

  it("has the webhook of Round 1 stand in; the numbers of Round 2 stay unused", () => {
    const { rounds } = pair(edge);
    expect(told(rounds)).toEqual(["200627 1 lost", "201312 2 orphan"]);
    expect(rounds[0]?.telemetry?.source).toBe("gametime");
    expect(rounds[1]?.partner).toBe(rounds[0]?.key);
    expect(rounds[1]?.stats).toMatchObject({ differential: "orphan", round1File: null });
  });

  it("is an orphan without webhooks", () => {
    const { rounds } = pair(edge, "files");
    expect(told(rounds)).toEqual(["201312 2 orphan"]);
    expect(rounds[0]?.matchId).toBe("2025-10-10-201312-frostbite");
  });
});

describe("r2_file_missing", () => {
  const edge = edgeEvening("r2_file_missing");

  it("has the webhook of Round 2 stand in", () => {
    const { rounds } = pair(edge);
    expect(told(rounds)).toEqual(["200811 1 paired", "201608 2 lost"]);
    expect(rounds[1]?.stats.timeLimitSeconds).toBe(rounds[0]?.stats.nextTimeLimitSeconds);
    expect(rounds[1]?.startMs).toBe((rounds[1]?.telemetry?.startUnix ?? 0) * 1000);
  });

  it("is a lone Round 1 without webhooks", () => {
    expect(told(pair(edge, "files").rounds)).toEqual(["200811 1 lone"]);
  });

  it("has nothing stand in while a wrong zone hides the files", () => {
    expect(told(pair(edge, "all", "Asia/Tokyo").rounds)).toEqual(["200811 1 lone"]);
  });
});

describe("rounds that were broken off", () => {
  it("map_change_mid_r1: a file called Round 2 that is none", () => {
    const { rounds } = pair(edgeEvening("map_change_mid_r1"));
    expect(told(rounds)).toEqual(["200322 2 aborted"]);
    expect(rounds[0]?.stats.outcome).toBe("aborted");
  });

  it("map_change_mid_r2: a file called Round 1 that is none, and the real one", () => {
    for (const sources of ["all", "files"] as const) {
      const { rounds } = pair(edgeEvening("map_change_mid_r2"), sources);
      expect(told(rounds)).toEqual(["200737 1 lone", "201129 1 aborted"]);
      expect(rounds[1]?.matchId).toBe("2025-10-10-201129-supply");
    }
  });

  it("aborted_warmup_only: nothing", () => {
    expect(pair(edgeEvening("aborted_warmup_only")).rounds).toEqual([]);
  });
});

describe("surrender_r1_no_r2", () => {
  it("is a Round 1 alone", () => {
    expect(told(pair(edgeEvening("surrender_r1_no_r2")).rounds)).toEqual([
      expect.stringContaining(" 1 lone"),
    ]);
  });
});

describe("bots_only", () => {
  it("is a test of bots, paired among itself", () => {
    const { rounds } = pair(edgeEvening("bots_only"));
    expect(told(rounds)).toEqual(["201154 1 paired", "202348 2 paired"]);
    for (const round of rounds) expect(round.stats.flags).toContain("bot_round");
  });
});

describe("guid_prefix_collision", () => {
  const edge = edgeEvening("guid_prefix_collision");
  const shared = (rounds: readonly PairedRound[]) =>
    rounds.map(({ stats }) =>
      stats.players.filter((player) => player.guid.length > 8).map((player) => player.guid),
    );

  it.each([1, 2])("tells the two apart by whole GUIDs, with the webhook of round %s", (n) => {
    const { stats, telemetry } = edge.evidence;
    const one = telemetry.filter((row) => row.source === "webhook" && row.round === n);
    const { rounds } = pairRounds({ stats, telemetry: one }, defaultSettings);
    const truth = edge.truth.rounds.map(({ players }) => {
      const guids = players.map((player) => player.guid);
      return guids.filter((guid) =>
        guids.some((o) => o !== guid && o.slice(0, 8) === guid.slice(0, 8)),
      );
    });
    for (const [i, guids] of shared(rounds).entries()) {
      expect([...guids].sort()).toEqual([...(truth[i] ?? [])].sort());
      expect(guids).toHaveLength(2);
    }
  });

  it("tells them apart by name without one, alike in both rounds", () => {
    const [first, second] = shared(pair(edge, "files").rounds);
    expect(new Set(first).size).toBe(2);
    expect([...(first ?? [])].sort()).toEqual([...(second ?? [])].sort());
  });
});

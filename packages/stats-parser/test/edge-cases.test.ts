import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  isAbortedDump,
  matchSummary,
  type PlayerRound,
  parseRoundWebhook,
  parseStatsFile,
  parseStatsFileOrThrow,
  type RoundTelemetry,
  roundStats,
} from "../src/index.ts";
import { type EdgeCase, edgeCase, sample } from "./support/rounds.ts";
import { differences, rowOf, type TrueRound } from "./support/truth.ts";

/** Cases whose stats files alone tell the whole truth of every player and round. */
const EXACT = [
  "bots",
  "double_fullhold",
  "dst_change",
  "duplicate_names",
  "guid_prefix_collision",
  "join_mid_r2",
  "join_r2_warmup",
  "leave_after_r1",
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
  "r2_file_missing",
  "reconnect_between_rounds",
  "rename_between_rounds",
  "rename_mid_round",
  "same_map_twice",
  "server_hitch",
  "spectators",
  "substitution",
  "surrender_r1_no_r2",
  "surrender_r2",
  "surrender_vote_failed",
  "swapped_names",
  "team_reshuffle",
  "uneven_teams",
  "webhook_v172",
];

/** What the numbers of a round are off by, player by player. */
function off(truth: TrueRound, players: readonly PlayerRound[]): string[] {
  const rows = truth.players.flatMap((player) => {
    const row = rowOf(players, player);
    const wrong = row ? differences(row, player) : ["missing"];
    return wrong.map((difference) => `${player.name} ${difference}`);
  });
  const surplus = players.length - truth.players.length;
  return surplus === 0 ? rows : [...rows, `${surplus} rows too many`];
}

function webhook(name: string, ending: string): RoundTelemetry {
  const folder = sample(`edge/${name}/webhooks/`);
  const file = readdirSync(folder).find((entry) => entry.endsWith(ending)) ?? "";
  const result = parseRoundWebhook(readFileSync(folder + file), file);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function player(edge: EdgeCase, round: number, guid: string): PlayerRound {
  const row = edge.round(round).stats.players.find((entry) => entry.guid === guid);
  if (!row) throw new Error(`${guid} has no row in round ${round}`);
  return row;
}

describe.each(EXACT)("%s", (name) => {
  const edge = edgeCase(name);

  it.each(edge.rounds.map((truth, n) => [truth.files.stats, n] as const))("%s", (_file, n) => {
    const { stats } = edge.round(n);
    const truth = edge.truth(n);
    expect(off(truth, stats.players)).toEqual([]);
    expect(Math.abs((stats.durationSeconds ?? 0) - truth.duration_ms / 1000)).toBeLessThanOrEqual(
      7,
    );
    expect(stats.winnerSide).toBe(truth.winner_side);
    expect(stats.defenderSide).toBe(truth.defender_side);
    const gaveUp = truth.surrender && truth.surrender_side !== truth.defender_side;
    expect(stats.outcome).toBe(gaveUp ? "surrender" : truth.fullhold ? "fullhold" : "completed");
  });
});

describe("who came, went or changed his name", () => {
  it("reconnect_mid_r1: what came after the reconnect is kept and marked as a part", () => {
    const edge = edgeCase("reconnect_mid_r1");
    const row = player(edge, 0, "36E94233");
    const truth = edge.truth(0).players.find((entry) => entry.guid.startsWith(row.guid));
    expect(truth?.recoverable && differences(row, truth.recoverable)).toEqual([]);
    expect(row.flags).toContain("partial_time");
    expect(off(edge.truth(1), edge.round(1).stats.players)).toEqual([]);
  });

  it("reconnect_mid_r2: rounds 0 means nothing is subtracted", () => {
    const edge = edgeCase("reconnect_mid_r2");
    const row = player(edge, 1, "36E94233");
    const truth = edge.truth(1).players.find((entry) => entry.guid.startsWith(row.guid));
    expect(truth?.recoverable && differences(row, truth.recoverable)).toEqual([]);
    expect(row.flags).toContain("counter_reset:rounds");
  });

  it("reconnect_between_rounds: counters that fell prove the reconnect, though rounds is 1", () => {
    const row = player(edgeCase("reconnect_between_rounds"), 1, "36E94233");
    expect(row.roundsHint).toBe(1);
    expect(row.flags.join()).toMatch(/counter_reset:(?!rounds)/);
    expect(row.flags).not.toContain("partial_time");
  });

  it("rename_between_rounds: the same player by GUID, each round with its own name", () => {
    const edge = edgeCase("rename_between_rounds");
    const renamed = edge.round(1).stats.players.filter((row) => {
      const before = edge.round(0).stats.players.find((entry) => entry.guid === row.guid);
      return before?.rawName !== row.rawName;
    });
    expect(renamed).toHaveLength(1);
    expect(renamed[0]?.flags.filter((flag) => flag.startsWith("counter_reset"))).toEqual([]);
  });

  it("swapped_names: both players keep their own Round 1", () => {
    const edge = edgeCase("swapped_names");
    const names = (n: number) =>
      edge
        .round(n)
        .stats.players.flatMap(({ guid, name }) =>
          guid === "36E94233" || guid === "D2F09CA1" ? [`${guid} ${name}`] : [],
        );
    expect(names(0).sort()).not.toEqual(names(1).sort());
  });

  it("join_mid_r2 and join_r2_warmup: no Round 1 line, so the numbers are used as they are", () => {
    const late = player(edgeCase("join_mid_r2"), 1, "FB599292");
    expect(late.roundsHint).toBe(0);
    expect(late.flags).toContain("partial_time");
    const edge = edgeCase("join_r2_warmup");
    const known = new Set(edge.file(0).lines.map((line) => line.guid));
    const joined = edge.round(1).stats.players.filter((row) => !known.has(row.guid));
    expect(joined.map((row) => row.roundsHint)).toEqual([1]);
    expect(joined[0]?.flags).not.toContain("partial_time");
  });

  it("leave_after_r1: no Round 2 row, and the match keeps the Round 1 numbers", () => {
    const edge = edgeCase("leave_after_r1");
    const [first, second] = [edge.round(0).stats, edge.round(1).stats];
    expect(second.players.some((row) => row.guid === "B4631A3F")).toBe(false);
    const both = matchSummary(first, second).players.find((row) => row.guid === "B4631A3F");
    expect(both?.kills).toBe(first.players.find((row) => row.guid === "B4631A3F")?.kills);
    expect(both?.rounds).toEqual([1]);
  });

  it("leave_mid_r2: gone from the webhook's list, and at most 5 s of play are missing", () => {
    const edge = edgeCase("leave_mid_r2");
    const telemetry = webhook("leave_mid_r2", "round-2-webhook.json");
    const { stats } = edge.round(1, { telemetry });
    const flagged = stats.players.filter((row) => row.flags.includes("left_before_end"));
    expect(flagged.map((row) => row.guid)).toEqual(["36E94233"]);
    expect(flagged[0]?.flags).toContain("partial_time");
    const truth = edge.truth(1).players.find((entry) => entry.guid.startsWith("36E94233"));
    const seconds = (truth?.time_team_ms ?? 0) / 1000;
    expect(Math.abs((flagged[0]?.timePlayedSeconds ?? 0) - seconds)).toBeLessThanOrEqual(11);
    const others = edge.truth(1).players.filter((entry) => entry !== truth);
    expect(
      others.flatMap((entry) => differences(rowOf(stats.players, entry) as PlayerRound, entry)),
    ).toEqual([]);
  });

  it("spectators: nobody without a number has a row, and nobody is missed", () => {
    const edge = edgeCase("spectators");
    const telemetry = webhook("spectators", "round-1-webhook.json");
    const { stats } = edge.round(0, { telemetry });
    expect(stats.flags).not.toContain("players_missing");
    expect(stats.players.every((row) => row.side !== null)).toBe(true);
    expect(stats.players.flatMap((row) => row.flags)).not.toContain("left_before_end");
  });
});

describe("names and GUIDs", () => {
  it("duplicate_names: three players of one name stay three", () => {
    const names = edgeCase("duplicate_names")
      .round(1)
      .stats.players.map((row) => row.name);
    expect(names.length - new Set(names).size).toBe(2);
  });

  it("guid_prefix_collision: two humans with one GUID8 keep a row each, flagged", () => {
    const edge = edgeCase("guid_prefix_collision");
    for (const n of [0, 1]) {
      const { stats } = edge.round(n);
      const shared = stats.players.filter((row) => row.flags.includes("guid8_shared"));
      expect(shared).toHaveLength(2);
      expect(new Set(shared.map((row) => row.guid)).size).toBe(1);
      expect(stats.flags).toContain("guid8_shared");
    }
    const both = matchSummary(edge.round(0).stats, edge.round(1).stats);
    expect(both.players.filter((row) => row.flags.includes("guid8_shared"))).toHaveLength(2);
  });

  it("odd_names: each line is decoded by itself, and a human called [BOT] stays one", () => {
    const edge = edgeCase("odd_names");
    const rows = edge.round(0).stats.players;
    const names = rows.map((row) => row.name);
    expect(names).toContain("CaféRené");
    expect(names).toContain("žuža☠");
    expect(names).toContain("^^caret^");
    const human = rows.find((row) => row.rawName === "[BOT]human");
    expect(human?.bot).toBe(false);
    expect(human?.flags).toContain("bot_name");
    expect(edge.file(0).flags).toEqual(["decoded_cp1252:1"]);
  });

  it("bots: three bots with one GUID8 are never merged, and the round stays a game", () => {
    const edge = edgeCase("bots");
    const { stats } = edge.round(1, { telemetry: webhook("bots", "round-2-webhook.json") });
    const bots = stats.players.filter((row) => row.bot);
    expect(bots.map((row) => row.guid)).toEqual(["OMNIBOT0", "OMNIBOT0", "OMNIBOT0"]);
    expect(bots.flatMap((row) => row.flags)).not.toContain("left_before_end");
    expect(stats.flags).not.toContain("bot_round");
  });

  it("bots_only: a bot round", () => {
    expect(edgeCase("bots_only").round(0).stats.flags).toContain("bot_round");
  });
});

describe("rounds that ended otherwise", () => {
  it("map_change_mid_r1 and map_change_mid_r2: aborted, never a round", () => {
    const first = edgeCase("map_change_mid_r1");
    expect(first.file(0).round).toBe(2);
    expect(isAbortedDump(first.file(0), { earlierRound1: null })).toBe(true);
    const second = edgeCase("map_change_mid_r2");
    expect(second.file(1).round).toBe(1);
    for (const { stats } of [first.round(0), second.round(1)]) {
      expect(stats).toMatchObject({
        outcome: "aborted",
        durationSeconds: null,
        differential: "none",
      });
      expect(stats.flags).toContain("aborted");
    }
    const rows = second.round(1).stats.players;
    expect(rows.every((row) => row.flags.includes("cumulative"))).toBe(true);
  });

  it("r1_file_missing: an orphan, its rows cumulative", () => {
    const { stats } = edgeCase("r1_file_missing").round(0);
    expect(stats).toMatchObject({ differential: "orphan", round1File: null, round: 2 });
    expect(stats.flags).toContain("orphan_r2");
    expect(stats.players.every((row) => row.flags.includes("cumulative"))).toBe(true);
  });

  it("surrender_r2: the file alone proves that the attackers gave up, a webhook adds who", () => {
    const edge = edgeCase("surrender_r2");
    expect(edge.round(1).stats.flags).toContain("surrender_deduced");
    const telemetry = webhook("surrender_r2", "round-2-webhook.json");
    const { stats } = edge.round(1, { telemetry });
    expect(stats.outcome).toBe("surrender");
    expect(stats.flags).not.toContain("surrender_deduced");
  });

  it("surrender_r2_defenders: completed by the file; the webhook's claim is not confirmed", () => {
    const edge = edgeCase("surrender_r2_defenders");
    expect(edge.round(1).stats).toMatchObject({ outcome: "completed", flags: [] });
    const telemetry = webhook("surrender_r2_defenders", "round-2-webhook.json");
    const { stats } = edge.round(1, { telemetry });
    expect(stats.outcome).toBe("completed");
    expect(stats.flags).toEqual(["surrender_unconfirmed"]);
    const proven = edge.round(1, { telemetry: { ...telemetry, exit: "Axis Surrender" } });
    expect(proven.stats).toMatchObject({ outcome: "surrender", flags: [] });
    expect(off(edge.truth(1), stats.players)).toEqual([]);
  });

  it("one_minute_round: gone after a minute by surrender, with its own short times", () => {
    const { stats } = edgeCase("one_minute_round").round(1);
    expect(stats.outcome).toBe("surrender");
    expect(Math.abs((stats.durationSeconds ?? 0) - 56)).toBeLessThan(1.5);
    expect(Math.max(...stats.players.map((row) => row.timePlayedSeconds ?? 0))).toBeLessThan(60);
  });

  it("pause_twice: pauses are in no duration and in no player's time", () => {
    const edge = edgeCase("pause_twice");
    const telemetry = webhook("pause_twice", "round-1-webhook.json");
    const { stats } = edge.round(0, { telemetry });
    expect(telemetry.playtimeSeconds ?? 0).toBeGreaterThan((stats.durationSeconds ?? 0) + 100);
    expect(stats.players.every((row) => row.timePlayedSeconds === stats.durationSeconds)).toBe(
      true,
    );
  });

  it("old_writer: eight fields, and every duration from limit, next limit or players", () => {
    const edge = edgeCase("old_writer");
    for (const n of edge.rounds.keys()) {
      expect(edge.file(n).header.fields).toBe(8);
      expect(edge.round(n).stats.durationSource).toMatch(/^(limit|next_limit|players)$/);
    }
  });
});

describe("damaged_files", () => {
  const edge = edgeCase("damaged_files");
  const damaged = (kind: string) => {
    const name = `2025-10-10-201613-frostbite-round-2-${kind}.txt`;
    return parseStatsFile(readFileSync(sample(`edge/damaged_files/damaged/${name}`)), name);
  };
  const opened = (kind: string) => {
    const result = damaged(kind);
    if (!result.ok) throw new Error(result.error.message);
    return result;
  };
  const warned = (kind: string) =>
    opened(kind).warnings.filter((warning) => warning.code !== "bad_name");

  it("cut: the line that breaks off is refused and named, the lines before it are exact", () => {
    const { value } = opened("cut");
    expect(warned("cut")).toMatchObject([
      { code: "truncated_line", line: 5 },
      { code: "player_lines_rejected:1" },
    ]);
    const { stats } = roundStats(value, { partner: edge.file(0) });
    expect(stats.players).toHaveLength(3);
    for (const row of stats.players) {
      const truth = edge.truth(1).players.find((entry) => entry.guid.startsWith(row.guid));
      expect(truth && differences(row, truth)).toEqual([]);
    }
  });

  it("crlf: the same as with plain newlines", () => {
    const { lines, header } = opened("crlf").value;
    expect(lines).toEqual(edge.file(1).lines);
    expect(header).toEqual(edge.file(1).header);
  });

  it.each(["empty", "header"])("%s: refused as empty", (kind) => {
    expect(damaged(kind)).toMatchObject({ ok: false, error: { code: "empty" } });
  });

  it("junk: skipped with its line numbers, no player lost", () => {
    const { value } = opened("junk");
    expect(value.lines.map((line) => line.guid)).toEqual(
      edge.file(1).lines.map((line) => line.guid),
    );
    expect(warned("junk")).toMatchObject([
      { code: "decoded_cp1252:2" },
      { code: "player_line_rejected", line: 2 },
      { code: "player_line_rejected", line: 4 },
      { code: "player_lines_rejected:2" },
    ]);
    const { stats } = roundStats(value, { partner: edge.file(0) });
    expect(off(edge.truth(1), stats.players)).toEqual([]);
  });

  it("neg: two unusable numbers become 0, flagged with line and field; nobody else is touched", () => {
    const { value } = opened("neg");
    expect(warned("neg")).toMatchObject([
      { code: "bad_number", line: 2, field: "damage_given" },
      { code: "bad_number", line: 2, field: "damage_received" },
    ]);
    const { stats } = roundStats(value, { partner: edge.file(0) });
    const [first, ...others] = stats.players;
    expect(first).toMatchObject({ damageGiven: 0, damageReceived: 0, dpm: 0 });
    expect(first?.flags).toEqual(
      expect.arrayContaining(["bad_field:damage_given", "bad_field:damage_received"]),
    );
    expect(first?.flags.join()).not.toContain("counter_reset");
    const wrong = off(edge.truth(1), stats.players);
    expect(wrong.map((entry) => entry.split(":")[0])).toEqual([
      `${first?.rawName} damageGiven`,
      `${first?.rawName} damageReceived`,
    ]);
    expect(others.flatMap((row) => row.flags)).not.toContain("counter_reset");
  });

  it("the whole file is exact, whatever it is called", () => {
    const source = readFileSync(
      sample("edge/damaged_files/gamestats/2025-10-10-201613-frostbite-round-2.txt"),
    );
    const file = parseStatsFileOrThrow(source, "download (3).tmp");
    expect(file.stamp).toBeNull();
    expect(file.flags).toEqual(["bad_name"]);
    const { stats } = roundStats(file, { partner: edge.file(0) });
    expect(off(edge.truth(1), stats.players)).toEqual([]);
  });
});

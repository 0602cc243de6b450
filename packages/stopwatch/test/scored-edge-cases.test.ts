import { describe, expect, it } from "vitest";
import type { GamingSession, ScoredRounds } from "../src/gaming-session.ts";
import { score, teamsAreExact, verdicts } from "./against-truth.ts";
import { type Evening, edgeEvening } from "./evidence.ts";

/** Reads and scores `samples/edge/<name>`. */
function played(name: string): Evening & { readonly scored: ScoredRounds } {
  const evening = edgeEvening(name);
  return { ...evening, scored: score(evening.evidence) };
}

/** The one session of an edge case. */
function only({ sessions }: ScoredRounds): GamingSession {
  const [session] = sessions;
  if (!session || sessions.length !== 1) throw new Error(`${sessions.length} sessions`);
  return session;
}

const statuses = (session: GamingSession) =>
  session.rounds.map(({ round, status }) => `${round.number} ${status}`);

describe("edge cases: teams, winner and result of every map as in the truth", () => {
  it.each([
    "bots",
    "damaged_files",
    "double_fullhold",
    "dst_change",
    "duplicate_names",
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
    "r1_file_missing",
    "r1_fullhold_r2_objective",
    "r1_objective_r2_held",
    "r1_objective_r2_objective",
    "r1_replayed",
    "r2_file_missing",
    "reconnect_between_rounds",
    "reconnect_mid_r1",
    "reconnect_mid_r2",
    "rename_between_rounds",
    "rename_mid_round",
    "same_map_twice",
    "server_hitch",
    "spectators",
    "substitution",
    "surrender_r1_no_r2",
    "surrender_r2",
    "surrender_r2_defenders",
    "surrender_vote_failed",
    "swapped_names",
    "team_reshuffle",
    "uneven_teams",
    "webhook_v172",
  ])("%s", (name) => {
    const { scored, truth } = played(name);
    const session = only(scored);
    expect(teamsAreExact(truth, session)).toBe(true);
    expect(scored.outside).toEqual([]);
    expect(truth.maps.length).toBeGreaterThan(0);
    expect(session.matches.map((match) => match.map)).toEqual(truth.maps.map(({ map }) => map));
    for (const { map, match, winner, result } of verdicts(truth, scored)) {
      expect(match).toMatchObject({ counted: true, result });
      expect(winner).toBe(map.winner);
    }
  });
});

describe("edge cases: what else they show", () => {
  it("aborted_warmup_only: no round, no session", () => {
    expect(played("aborted_warmup_only").scored).toEqual({ sessions: [], outside: [] });
  });

  it("bots: they are counted, not listed", () => {
    const session = only(played("bots").scored);
    expect(session.rounds.map(({ bots, humans }) => [bots, humans])).toEqual([
      [3, 6],
      [3, 6],
    ]);
    expect(session.teams.flatMap(({ guids }) => guids).join()).not.toContain("OMNIBOT");
  });

  it("bots_only: no session for anybody", () => {
    const { scored } = played("bots_only");
    expect(scored.sessions).toEqual([]);
    expect(scored.outside.map(({ valid, flags }) => [valid, flags])).toEqual([
      [false, ["bot_round"]],
      [false, ["bot_round"]],
    ]);
  });

  it("map_change_mid_r1: an aborted file alone is neither session nor match", () => {
    const { scored } = played("map_change_mid_r1");
    expect(scored.sessions).toEqual([]);
    expect(scored.outside).toMatchObject([{ status: "aborted", valid: false, outcome: "aborted" }]);
  });

  it("map_change_mid_r2: listed as aborted, not counted", () => {
    const session = only(played("map_change_mid_r2").scored);
    expect(statuses(session)).toEqual(["1 completed", "1 aborted"]);
    expect(session.matches).toMatchObject([
      { result: "aborted", winner: null, counted: false, round2: null, pointsA: 0, pointsB: 0 },
    ]);
    expect(session.score).toEqual({ teamA: 0, teamB: 0, draws: 0 });
    expect(session.rounds[1]).toMatchObject({ mapPlaySequence: null, stopwatchState: null });
  });

  it("double_fullhold: a point for each and one draw", () => {
    const session = only(played("double_fullhold").scored);
    expect(session.score).toEqual({ teamA: 1, teamB: 1, draws: 1 });
    expect(session.rounds[0]).toMatchObject({
      stopwatchState: "FULL_HOLD",
      timeToBeatSeconds: null,
    });
  });

  it("r1_objective_r2_held: the time to beat", () => {
    const session = only(played("r1_objective_r2_held").scored);
    const [first, second] = session.rounds;
    expect(first).toMatchObject({ stopwatchState: "TIME_SET", endReason: "objective" });
    expect(first?.timeToBeatSeconds).toBe(second?.round.stats.timeLimitSeconds);
    expect(second).toMatchObject({ stopwatchState: null, endReason: "time_expired" });
    expect([first?.attackers, second?.attackers].sort()).toEqual(["A", "B"]);
  });

  it("guid_prefix_collision: two humans with one GUID8 stay two, one in each team", () => {
    const { scored, truth } = played("guid_prefix_collision");
    const session = only(scored);
    const guids = session.teams.flatMap((team) => team.guids);
    expect(guids).toHaveLength(6);
    const whole = new Set(truth.rounds.flatMap(({ players }) => players.map(({ guid }) => guid)));
    const long = guids.filter((guid) => guid.length > 8);
    expect(long).toHaveLength(2);
    expect(long.every((guid) => whole.has(guid))).toBe(true);
    expect(new Set(long.map((guid) => guid.slice(0, 8))).size).toBe(1);
    expect(session.score).toEqual({ teamA: 1, teamB: 1, draws: 1 });
  });

  it("r1_file_missing and r2_file_missing: the webhook stands in", () => {
    const first = only(played("r1_file_missing").scored);
    expect(statuses(first)).toEqual(["1 completed", "2 orphan_r2"]);
    expect(first.matches[0]).toMatchObject({ source: "webhook", counted: true });
    expect(first.rounds.map(({ valid }) => valid)).toEqual([true, false]);
    const second = only(played("r2_file_missing").scored);
    expect(statuses(second)).toEqual(["1 completed", "2 completed"]);
    expect(second.matches[0]).toMatchObject({ source: "webhook", counted: true });
  });

  it("without the webhook the same folders hold one map that counts for nobody", () => {
    for (const name of ["r1_file_missing", "r2_file_missing"]) {
      const session = only(score({ ...edgeEvening(name).evidence, telemetry: [] }));
      expect(session.matches).toMatchObject([
        { result: "incomplete", source: "incomplete", winner: null, counted: false },
      ]);
    }
  });

  it("r1_replayed: the first Round 1 is cancelled and no match", () => {
    const session = only(played("r1_replayed").scored);
    expect(statuses(session)).toEqual(["1 cancelled", "1 completed", "2 completed"]);
    expect(session.matches).toHaveLength(1);
    expect(session.rounds.map(({ mapPlaySequence }) => mapPlaySequence)).toEqual([null, 1, 1]);
  });

  it("same_map_twice: two plays of one map", () => {
    const session = only(played("same_map_twice").scored);
    expect(session.matches.map(({ mapPlaySequence }) => mapPlaySequence)).toEqual([1, 1, 2]);
    expect(new Set(session.matches.map(({ matchId }) => matchId)).size).toBe(3);
  });

  it("substitution: who came for whom, and in which team", () => {
    const session = only(played("substitution").scored);
    const [found, ...more] = session.substitutions;
    expect(more).toEqual([]);
    expect(found).toMatchObject({ out: "CF006302", in: "2815B59B" });
    const team = session.teams.find(({ letter }) => letter === found?.team);
    expect(team?.guids).toEqual(expect.arrayContaining(["CF006302", "2815B59B"]));
    expect(found?.round).toBe(session.matches[1]?.round1);
    expect(session.reshuffled).toBe(false);
  });

  it("team_reshuffle: flagged, both maps scored with the line-up of their time", () => {
    const session = only(played("team_reshuffle").scored);
    expect(session.reshuffled).toBe(true);
    expect(session.consistency).toBeLessThan(0.95);
    expect(session.substitutions).toEqual([]);
  });

  it("surrender_vote_failed: the webhook's surrender is not believed", () => {
    const session = only(played("surrender_vote_failed").scored);
    expect(session.rounds.some(({ round }) => round.telemetry?.endReason === "surrender")).toBe(
      true,
    );
    expect(session.rounds.map(({ endReason }) => endReason)).not.toContain("surrender");
  });

  it("surrender_r2_defenders: claimed by the webhook alone", () => {
    const { evidence, scored } = played("surrender_r2_defenders");
    expect(only(scored).matches[0]).toMatchObject({
      source: "webhook",
      flags: ["surrender_unconfirmed"],
    });
    const bare = only(score({ ...evidence, telemetry: [] }));
    expect(bare.matches[0]).toMatchObject({ source: "header", result: "time", flags: [] });
    expect(bare.matches[0]?.winner).toBe(only(scored).matches[0]?.winner);
  });

  it("surrender_r2: certain without any webhook", () => {
    const { evidence, scored } = played("surrender_r2");
    const bare = only(score({ ...evidence, telemetry: [] }));
    expect(bare.matches[0]).toMatchObject({ result: "surrender", flags: ["surrender_deduced"] });
    expect(only(scored).matches[0]?.flags).toEqual([]);
  });

  it("midnight and dst_change: one session, dated by its first round", () => {
    expect(only(played("midnight").scored).date).toBe("2025-10-10");
    expect(only(played("dst_change").scored).date).toBe("2025-10-26");
  });
});

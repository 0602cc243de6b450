import { beforeAll, describe, expect, it } from "vitest";
import type { ScoredRounds } from "../src/gaming-session.ts";
import { type MapVerdict, score, teamsAreExact, verdicts } from "./against-truth.ts";
import { type Evening, seasonEvenings } from "./evidence.ts";

let season: (Evening & { readonly scored: ScoredRounds })[] = [];
/** The 860 maps that were played to an end. */
const played = (all: readonly MapVerdict[]) => all.filter(({ map }) => map.result !== "aborted");

const label = ({ map, rounds }: MapVerdict) => `${rounds[0]?.files.stats} ${map.result}`;

beforeAll(() => {
  season = seasonEvenings().map((evening) => ({ ...evening, scored: score(evening.evidence) }));
});

describe("a season of 90 evenings against its truth", () => {
  it("each evening is one session with the right teams", () => {
    const wrong: string[] = [];
    for (const { name, truth, scored } of season) {
      const { sessions, outside } = scored;
      const [session] = sessions;
      if (!session || sessions.length !== 1 || outside.length > 0) wrong.push(`${name}: split`);
      else if (!teamsAreExact(truth, session)) wrong.push(`${name}: teams`);
    }
    expect(wrong).toEqual([]);
    expect(season).toHaveLength(90);
  });

  it("every map has the right winner, result and rounds", () => {
    const all = season.flatMap(({ scored, truth }) => verdicts(truth, scored));
    const maps = played(all);
    expect(maps).toHaveLength(860);
    expect(maps.filter((v) => v.winner !== v.map.winner).map(label)).toEqual([]);
    expect(maps.filter((v) => v.match?.result !== v.result).map(label)).toEqual([]);
    expect(maps.every((v) => v.match?.counted)).toBe(true);
    const inHold = (v: MapVerdict) => v.match?.flags.includes("surrender_in_hold") ?? false;
    expect(maps.filter((v) => inHold(v) !== Boolean(v.map.surrender_in_hold)).map(label)).toEqual(
      [],
    );
    expect(maps.filter(inHold)).toHaveLength(6);
    const wrongRounds = maps.filter((v) => {
      const [first = null, second = null] = v.rounds.map((round) => round.files.stats ?? null);
      return v.match?.round1 !== first || v.match.round2 !== second;
    });
    expect(wrongRounds.map(label)).toEqual([]);
  });

  it("the one aborted map is listed and not counted; 13 false starts are no match", () => {
    const aborted: MapVerdict[] = [];
    let cancelled = 0;
    for (const { scored, truth } of season) {
      aborted.push(...verdicts(truth, scored).filter(({ map }) => map.result === "aborted"));
      for (const { rounds, matches } of scored.sessions) {
        const replaced = rounds.filter(({ status }) => status === "cancelled");
        cancelled += replaced.length;
        for (const { round } of replaced) {
          expect(matches.some(({ round1 }) => round1 === round.key)).toBe(false);
          expect(truth.rounds.find((r) => r.files.stats === round.key)?.superseded).toBe(true);
        }
      }
    }
    expect(cancelled).toBe(13);
    expect(aborted).toHaveLength(1);
    expect(aborted[0]?.match).toMatchObject({
      result: "aborted",
      winner: null,
      counted: false,
      round2: null,
    });
  });

  it("without the webhooks of Round 2 only the defenders' surrenders there become unknowable", () => {
    const lost: string[] = [];
    const unknowable: string[] = [];
    for (const { evidence, truth, scored: all } of season) {
      const telemetry = evidence.telemetry.filter(({ round }) => round === 1);
      const some = score({ ...evidence, telemetry });
      expect(essence(some)).toEqual(essence(all));
      const before = verdicts(truth, all);
      verdicts(truth, some).forEach((after, index) => {
        expect(after.winner).toBe(before[index]?.winner);
        if (after.match?.result === before[index]?.match?.result) return;
        lost.push(label(after));
        expect(before[index]?.match).toMatchObject({ result: "surrender" });
        expect(before[index]?.match?.flags).toContain("surrender_unconfirmed");
        expect(after.match).toMatchObject({ result: "time", source: "header" });
      });
      for (const { map, rounds } of verdicts(truth, all)) {
        const last = rounds[1];
        if (last?.surrender && last.surrender_side === last.defender_side) {
          unknowable.push(`${rounds[0]?.files.stats} ${map.result}`);
        }
      }
    }
    expect(lost).toEqual(unknowable);
    // What the game's files do not tell, by name; everything else of the season is certain.
    expect(lost).toEqual([
      "2025-02-13-203845-et_brewdog-round-1.txt surrender_r2",
      "2025-05-23-220713-erdenberg_t2-round-1.txt surrender_r2",
      "2025-06-21-212239-missile_b3-round-1.txt surrender_r2",
      "2025-07-23-203328-te_escape2-round-1.txt surrender_r2",
      "2025-08-16-235518-te_escape2-round-1.txt surrender_r2",
      "2025-11-12-215906-braundorf_b4-round-1.txt surrender_r2",
      "2025-12-07-211359-supply-round-1.txt surrender_r2",
    ]);
  });

  it("without any webhook: the same teams, winners and points", () => {
    for (const { evidence, scored } of season) {
      expect(essence(score({ ...evidence, telemetry: [] }))).toEqual(essence(scored));
    }
  });

  it.each([
    [1, "7 maps given up in Round 1 vanish with their only file", 7],
    [2, "nothing is lost", 0],
  ])("webhooks stand in for all stats files of Round %i: %s", (lost, _what, gone) => {
    let missing = 0;
    for (const { evidence, truth } of season) {
      const stats = evidence.stats.filter(({ round }) => round !== lost);
      const scored = score({ ...evidence, stats });
      const [session] = scored.sessions;
      expect(session && teamsAreExact(truth, session)).toBe(true);
      for (const verdict of played(verdicts(truth, scored))) {
        if (!verdict.match) missing += 1;
        else expect([label(verdict), verdict.winner]).toEqual([label(verdict), verdict.map.winner]);
      }
    }
    expect(missing).toBe(gone);
  });

  it("does not depend on the order of the evidence", () => {
    const stats = season.flatMap(({ evidence }) => evidence.stats);
    const telemetry = season.flatMap(({ evidence }) => evidence.telemetry);
    const forwards = score({ stats, telemetry });
    const backwards = score({ stats: stats.toReversed(), telemetry: telemetry.toReversed() });
    expect(forwards.sessions).toHaveLength(90);
    // As text: comparing the objects takes longer than scoring the season.
    expect(JSON.stringify(backwards) === JSON.stringify(forwards)).toBe(true);
  });
});

/** What must not hang on a webhook: sessions, teams, points, what each round counts for. */
function essence({ sessions, outside }: ScoredRounds) {
  return {
    outside: outside.map(({ round }) => round.key),
    sessions: sessions.map((session) => ({
      score: session.score,
      teams: session.teams,
      substitutions: session.substitutions,
      rounds: session.rounds.map(({ round, status, valid, attackers, defenderSide }) => ({
        key: round.key,
        status,
        valid,
        attackers,
        defenderSide,
      })),
      matches: session.matches.map((match) => ({
        ...match,
        result: null,
        source: null,
        note: null,
        flags: null,
      })),
    })),
  };
}

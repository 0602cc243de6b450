import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guid8, listed, pairedMap, pairedRound, type RoundSketch } from "../test/build-round.ts";
import type { PairedRound } from "./paired-round.ts";
import { scoreSessions } from "./score-sessions.ts";
import { defaultSettings, type StopwatchSettings } from "./settings.ts";

type Half = Omit<RoundSketch, "number">;

const score = (rounds: readonly PairedRound[], settings: Partial<StopwatchSettings> = {}) =>
  scoreSessions(rounds, { ...defaultSettings, ...settings });
/** The one session of these rounds. */
const only = (rounds: readonly PairedRound[], settings: Partial<StopwatchSettings> = {}) => {
  const { sessions } = score(rounds, settings);
  const [session] = sessions;
  if (!session || sessions.length !== 1) throw new Error(`${sessions.length} sessions`);
  return session;
};
const played = (session: ReturnType<typeof only>) =>
  session.matches.map((m) => `${m.map} ${m.winner} ${m.result} ${m.pointsA}-${m.pointsB}`);

/** By default team A, people a1 to a3, defends Round 1 as the Axis; team B sets 8:00 and is beaten. */
const r1 = (end: number, more: Partial<Half> = {}): Half => ({ end, next: 480, ...more });
const r2 = (end: number, more: Partial<Half> = {}): Half => ({
  end,
  limit: 480,
  next: 430,
  duration: 430,
  ...more,
});
const heldR2 = { winner: 1, next: 480, duration: 480 } as const;
const aOnAxis = { axis: ["a1", "a2", "a3"], allies: ["b1", "b2", "b3"] };
const bOnAxis = { axis: ["b1", "b2", "b3"], allies: ["a1", "a2", "a3"] };

describe("scoreSessions", () => {
  it("a map to whoever beat the time, as people, whatever their sides", () => {
    const session = only([...pairedMap(r1(10), r2(20))]);
    expect(played(session)).toEqual(["supply A time 1-0"]);
    expect(session.matches[0]).toMatchObject({
      teamASideInRound1: 1,
      source: "header",
      note: null,
      mapPlaySequence: 1,
    });
    expect(session.rounds.map(({ attackers, axisTeam }) => [attackers, axisTeam])).toEqual([
      ["B", "A"],
      ["A", "B"],
    ]);
    expect(session.rounds[0]).toMatchObject({ stopwatchState: "TIME_SET", timeToBeatSeconds: 480 });
    expect(session.date).toBe("2025-10-10");
    expect(session.startMs).toBe(session.rounds[0]?.round.startMs);
    expect(session.endMs).toBe(session.rounds[1]?.round.endMs);
  });

  it("an evening of a win each, a draw, a lone Round 1 and a changed roster", () => {
    const evening = [
      // B sets 8:00, A is faster.
      ...pairedMap(r1(10, { map: "m1" }), r2(20)),
      // B sets 8:00, A is held.
      ...pairedMap(r1(30, { map: "m2" }), r2(40, heldR2)),
      // Held twice.
      ...pairedMap(
        r1(50, { map: "m4", winner: 1, duration: 720, next: 720 }),
        r2(60, { winner: 1, limit: 720, duration: 720, next: 720 }),
      ),
      // Round 2 never came.
      pairedRound({ ...r1(70, { map: "m13" }), number: 1 }),
      // Two of each team on both sides.
      ...pairedMap(
        r1(80, { map: "m17", axis: ["a1", "a2", "b1", "b2"], allies: ["a3", "a4", "b3", "b4"] }),
        r2(90, { axis: ["a3", "a4", "b3", "b4"], allies: ["a1", "a2", "b1", "b2"] }),
      ),
    ];
    // Four players a team before the last map.
    const four = evening.map((round) => withFourth(round));
    const session = only(four);
    expect(played(session)).toEqual([
      "m1 A time 1-0",
      "m2 B held 0-1",
      "m4 draw double_fullhold 1-1",
      "m13 null incomplete 0-0",
      "m17 null time 0-0",
    ]);
    expect(session.score).toEqual({ teamA: 2, teamB: 2, draws: 1 });
    expect(session.matches.filter(({ counted }) => counted)).toHaveLength(3);
    expect(session.matches[4]).toMatchObject({ source: "ambiguous", note: "roster changed" });
    expect(only(four, { pointScale: "box" }).score).toEqual({ teamA: 3, teamB: 3, draws: 1 });
  });

  it("a restart is no match, the replay is one", () => {
    const session = only([
      pairedRound({ ...r1(4, { duration: 240 }), number: 1 }),
      ...pairedMap(r1(14), r2(24)),
    ]);
    expect(session.rounds.map(({ status }) => status)).toEqual([
      "cancelled",
      "completed",
      "completed",
    ]);
    expect(played(session)).toEqual(["supply A time 1-0"]);
    expect(session.rounds[0]).toMatchObject({ mapPlaySequence: null, attackers: "B", valid: true });
  });

  it("a restart with other people is a substitution: they count as the team's", () => {
    const session = only([
      pairedRound({ ...r1(4, { duration: 240, allies: ["b1", "b2", "gone"] }), number: 1 }),
      ...pairedMap(r1(14), r2(24)),
    ]);
    expect(session.rounds[0]?.status).toBe("substitution");
    expect(session.matches).toHaveLength(1);
    expect(session.teams[1]?.guids).toEqual(["b1", "b2", "b3", "gone"].map(guid8).sort());
    expect(session.substitutions).toMatchObject([
      { team: "B", out: guid8("gone"), in: guid8("b3"), round: session.rounds[1]?.round.key },
    ]);
  });

  it("a Round 1 that nothing follows on its map is listed, however long ago", () => {
    const session = only([pairedRound({ ...r1(4), number: 1 }), ...pairedMap(r1(40), r2(50))]);
    expect(played(session)).toEqual(["supply null incomplete 0-0", "supply A time 1-0"]);
    expect(session.matches.map(({ mapPlaySequence }) => mapPlaySequence)).toEqual([1, 2]);
    expect(session.matches[0]?.note).toBe("Round 2 missing");
  });

  it("a map given up in Round 1 counts without a Round 2, though an aborted one followed", () => {
    const gaveUp = { winner: 1, duration: 300, next: 720 } as const;
    const lone = pairedRound({ ...r1(10, gaveUp), number: 1 });
    expect(played(only([lone]))).toEqual(["supply A surrender 1-0"]);
    const dump = pairedRound({ ...r1(13), number: 1, state: "aborted", duration: null });
    expect(played(only([lone, dump]))).toEqual(["supply A surrender 1-0"]);
    const set = pairedRound({ ...r1(10), number: 1 });
    expect(only([set, dump]).matches).toMatchObject([
      { result: "aborted", counted: false, winner: null, round2: null },
    ]);
    const elsewhere = { ...dump, map: "radar" };
    expect(only([set, elsewhere]).matches).toMatchObject([{ result: "incomplete" }]);
  });

  it("an orphan Round 2 makes a session and a map that does not count", () => {
    const session = only([pairedRound({ ...r2(20), number: 2 })]);
    expect(session.matches).toMatchObject([
      { round1: null, result: "incomplete", counted: false, note: "Round 1 missing" },
    ]);
    expect(session.rounds).toMatchObject([{ status: "orphan_r2", valid: false }]);
    // Nothing else tells who played that evening.
    expect(session.teams.map(({ guids }) => guids.length)).toEqual([3, 3]);
  });

  it("a webhook stands in for either round", () => {
    const lists = { axis: listed("a1", "a2", "a3"), allies: listed("b1", "b2", "b3") };
    const lostFirst = pairedMap(r1(10, { lostFile: true, webhook: lists }), r2(20));
    expect(only(lostFirst).matches).toMatchObject([
      { winner: "A", source: "webhook", counted: true, round1: lostFirst[0].key },
    ]);
    const crossed = { axis: lists.allies, allies: lists.axis };
    const lostSecond = pairedMap(r1(10), r2(20, { lostFile: true, webhook: crossed }));
    expect(only(lostSecond).matches).toMatchObject([
      { winner: "A", source: "webhook", counted: true, round2: lostSecond[1].key },
    ]);
  });

  it("Round 1 without an answer takes the opposite of Round 2's", () => {
    const [first, second] = pairedMap(
      r1(30, { map: "radar", axis: ["a1", "b1"], allies: ["a2", "b2"] }),
      r2(40, bOnAxis),
    );
    const session = only([...pairedMap(r1(10), r2(20)), first, second]);
    expect(session.matches[1]).toMatchObject({ winner: "A", teamASideInRound1: 1, counted: true });
  });

  it("two answers that are not opposite belong to nobody", () => {
    const stayed = pairedMap(r1(30, { map: "radar" }), r2(40, aOnAxis));
    const session = only([...pairedMap(r1(10), r2(20)), ...stayed]);
    expect(session.matches[1]).toMatchObject({
      winner: null,
      result: "time",
      source: "ambiguous",
      counted: false,
    });
    expect(session.rounds[2]).toMatchObject({ attackers: null, axisTeam: null });
  });

  it("an unknown defender: whoever stood on Round 2's winning side", () => {
    const dark = { defender: null, duration: null, next: null, limit: null } as const;
    const session = only(pairedMap(r1(10, dark), r2(20, { ...dark, winner: 1 })));
    expect(session.matches[0]).toMatchObject({ winner: "B", counted: true });
    const nobody = only(
      pairedMap(
        r1(10, { ...dark, winner: 0, next: 480, limit: 720 }),
        r2(20, { ...dark, winner: 0, next: 430, limit: 480 }),
      ),
    );
    expect(nobody.matches[0]).toMatchObject({
      winner: null,
      counted: false,
      source: "ambiguous",
      note: "defending side unknown",
    });
  });

  it("bot rounds and filler maps count for nothing and own no evening", () => {
    const bots = pairedMap(
      r1(10, { map: "warm", allies: [], alliesBots: ["[BOT]x"] }),
      r2(20, { axis: [], axisBots: ["[BOT]x"] }),
    );
    const filler = pairedMap(r1(30, { map: "Fun" }), r2(40));
    const real = pairedMap(r1(50), r2(60));
    const session = only([...bots, ...filler, ...real], { excludedMaps: ["fun"] });
    expect(played(session)).toEqual(["supply A time 1-0"]);
    expect(session.rounds.map(({ valid }) => valid)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(session.startMs).toBe(real[0].startMs);
    const alone = score([...bots, ...filler], { excludedMaps: ["fun"] });
    expect(alone.sessions).toEqual([]);
    expect(alone.outside.map(({ flags }) => flags)).toEqual([
      ["bot_round"],
      ["bot_round"],
      ["filler_map"],
      ["filler_map"],
    ]);
  });

  it("a Round 1 whose Round 2 was played out by bots has no Round 2", () => {
    const bots = { axis: [], axisBots: ["[BOT]x"] };
    const session = only(pairedMap(r1(10), r2(20, bots)));
    expect(session.matches).toMatchObject([{ round2: null, result: "incomplete" }]);
  });

  it("who came, left or grew the teams stays with the team he joined", () => {
    const session = only([
      ...pairedMap(r1(10), r2(20)),
      ...pairedMap(
        r1(30, { map: "radar", axis: ["a1", "a2", "a3", "a4"], allies: ["b1", "b2", "b3", "b4"] }),
        r2(40, { axis: ["b1", "b2", "b3", "b4"], allies: ["a1", "a2", "a3", "a4"] }),
      ),
      ...pairedMap(
        r1(50, {
          map: "frostbite",
          axis: ["b1", "b2", "b3", "b4", "b5", "b6"],
          allies: ["a1", "a2", "a3", "a4", "a5", "a6"],
        }),
        r2(60, {
          axis: ["a1", "a2", "a3", "a4", "a5", "a6"],
          allies: ["b1", "b2", "b3", "b4", "b5", "b6"],
        }),
      ),
    ]);
    const team = (letter: string) => [1, 2, 3, 4, 5, 6].map((n) => guid8(`${letter}${n}`)).sort();
    expect(session.teams.map(({ guids }) => guids)).toEqual([team("a"), team("b")]);
    expect(session.matches.map(({ teamASideInRound1 }) => teamASideInRound1)).toEqual([1, 1, 2]);
    expect(session.substitutions.map(({ out }) => out)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(session.reshuffled).toBe(false);
  });

  it("shows the latest names, and two names of the pool for the teams", () => {
    const [first, second] = pairedMap(r1(10), r2(20));
    const renamed: PairedRound = {
      ...second,
      stats: {
        ...second.stats,
        players: second.stats.players.map((p) =>
          p.guid === guid8("a2") ? { ...p, name: "newname" } : p,
        ),
      },
    };
    const session = only([first, renamed]);
    const [a, b] = session.teams;
    expect(a?.names[a.guids.indexOf(guid8("a2"))]).toBe("newname");
    expect(a?.name).not.toBe(b?.name);
    expect(only([first, renamed], { teamPool: [] }).teams.map(({ name }) => name)).toEqual([
      "Team A",
      "Team B",
    ]);
  });

  it("evenings part after more than an hour", () => {
    const evening = [...pairedMap(r1(10), r2(20))];
    const night = [...pairedMap(r1(80.1, { map: "radar" }), r2(90))];
    expect(score([...evening, ...night]).sessions).toHaveLength(2);
    expect(score([...evening, ...night], { sessionGapMinutes: 90 }).sessions).toHaveLength(1);
  });

  it("others who play on the same server half an hour later are an evening of their own", () => {
    const xOnAxis = { axis: ["x1", "x2", "x3"], allies: ["y1", "y2", "y3"] };
    const others = pairedMap(
      r1(50, { map: "radar", ...xOnAxis }),
      r2(60, { ...heldR2, axis: xOnAxis.allies, allies: xOnAxis.axis }),
    );
    const { sessions } = score([...pairedMap(r1(10), r2(20)), ...others]);
    expect(sessions.map(played)).toEqual([["supply A time 1-0"], ["radar B held 0-1"]]);
    expect(sessions.map(({ teams }) => teams.map(({ guids }) => guids.length))).toEqual([
      [3, 3],
      [3, 3],
    ]);
    expect(sessions[1]?.teams[1]?.guids).toEqual(["y1", "y2", "y3"].map(guid8).sort());
  });

  it("a map given up in both rounds is shared, unless who gives up first concedes it", () => {
    const gaveUp = { winner: 1, limit: 720, next: 720, duration: 300 } as const;
    const told = { ...gaveUp, webhook: { surrenderSide: 2 } } as const;
    expect(played(only(pairedMap(r1(10, told), r2(20, told))))).toEqual([
      "supply draw double_fullhold 1-1",
    ]);
    const concede = { surrender: "concede" } as const;
    expect(played(only(pairedMap(r1(10, told), r2(20, told)), concede))).toEqual([
      "supply A surrender 1-0",
    ]);
    expect(played(only(pairedMap(r1(10, gaveUp), r2(20, gaveUp)), concede))).toEqual([
      "supply draw double_fullhold 1-1",
    ]);
  });

  it("a map that only times say was given up is not said to be", () => {
    const early = { winner: 1, duration: 300, next: 720 } as const;
    const note = (half: Partial<Half>) =>
      only([pairedRound({ ...r1(10, half), number: 1 })]).matches[0]?.note;
    expect(note(early)).toBe("Round 1 ended early, Round 2 not played");
    expect(note({ ...early, webhook: { surrenderSide: 2 } })).toBe(
      "given up in Round 1, Round 2 not played",
    );
  });

  it("no rounds, no sessions", () => {
    expect(score([])).toEqual({ sessions: [], outside: [] });
  });

  it("does not depend on the order of the rounds", () => {
    const side = fc.subarray(["p1", "p2", "p3", "p4", "p5", "p6"]);
    const half = fc.record({
      axis: side,
      allies: side.map((list) => list.map((name) => name.replace("p", "q"))),
      winner: fc.constantFrom(0 as const, 1 as const, 2 as const),
      duration: fc.option(fc.integer({ min: 30, max: 720 })),
      axisBots: fc.subarray(["[BOT]x", "[BOT]y"]),
    });
    const map = fc.constantFrom("supply", "radar", "fun");
    const play = fc.oneof(
      fc.tuple(half, half, map).map(
        ([one, two, name]) =>
          (end: number) =>
            pairedMap({ ...one, map: name, end }, { ...two, end: end + 9 }),
      ),
      fc.tuple(half, map).map(([one, name]) => (end: number) => [
        pairedRound({ ...one, map: name, end, number: 1 }),
      ]),
      fc.tuple(half, map).map(([one, name]) => (end: number) => [
        pairedRound({ ...one, map: name, end, number: 2 }),
      ]),
      fc.tuple(half, map).map(([one, name]) => (end: number) => [
        pairedRound({ ...one, map: name, end, number: 1, state: "aborted" }),
      ]),
    );
    const evening = fc
      .array(fc.tuple(play, fc.integer({ min: 10, max: 90 })), { maxLength: 8 })
      .map((plays) => {
        let end = 0;
        return plays.flatMap(([make, pause]) => {
          end += pause + 10;
          return make(end);
        });
      });
    fc.assert(
      fc.property(evening, fc.infiniteStream(fc.nat()), (rounds, picks) => {
        const shuffled = rounds
          .map((round) => ({ round, by: picks.next().value }))
          .sort((a, b) => a.by - b.by)
          .map(({ round }) => round);
        const straight = score(rounds, { excludedMaps: ["fun"] });
        expect(score(shuffled, { excludedMaps: ["fun"] })).toEqual(straight);
        const shown = straight.sessions.flatMap((session) => session.rounds);
        expect(shown.length + straight.outside.length).toBe(rounds.length);
        for (const session of straight.sessions) {
          const [a, b] = session.teams;
          expect(a?.guids.filter((guid) => b?.guids.includes(guid)) ?? []).toEqual([]);
          for (const match of session.matches) {
            expect(match.counted).toBe(match.winner !== null);
          }
        }
      }),
    );
  });
});

/** Adds the fourth player of each team wherever the other three stand. */
function withFourth(round: PairedRound): PairedRound {
  const { players } = round.stats;
  if (players.length !== 6) return round;
  const fourth = players.flatMap((player) =>
    player.name.endsWith("3")
      ? [{ ...player, name: `${player.name[0]}4`, guid: guid8(`${player.name[0]}4`) }]
      : [],
  );
  return { ...round, stats: { ...round.stats, players: [...players, ...fourth] } };
}

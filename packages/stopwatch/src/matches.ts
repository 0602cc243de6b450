import type { RoundFixture, Side } from "@slomix/stats-parser";
import type { SessionMatch, TeamLetter } from "./gaming-session.ts";
import { mapKey } from "./map-key.ts";
import type { MapPlay } from "./map-plays.ts";
import { otherSide } from "./round-facts.ts";
import { mapPoints } from "./session-score.ts";
import type { PointScale } from "./settings.ts";
import { otherTeam, teamOn } from "./teams.ts";

/** A match, and which team stood on side 1 in its Round 1. */
export interface AttributedMatch {
  readonly match: SessionMatch;
  readonly play: MapPlay;
  /** Null: not attributable. */
  readonly axisTeamInRound1: TeamLetter | null;
}

/**
 * Turns roles into teams, map by map. Round 1's answer to "which team stood where" holds for the match
 * and Round 2's is the opposite; Round 1 without an answer takes the opposite of Round 2's. Two answers
 * that are not opposite, or none at all: the map is listed with its result and counts for nobody.
 */
export function attributeMatches(
  plays: readonly MapPlay[],
  axisTeam: ReadonlyMap<string, TeamLetter | null>,
  scale: PointScale,
): AttributedMatch[] {
  const playsOfMap = new Map<string, number>();
  return plays.map((play, index) => {
    const map = mapKey(play.map);
    const mapPlaySequence = (playsOfMap.get(map) ?? 0) + 1;
    playsOfMap.set(map, mapPlaySequence);
    const inRound1 = axisTeamInRound1(play, axisTeam);
    const winner = winningTeam(play, inRound1);
    const ambiguous = play.score.counted && winner === null;
    const teamASide: Side | null = inRound1 && (inRound1 === "A" ? 1 : 2);
    return {
      play,
      axisTeamInRound1: inRound1,
      match: {
        map: play.map,
        matchId: play.matchId,
        fixture: fixtureOf(play)?.id ?? null,
        mapPlaySequence,
        round1: play.round1?.key ?? null,
        round2: play.round2?.key ?? null,
        winner,
        result: play.score.result,
        source: ambiguous ? "ambiguous" : play.score.source,
        counted: play.score.counted && !ambiguous,
        ...mapPoints(winner, scale),
        teamASideInRound1: teamASide,
        note: note(play, inRound1, ambiguous, plays.slice(index + 1)),
        flags: play.score.flags,
      },
    };
  });
}

function axisTeamInRound1(
  play: MapPlay,
  axisTeam: ReadonlyMap<string, TeamLetter | null>,
): TeamLetter | null {
  const first = (play.round1 && axisTeam.get(play.round1.key)) ?? null;
  const second = (play.round2 && axisTeam.get(play.round2.key)) ?? null;
  if (first !== null && first === second) return null;
  return first ?? (second && otherTeam(second));
}

function winningTeam(play: MapPlay, inRound1: TeamLetter | null): TeamLetter | "draw" | null {
  const { winner, defenderSide, round2WinnerSide } = play.score;
  if (winner === "unscored" || inRound1 === null) return null;
  if (winner === "draw") return "draw";
  if (winner === "r2Winners") {
    return round2WinnerSide && teamOn(round2WinnerSide, otherTeam(inRound1));
  }
  if (defenderSide === null) return null;
  return teamOn(winner === "r1Attackers" ? otherSide(defenderSide) : defenderSide, inRound1);
}

/** What the league says of the fixture of a map. */
function fixtureOf({ round1, round2 }: MapPlay): RoundFixture | null {
  return round2?.round.report?.fixture ?? round1?.round.report?.fixture ?? null;
}

/**
 * A league's best of three ends when nobody can catch up any more, a held Round 1 included: the last map
 * of a fixture that somebody won.
 */
function decidedBefore(play: MapPlay, later: readonly MapPlay[]): boolean {
  const fixture = fixtureOf(play);
  if (fixture === null || play.score.counted || play.score.round1?.outcome !== "fullhold")
    return false;
  const goesOn = later.some((other) => fixtureOf(other)?.id === fixture.id);
  return !goesOn && (fixture.winner === "alpha" || fixture.winner === "beta");
}

function note(
  play: MapPlay,
  inRound1: TeamLetter | null,
  ambiguous: boolean,
  later: readonly MapPlay[],
): string | null {
  if (ambiguous) return inRound1 === null ? "roster changed" : "defending side unknown";
  if (play.score.result === "aborted") return "Round 2 was aborted";
  if (play.round1 === null) return "Round 1 missing";
  if (play.round2 === null && decidedBefore(play, later)) {
    return "Round 2 not played: the fixture was decided";
  }
  if (play.round2 === null) {
    if (!play.score.counted) return "Round 2 missing";
    return play.score.flags.includes("surrender_deduced")
      ? "Round 1 ended early, Round 2 not played"
      : "given up in Round 1, Round 2 not played";
  }
  if (play.round1.round.file === null) return "Round 1 known from its webhook only";
  return play.round2.round.file === null ? "Round 2 known from its webhook only" : null;
}

import type { RoundStatus, SessionRound, TeamLetter } from "./gaming-session.ts";
import type { JudgedRound } from "./judged-round.ts";
import type { AttributedMatch } from "./matches.ts";
import { otherSide } from "./round-facts.ts";
import { otherTeam, teamOn } from "./teams.ts";

/** What a round counts for. */
export function roundStatus(
  judged: JudgedRound,
  restarts: ReadonlyMap<string, "cancelled" | "substitution">,
): RoundStatus {
  if (judged.round.state === "aborted") return "aborted";
  if (judged.round.state === "orphan") return "orphan_r2";
  return restarts.get(judged.key) ?? "completed";
}

/**
 * A round as its session shows it. In a match the match says which team stood where; outside of one
 * (a replaced Round 1, an aborted or a bot round) the people of the round do.
 *
 * @param axisTeam Answer of the round's own people.
 * @param attributed The match that the round belongs to, if any.
 */
export function sessionRound(
  judged: JudgedRound,
  status: RoundStatus,
  axisTeam: TeamLetter | null,
  attributed: AttributedMatch | null,
): SessionRound {
  const { round, lineUp, validity } = judged;
  // The match may have been scored without this round's own half (its other half was a bot round).
  const inMatch =
    attributed &&
    (round.number === 1 ? attributed.play.score.round1 : attributed.play.score.round2);
  const result = inMatch ?? judged.result;
  const defenderSide = attributed ? attributed.play.score.defenderSide : judged.defenderSide;
  const inRound1 = attributed?.axisTeamInRound1 ?? null;
  const onAxis = attributed
    ? inRound1 && (round.number === 1 ? inRound1 : otherTeam(inRound1))
    : axisTeam;
  const timeSet = round.number === 1 && result.outcome === "completed";
  const held =
    round.number === 1 && (result.outcome === "fullhold" || result.outcome === "surrender");
  const ownFlags = round.stats.flags.filter((flag) => !judgedAnew.includes(flag));
  return {
    round,
    status,
    valid: validity.valid,
    botRound: validity.botRound,
    bots: lineUp.bots,
    humans: lineUp.humans.length,
    outcome: result.outcome,
    defenderSide,
    endReason: result.endReason,
    flags: [...new Set([...ownFlags, ...result.flags, ...validity.flags])].sort(),
    axis: lineUp.axis,
    allies: lineUp.allies,
    attackers: defenderSide && onAxis && teamOn(otherSide(defenderSide), onAxis),
    axisTeam: onAxis,
    stopwatchState: timeSet ? "TIME_SET" : held ? "FULL_HOLD" : null,
    timeToBeatSeconds: timeSet ? setTime(judged) : null,
    mapPlaySequence: attributed?.match.mapPlaySequence ?? null,
  };
}

/** What one file said of these was said without the other half, the webhook's lists and the settings. */
const judgedAnew = ["surrender_deduced", "surrender_unconfirmed", "bot_round", "filler_map"];

/** The time that Round 2 has to beat, cut to whole seconds as the game does. */
function setTime(judged: JudgedRound): number | null {
  const { nextTimeLimitSeconds, durationSeconds } = judged.round.stats;
  return nextTimeLimitSeconds ?? (durationSeconds === null ? null : Math.floor(durationSeconds));
}

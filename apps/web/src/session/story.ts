import { secondsFaster } from "@slomix/analytics";
import type { ReportMatch, ReportRound, SessionReport } from "../api/report.ts";
import { clock } from "../format/clock.ts";
import { leader, type Stand, standsOf } from "./lead.ts";
import { endedEarly, endOf } from "./round-result.ts";
import { otherTeam, type TeamSlot, teamName } from "./teams.ts";

/** Stands around what is emphasized; in no name that can be typed. */
export const EMPHASIS = "\u0001";

/** What happened at a moment of a session. */
export interface Dispatch {
  /** ISO 8601. */
  readonly at: string;
  readonly matchId: string;
  /** A sentence; what stands between two {@link EMPHASIS} is a team's name. */
  readonly text: string;
  /** Score after it; null when the match did not count. */
  readonly score: string | null;
}

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

const inWords = (count: number) => WORDS[count] ?? String(count);

/** Who won, and by how much. */
export function resultSentence(report: SessionReport): string {
  const { teamA, teamB } = report.score;
  if (report.teams.length < 2) return "There were no two teams, so nothing was scored.";
  const winner = leader(teamA - teamB);
  const by = Math.abs(teamA - teamB);
  const result =
    winner === null
      ? "Nobody won: level at the end."
      : `${teamName(report.teamNames, winner)} won by ${inWords(by)} ${by === 1 ? "point" : "points"}.`;
  return `${result} ${remarks(report)}`.trim();
}

/** Nobody gave up, nothing was broken off: each attack came through, or its time ran out. */
const playedToTheEnd = ({ counted, result, rounds }: ReportMatch) =>
  counted &&
  result !== "surrender" &&
  rounds.length === 2 &&
  rounds.every(
    ({ outcome, gaveUp }) => !gaveUp && (outcome === "completed" || outcome === "fullhold"),
  );

/** What else there is to say: maps that were given up or do not count, pauses. */
function remarks(report: SessionReport): string {
  const { matches } = report;
  const uncounted = matches.filter(({ counted }) => !counted).length;
  const givenUp = matches.filter(
    ({ counted, rounds }) => counted && rounds.some(({ gaveUp }) => gaveUp),
  ).length;
  const pauses = report.matches.flatMap(({ rounds }) => rounds.filter((r) => r.pauseSeconds > 0));
  const paused = pauses.reduce((sum, round) => sum + round.pauseSeconds, 0);
  return [
    matches.length > 0 && matches.every(playedToTheEnd) ? "Every map was played to the end." : "",
    givenUp === 0
      ? ""
      : `${capital(inWords(givenUp))} ${givenUp === 1 ? "map was" : "maps were"} given up.`,
    uncounted === 0
      ? ""
      : `${capital(inWords(uncounted))} ${uncounted === 1 ? "map does" : "maps do"} not count.`,
    pauses.length === 0
      ? ""
      : `${capital(inWords(pauses.length))} ${pauses.length === 1 ? "pause" : "pauses"}, ${clock(paused)} in all.`,
  ]
    .filter((text) => text !== "")
    .join(" ");
}

/** When it turned: the sentence beside the front. */
export function frontSentence(report: SessionReport): string {
  const stands = standsOf(report.matches);
  const last = stands.at(-1);
  if (!last) return "No map of this session counts.";
  const name = (slot: TeamSlot) => teamName(report.teamNames, slot);
  const winner = leader(last.lead);
  const level = lastLevel(stands);
  if (winner === null) {
    const best = stands.reduce((a, b) => (Math.abs(b.lead) > Math.abs(a.lead) ? b : a));
    const ahead = leader(best.lead);
    return ahead === null
      ? "Level after every map."
      : `${name(ahead)} led by ${inWords(Math.abs(best.lead))}, ${name(otherTeam(ahead))} caught up: level at the end.`;
  }
  if (level === null) {
    const points = winner === "A" ? last.b : last.a;
    return points === 0
      ? `${name(winner)} took every point.`
      : `${name(winner)} led from the first map to the last.`;
  }
  const after = stands.slice(stands.indexOf(level) + 1);
  const won = after.filter(({ match }) => match.winner === winner).length;
  const lead = `Level at ${level.a} : ${level.b} after ${level.match.map}.`;
  const then =
    won === after.length
      ? `${name(winner)} then took ${won === 1 ? "the last map" : `${inWords(won)} maps in a row`}.`
      : `${name(winner)} took ${inWords(won)} of the ${inWords(after.length)} maps after that.`;
  return `${lead} ${then}`;
}

/** The last map after which nobody was ahead; null: somebody always was. */
function lastLevel(stands: readonly Stand[]): Stand | null {
  return stands.slice(0, -1).findLast(({ lead }) => lead === 0) ?? null;
}

/** What happened, map by map. */
export function dispatches(report: SessionReport): Dispatch[] {
  const stands = new Map(standsOf(report.matches).map((stand) => [stand.match, stand]));
  return report.matches.flatMap((match) => {
    const at = match.rounds.at(-1)?.end;
    if (!at) return [];
    const stand = stands.get(match);
    return [
      {
        at,
        matchId: match.matchId,
        text: tell(match, (slot) => EMPHASIS + teamName(report.teamNames, slot) + EMPHASIS),
        score: stand ? `${stand.a} : ${stand.b}` : null,
      },
    ];
  });
}

function tell(match: ReportMatch, name: (slot: TeamSlot) => string): string {
  const { map } = match;
  const [first, second] = [match.rounds.find(isRound(1)), match.rounds.find(isRound(2))];
  const attacker = first?.attackers ?? (second?.attackers ? otherTeam(second.attackers) : null);
  if (!match.counted || !attacker)
    return `${map} does not count${match.note ? `: ${match.note}` : "."}`;
  const one = name(attacker);
  const two = name(otherTeam(attacker));
  const t1 = time(first);
  const [end1, end2] = [first && endOf(first), second && endOf(second)];
  if (match.result === "double_fullhold") {
    const [left1, left2] = [cutShort(first, one), cutShort(second, two)];
    const ends = [left1 && `${left1} in Round 1`, left2 && `${left2} in Round 2`].filter(Boolean);
    return ends.length === 0
      ? `${map}: two full holds of ${limit(first)}.`
      : `${map}: two holds of ${limit(first)}, ${ends.join(", ")}.`;
  }
  if (match.result === "surrender" && match.rounds.some(({ gaveUp }) => gaveUp)) {
    const gaveUp = match.winner === attacker ? two : one;
    return `${gaveUp} gave up on ${map}.`;
  }
  if (first && end1 === "endedEarly" && !second)
    return `The attack of ${one} on ${map} ${endedEarly(first)}, and Round 2 was not played.`;
  if (end1 === "reached" && end2 === "reached") {
    const ahead = secondsFaster(first, second);
    return match.winner === "draw"
      ? `${map}: both teams needed ${t1}.`
      : `${one} set ${t1} on ${map}, ${two} was ${ahead === 0 ? "faster by less than a second" : ahead === null ? "faster" : `${clock(ahead)} faster`}.`;
  }
  if (end1 === "reached") {
    const early = second && end2 === "endedEarly" ? `; Round 2 ${endedEarly(second)}` : "";
    return `${one} set ${t1} on ${map} and held it${early}.`;
  }
  if (end2 === "reached" && first && end1 === "endedEarly")
    return `The attack of ${one} on ${map} ${endedEarly(first)}. ${two} needed ${time(second)} of the ${limit(first)}.`;
  if (end2 === "reached" && end1 === "gaveUp")
    return `${one} gave up an attack on ${map}. ${two} needed ${time(second)} of the ${limit(first)}.`;
  if (end2 === "reached")
    return `${one} ran out of time on ${map}. ${two} needed ${time(second)} of the ${limit(first)}.`;
  return match.winner === "draw" || match.winner === null
    ? `${map} was shared.`
    : `${name(match.winner)} took ${map}.`;
}

/** What is to be told of a hold that did not last its full time. */
function cutShort(round: ReportRound | undefined, attackers: string): string | null {
  if (!round) return null;
  const end = endOf(round);
  if (end === "endedEarly") return endedEarly(round);
  return end === "gaveUp" ? `${attackers} gave up` : null;
}

const isRound = (number: 1 | 2) => (round: ReportRound) => round.round === number;
const time = (round: ReportRound | undefined) =>
  round?.clockSeconds == null ? "a time" : clock(round.clockSeconds);
const limit = (round: ReportRound | undefined) =>
  round?.timeLimitSeconds == null ? "time limit" : clock(round.timeLimitSeconds);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

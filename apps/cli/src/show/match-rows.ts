import { attackEnd, secondsEarly, secondsFaster } from "@slomix/analytics";
import type { RoundDetail, SessionDetail, SessionDetailMatch } from "@slomix/db";
import { clock } from "../terminal/figures.ts";
import type { Palette } from "../terminal/palette.ts";
import { printable } from "../terminal/printable.ts";
import { teamInk } from "./team-ink.ts";

/** Cells of the table of matches: number, map, both rounds, verdict, running score. */
export function matchRows({ matches }: Pick<SessionDetail, "matches">, ink: Palette): string[][] {
  let a = 0;
  let b = 0;
  return matches.map((match, at) => {
    a += match.pointsA;
    b += match.pointsB;
    const [first, second] = [1, 2].map((number) =>
      match.rounds.find((round) => round.round === number),
    );
    return [
      String(at + 1),
      printable(match.map),
      round1(first, ink),
      round2(first, second, ink),
      verdict(match, ink),
      match.counted ? `${a}–${b}` : "",
    ];
  });
}

/** `A set 8:32`, `A stopped, 15:00`, `A gave up at 5:00`, `A ended 0:30 early`. */
function round1(round: RoundDetail | undefined, ink: Palette): string {
  if (!round) return "–";
  const { outcome, clockSeconds: seconds } = round;
  if (outcome === "completed") return said(round, `set ${clock(seconds)}`, ink);
  if (outcome === "fullhold") return said(round, `stopped, ${clock(seconds)}`, ink);
  return otherwise(round, ink);
}

/** `B 7:32, 1:00 faster`, `B stopped`, `B won in 8:51`. */
function round2(
  first: RoundDetail | undefined,
  round: RoundDetail | undefined,
  ink: Palette,
): string {
  if (!round) return "–";
  const { outcome, clockSeconds: seconds } = round;
  if (outcome === "fullhold") {
    const full = first?.outcome === "fullhold" ? `, ${clock(seconds)}` : "";
    return said(round, `stopped${full}`, ink);
  }
  if (outcome !== "completed") return otherwise(round, ink);
  const faster = secondsFaster(first, round);
  if (faster === null) return said(round, `won in ${clock(seconds)}`, ink);
  return said(round, `${clock(seconds)}, ${clock(faster)} faster`, ink);
}

function otherwise(round: RoundDetail, ink: Palette): string {
  const { clockSeconds: seconds, defenderSide, winnerSide } = round;
  const attackersWon = winnerSide !== null && defenderSide !== null && winnerSide !== defenderSide;
  switch (attackEnd({ ...round, attackersWon })) {
    case "gaveUp":
      return said(round, `gave up at ${clock(seconds)}`, ink);
    case "endedEarly": {
      const early = secondsEarly(round);
      return said(round, early === null ? "ended early" : `ended ${clock(early)} early`, ink);
    }
    case "defenceGaveUp":
      return said(round, `won, defence gave up at ${clock(seconds)}`, ink);
    case "reached":
      return said(round, `won in ${clock(seconds)}`, ink);
    case "aborted":
      return "broken off";
    default:
      return said(round, `played ${clock(seconds)}`, ink);
  }
}

/** What the attackers did, with their letter. */
function said(round: RoundDetail, words: string, ink: Palette): string {
  return `${teamInk(round.attackers, round.attackers ?? "?", ink)} ${words}`;
}

function verdict(match: SessionDetailMatch, ink: Palette): string {
  const { winner, result, note } = match;
  if (winner === "draw") return "draw, 1 each";
  if (winner !== null && match.counted) return `${teamInk(winner, winner, ink)} wins`;
  const why =
    note === null ? (result === "aborted" ? "broken off" : "not counted") : printable(note);
  return ink.quiet(why);
}

import type { ReportFile, RoundReport, Side } from "@slomix/stats-parser";
import { plural } from "../terminal/figures.ts";
import { gameText } from "../terminal/game-text.ts";
import type { Palette } from "../terminal/palette.ts";
import { printable } from "../terminal/printable.ts";
import type { View } from "../terminal/terminal.ts";
import type { ReportedRound } from "./reported-round.ts";
import { describeRound } from "./round-view.ts";
import { otherSide, sideWord } from "./side.ts";

/** What a match report says of the match, above its rounds; nothing above the report of one round. */
export function describeReportFile({ shape, rounds, refused }: ReportFile, ink: Palette): string[] {
  if (shape === "round") return [];
  const fixture = rounds.find((round) => round.fixture !== null)?.fixture ?? null;
  const bad = refused.length === 0 ? "" : `, ${refused.length} more could not be read`;
  const of = `${plural(rounds.length, "round")}${bad}`;
  if (fixture === null) return [`${ink.strong("League match")}  ${of}`, ""];
  const { alphaName, betaName } = fixture;
  const names = alphaName !== null && betaName !== null;
  return [
    `${ink.strong(`League match ${printable(fixture.id)}`)}  ${of}`,
    ...(names ? [`${gameText(alphaName, ink)} against ${gameText(betaName, ink)}`] : []),
    ...resultLine(rounds, ink),
    "",
  ];
}

/** What the league says of the winner, by the name of the team where there is one. */
function resultLine(rounds: readonly RoundReport[], ink: Palette): string[] {
  const told = rounds.findLast(({ fixture }) => fixture !== null && fixture.winner !== null);
  const fixture = told?.fixture;
  if (!fixture) return [];
  const { winner, alphaName, betaName } = fixture;
  if (winner === "draw") return ["By the league's own result it was a draw."];
  const name = winner === "alpha" ? alphaName : betaName;
  const who = name === null ? `team ${winner}` : gameText(name, ink);
  return [`By the league's own result ${who} won.`];
}

/** A round of a league's report for people. */
export function describeReport(round: ReportedRound, view: View): string[] {
  const { ink } = view;
  const ended = `ended ${new Date(round.endUnix * 1000).toISOString().slice(0, 19).replace("T", " ")} UTC`;
  const [head = "", server = "", ...rest] = describeRound(round, ended, view);
  return [head, server, ...fixtureLine(round, ink), ...rest, ...eventsLine(round, ink)];
}

/** `League match 12: Reds (Axis) against Blues (Allies)`. */
function fixtureLine({ fixture }: ReportedRound, ink: Palette): string[] {
  if (fixture === null) return [];
  const { alphaName, betaName, alphaSide } = fixture;
  const match = `League match ${printable(fixture.id)}`;
  if (alphaName === null || betaName === null) return [match];
  const side = (of: Side | null) => (of === null ? "" : ` (${sideWord(of, ink)})`);
  const alpha = `${gameText(alphaName, ink)}${side(alphaSide)}`;
  const beta = `${gameText(betaName, ink)}${side(alphaSide && otherSide(alphaSide))}`;
  return [`${match}: ${alpha} against ${beta}`];
}

function eventsLine({ events }: ReportedRound, ink: Palette): string[] {
  if (events === null) return [];
  const { kills, objectives, revives } = events;
  const told = [
    plural(kills, "death"),
    plural(objectives, "objective event"),
    plural(revives, "revive"),
  ];
  return ["", ink.quiet(`Its log tells of ${told.join(", ")}.`)];
}

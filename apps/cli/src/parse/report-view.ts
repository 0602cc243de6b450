import { plural } from "../terminal/figures.ts";
import { gameText } from "../terminal/game-text.ts";
import { printable } from "../terminal/printable.ts";
import type { View } from "../terminal/terminal.ts";
import type { ReportedRound } from "./reported-round.ts";
import { describeRound } from "./round-view.ts";
import { sideWord } from "./side.ts";

/** A round of a league's report for people. */
export function describeReport(round: ReportedRound, view: View): string[] {
  const { ink } = view;
  const ended = `ended ${new Date(round.endUnix * 1000).toISOString().slice(0, 19).replace("T", " ")} UTC`;
  const [head = "", server = "", ...rest] = describeRound(round, ended, view);
  return [head, server, ...fixtureLine(round, view), ...rest, ...eventsLine(round, ink)];
}

function fixtureLine({ fixture }: ReportedRound, { ink }: View): string[] {
  if (fixture === null) return [];
  const { alphaName, betaName, alphaSide } = fixture;
  const side = alphaSide === null ? "" : ` (${sideWord(alphaSide, ink)})`;
  const teams =
    alphaName === null || betaName === null
      ? ""
      : `: ${gameText(alphaName, ink)}${side} against ${gameText(betaName, ink)}`;
  return [`Fixture ${printable(fixture.id)}${teams}`];
}

function eventsLine({ events }: ReportedRound, ink: View["ink"]): string[] {
  if (events === null) return [];
  const { kills, objectives, revives } = events;
  const told = [
    plural(kills, "death"),
    plural(objectives, "objective event"),
    plural(revives, "revive"),
  ];
  return ["", ink.quiet(`Its log tells of ${told.join(", ")}.`)];
}

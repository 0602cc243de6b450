import { drawnName, type LineupPlayer, type RoundTelemetry } from "@slomix/stats-parser";
import { clock, plural, span } from "../terminal/figures.ts";
import { gameText } from "../terminal/game-text.ts";
import { printable } from "../terminal/printable.ts";
import type { View } from "../terminal/terminal.ts";
import { otherSide, sideWord } from "./side.ts";

/** A round webhook or gametime file for people. */
export function describeTelemetry(round: RoundTelemetry, { ink }: View): string[] {
  const facts: [string, string][] = [];
  const add = (label: string, value: string | null) => {
    if (value !== null) facts.push([label, value]);
  };
  add("Ended", utc(round.endUnix));
  add("Began", round.startUnix === null ? null : utc(round.startUnix));
  add("Winner", round.winnerSide === null ? null : sideWord(round.winnerSide, ink));
  add(
    "Attackers",
    round.defenderSide === null ? null : sideWord(otherSide(round.defenderSide), ink),
  );
  add("Play time", round.playtimeSeconds === null ? null : clock(round.playtimeSeconds));
  add("Time limit", round.timeLimitMinutes === null ? null : `${round.timeLimitMinutes} min`);
  add(
    "Pauses",
    round.pauseCount === 0
      ? null
      : `${plural(round.pauseCount, "pause")}, ${span(round.pauseSeconds)} in all`,
  );
  add(
    "Surrender vote",
    round.surrenderSide === null
      ? null
      : `called by ${sideWord(round.surrenderSide, ink)}${round.surrenderCallerName ? ` (${printable(round.surrenderCallerName)})` : ""}`,
  );
  add("End, as sent", round.endReason === null ? null : printable(round.endReason));
  add("Axis", players(round.axis, ink));
  add("Allies", players(round.allies, ink));
  add("Sent by", round.version === null ? null : `version ${printable(round.version)}`);
  const label = Math.max(...facts.map(([name]) => name.length));
  return [
    `${ink.strong(printable(round.map))}  Round ${round.round}  ${round.source}`,
    "",
    ...facts.map(([name, value]) => `${ink.quiet(name.padEnd(label))}  ${value}`),
  ];
}

function utc(unix: number): string {
  const date = new Date(unix * 1000);
  if (Number.isNaN(date.getTime())) return `${unix}, no date`;
  return `${date.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

function players(list: readonly LineupPlayer[], ink: View["ink"]): string | null {
  if (list.length === 0) return null;
  return list.map((player) => gameText(drawnName(player), ink)).join(", ");
}

import type { TeamLetter } from "@slomix/stopwatch";
import type { Palette } from "../terminal/palette.ts";

/** A text in the colour of a team; as it is where there is no team. */
export function teamInk(team: TeamLetter | null, text: string, ink: Palette): string {
  return team === "A" ? ink.teamA(text) : team === "B" ? ink.teamB(text) : text;
}

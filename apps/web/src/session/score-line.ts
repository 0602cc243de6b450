import type { SessionReport } from "../api/report.ts";
import { longDay } from "../format/moments.ts";
import { teamName } from "./teams.ts";

/** `Able 4 : 6 Baker, 10 February 2026`: the title of a session's page, here and in link previews. */
export function scoreLine(session: Pick<SessionReport, "teamNames" | "score" | "date">): string {
  const day = longDay(session.date);
  if (session.teamNames.length < 2) return `Session of ${day}`;
  const name = (slot: "A" | "B") => teamName(session.teamNames, slot);
  return `${name("A")} ${session.score.teamA} : ${session.score.teamB} ${name("B")}, ${day}`;
}

import type { SessionPage, SessionSummary } from "@slomix/db";
import { count, plural, span } from "../terminal/figures.ts";
import { moment, zoneName } from "../terminal/moments.ts";
import type { Palette } from "../terminal/palette.ts";
import { printable } from "../terminal/printable.ts";
import { table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";

/** The list of sessions for people. */
export function describeSessions(
  { sessions, total }: SessionPage,
  zone: string | null,
  { columns, ink }: View,
): string[] {
  if (total === 0) return ["There is no session yet. slomix import PATH brings files in."];
  const rows = sessions.map((session) => {
    const start = moment(session.start, zone);
    return [
      String(session.id),
      start.date,
      start.time,
      span(session.durationSeconds),
      count(session.maps.length),
      count(session.rounds),
      count(session.players),
      ...scoreCells(session, ink),
    ];
  });
  const lines = table(
    [
      { title: "Session", align: "right" },
      { title: "Date" },
      { title: "Start", unit: zoneName(zone), drop: 1 },
      { title: "Length", align: "right", drop: 2 },
      { title: "Maps", align: "right", drop: 4 },
      { title: "Rounds", align: "right", drop: 3 },
      { title: "Players", align: "right" },
      { title: "Team A", align: "right" },
      { title: "Score" },
      { title: "Team B" },
    ],
    rows,
    { columns, palette: ink },
  );
  if (sessions.length < total)
    lines.push("", `${count(sessions.length)} of ${plural(total, "session")}.`);
  return lines;
}

/** Team A, score, Team B; the winner stands out. */
function scoreCells({ teamNames, score }: SessionSummary, ink: Palette): string[] {
  const [nameA, nameB] = teamNames;
  if (nameA === undefined || nameB === undefined) return ["–", "–", ""];
  const { teamA, teamB } = score;
  const a = ink.teamA(printable(nameA));
  const b = ink.teamB(printable(nameB));
  return [
    teamA > teamB ? ink.strong(a) : a,
    `${teamA}–${teamB}`.padStart(5),
    teamB > teamA ? ink.strong(b) : b,
  ];
}

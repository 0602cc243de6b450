import type { SessionSummary } from "@slomix/db";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `10 February 2026`. */
export function dayInWords(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** `Able 4 : 6 Baker, 10 February 2026`. */
export function scoreLine(session: SessionSummary): string {
  const [a, b] = session.teamNames;
  const day = dayInWords(session.date);
  return a !== undefined && b !== undefined
    ? `${a} ${session.score.teamA} : ${session.score.teamB} ${b}, ${day}`
    : `Session of ${day}`;
}

/** `7 maps, 14 rounds, 12 players: supply, radar, …`. */
export function sessionLine(session: SessionSummary): string {
  const count = (n: number, what: string) => `${n} ${what}${n === 1 ? "" : "s"}`;
  const counts = [
    count(session.maps.length, "map"),
    count(session.rounds, "round"),
    count(session.players, "player"),
  ].join(", ");
  return session.maps.length > 0 ? `${counts}: ${session.maps.join(", ")}.` : `${counts}.`;
}

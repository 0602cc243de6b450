import type { Matchup, WinRecord } from "@slomix/analytics";
import type { NamedPlayer } from "../players.ts";
import { decimal, plural } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";
import { table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";

const listed = 10;

/** `3 W – 1 L – 0 D, 75 %`. */
export function recordText({ wins, losses, draws, winRate }: WinRecord): string {
  return `${wins} W – ${losses} L – ${draws} D, ${decimal(winRate, 0)} %`;
}

/** A difference in percent with its sign; what cannot be compared is a dash. */
export function percentText(value: number | null): string {
  return value === null ? "–" : `${value > 0 ? "+" : ""}${decimal(value, 1)} %`;
}

/** Line-up against line-up for people. */
export function describeMatchup(
  [teamA, teamB]: readonly (readonly NamedPlayer[])[],
  { words, meetings, exact, overlapping, all, players }: Matchup,
  { columns, ink }: View,
): string[] {
  const names = (team: readonly NamedPlayer[] = []) =>
    team.map(({ name }) => printable(name)).join(", ");
  const lines = [
    ink.strong(`A  ${names(teamA)}`),
    ink.strong(`B  ${names(teamB)}`),
    ink.quiet(`${words}; results are A's.`),
    "",
  ];
  if (meetings.length === 0) return [...lines, "They have not met."];
  const layout = { columns, palette: ink };
  return [
    ...lines,
    ...table(
      [
        { title: "Meetings" },
        { title: "Maps", align: "right" },
        { title: "Result" },
        { title: "Confidence" },
      ],
      [
        ["the same people", exact],
        ["more than half of both", overlapping],
        ["all", all],
      ].map(([what, record]) => [
        what as string,
        String((record as WinRecord).matches),
        (record as WinRecord).matches > 0 ? recordText(record as WinRecord) : "–",
        (record as WinRecord).matches > 0 ? (record as WinRecord).confidence : "",
      ]),
      layout,
    ),
    "",
    ...table(
      [{ title: "Map" }, { title: "Maps", align: "right" }, { title: "Result" }],
      all.maps.slice(0, 5).map((map) => [printable(map.map), String(map.matches), recordText(map)]),
      layout,
    ),
    "",
    ...table(
      [
        { title: "Player" },
        { title: "Line-up" },
        { title: "Maps", align: "right" },
        { title: "K/D", align: "right" },
        { title: "DPM", align: "right" },
        { title: "Usually", unit: "DPM", align: "right" },
        { title: "Impact", align: "right" },
      ],
      players.map((player) => [
        printable(player.name),
        player.lineUp,
        String(player.matches),
        decimal(player.numbers.kd, 2),
        decimal(player.numbers.dpm, 0),
        decimal(player.baseline.dpm, 0),
        percentText(player.impact),
      ]),
      layout,
    ),
    "",
    ...table(
      [
        { title: "Last meetings" },
        { title: "Map" },
        { title: "Session", align: "right" },
        { title: "A" },
        { title: "" },
      ],
      meetings
        .slice(0, listed)
        .map(({ match, end, exact: same }) => [
          match.date,
          printable(match.map),
          String(match.sessionId ?? "–"),
          end,
          same ? "" : ink.quiet("other people among them"),
        ]),
      layout,
    ),
    ...(meetings.length > listed
      ? [ink.quiet(`and ${plural(meetings.length - listed, "more", "more")}`)]
      : []),
  ];
}

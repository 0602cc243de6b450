import type { SuggestedTeam, TeamSuggestion } from "@slomix/stopwatch";
import type { NamedPlayer } from "../players.ts";
import { decimal } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";
import { table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";

/** Splits of players, the fairest first, for people. */
export function describeTeams(
  options: readonly TeamSuggestion[],
  unknown: readonly NamedPlayer[],
  { columns, ink }: View,
): string[] {
  const team = ({ players, meanRating, synergy }: SuggestedTeam, letter: string) => [
    letter,
    players.map(({ name, rating }) => `${printable(name)} ${decimal(rating, 0)}`).join(", "),
    decimal(meanRating, 0),
    synergy === null ? "–" : decimal(synergy, 3),
  ];
  return [
    ...options.flatMap(({ teamA, teamB, balance }, i) => [
      ...(i > 0 ? [""] : []),
      ...table(
        [
          { title: `${i + 1}.` },
          { title: `Balance ${decimal(balance * 100, 1)} %` },
          { title: "Mean rating", align: "right" },
          { title: "Synergy", align: "right", drop: 1 },
        ],
        [team(teamA, "A"), team(teamB, "B")],
        { columns, palette: ink },
      ),
    ]),
    "",
    ink.quiet("Ratings: 1000 is the average; as predictions see them. Synergy is shown, not used."),
    ...(unknown.length > 0
      ? [ink.quiet(`Never played: ${unknown.map(({ name }) => printable(name)).join(", ")}.`)]
      : []),
  ];
}

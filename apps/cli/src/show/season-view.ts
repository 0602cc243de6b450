import { formatMetric, METRICS, type TitleHolder } from "@slomix/analytics";
import type { SeasonOverview } from "@slomix/db";
import { count, decimal, plural, span } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";
import { table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";
import { timeDeadNote } from "./time-dead-note.ts";

/** A season's champions and leaders, for people. */
export function describeSeason(
  overview: SeasonOverview,
  timeDeadSince: string | null,
  { columns, ink }: View,
): string[] {
  const { season, rounds, players, champions, leaders, longestSession } = overview;
  const layout = { columns, palette: ink };
  const holders = (title: string, list: readonly TitleHolder[]) =>
    list.length === 0
      ? [`${title}: nobody has played enough.`]
      : table(
          [
            { title },
            { title: "Player" },
            { title: "", align: "right" },
            { title: "Rounds", align: "right" },
            { title: "K/D", align: "right" },
          ],
          list.map((one) => [
            METRICS[one.metric].label,
            printable(one.name),
            ink.strong(formatMetric(one.metric, one.value)),
            count(one.rounds),
            decimal(one.kd, 2),
          ]),
          layout,
        );
  const best = overview.allTimeChampion;
  return [
    `${ink.strong(season.label)}  ${season.firstDay} to ${season.lastDay}`,
    `${plural(rounds, "round")}, ${plural(players, "player")}`,
    "",
    ...holders("Champions", champions),
    "",
    ...holders("Most", leaders),
    ...timeDeadNote(timeDeadSince).map(ink.quiet),
    "",
    ...(longestSession
      ? [
          `Longest session: number ${longestSession.sessionId}, ${span(longestSession.seconds)} from the first round's end to the last one's.`,
        ]
      : []),
    ...(best
      ? [
          `Champion of all time: ${printable(best.name)}, ${count(best.value)} kills in ${plural(best.rounds, "round")}.`,
        ]
      : []),
  ];
}

import { formatNumber, type WonAward } from "@slomix/analytics";
import type { SessionAwards } from "@slomix/db";
import { count, decimal } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";
import { table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";
import { timeDeadNote } from "./time-dead-note.ts";

const listed = 15;

/** What was won in an evening, for people. */
export function describeAwards(
  { sessionId, date, fun, chaos, archetypes, totals }: SessionAwards,
  teasing: boolean,
  timeDeadSince: string | null,
  { columns, ink }: View,
): string[] {
  const layout = { columns, palette: ink };
  const won = (title: string, awards: readonly WonAward[]) =>
    awards.length === 0
      ? [`${title}: nobody reached one.`]
      : table(
          [{ title }, { title: "Player" }, { title: "", align: "right" }, { title: "by" }],
          awards.map(({ award, name, value }) => [
            `${award.emoji} ${award.title}`,
            printable(name),
            formatNumber(value, Number.isInteger(value) ? 0 : 1),
            award.by,
          ]),
          layout,
        );
  return [
    `${ink.strong(`Session ${sessionId}`)}  ${date}`,
    "",
    ...won("Awards", fun),
    ...(teasing ? ["", ...won("Chaos", chaos)] : []),
    "",
    ...table(
      [
        { title: "Player" },
        { title: "Archetype" },
        { title: "sure", unit: "%", align: "right" },
        { title: "Frag potential", unit: "HP/min alive", align: "right" },
      ],
      archetypes.map(({ name, archetype, confidence, fragPotential }) => [
        printable(name),
        `${archetype.emoji} ${archetype.label}`,
        decimal(confidence * 100, 0),
        decimal(fragPotential > 0 ? fragPotential : null, 1),
      ]),
      layout,
    ),
    ...timeDeadNote(timeDeadSince).map(ink.quiet),
    "",
    ...(totals.length === 0
      ? ["No awards of the game server."]
      : table(
          [
            { title: "Award of the server" },
            { title: "Player" },
            { title: "Rounds", align: "right" },
            { title: "Total", align: "right" },
          ],
          totals
            .slice(0, listed)
            .map(({ award, name, wins, total }) => [
              printable(award),
              printable(name),
              count(wins),
              total === null ? "–" : count(total),
            ]),
          layout,
        )),
    ...(totals.length > listed ? [ink.quiet(`and ${totals.length - listed} more`)] : []),
  ];
}

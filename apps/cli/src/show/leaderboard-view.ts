import type { Leaderboard } from "@slomix/db";
import { count, decimal, plural } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";
import { table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";

/** A leaderboard for people: what it ranks, from how many rounds up, and who stands where. */
export function describeLeaderboard(board: Leaderboard, { columns, ink }: View): string[] {
  const { minimum, rows, total } = board;
  const bounds = [
    plural(minimum.rounds, "round"),
    ...(minimum.shots === undefined ? [] : [plural(minimum.shots, "shot")]),
    ...(minimum.damage === undefined ? [] : [`${count(minimum.damage)} HP of damage`]),
  ];
  const lines = [
    ink.strong(board.label),
    ink.quiet(`${board.description} At least ${bounds.join(" and ")}.`),
    "",
  ];
  if (rows.length === 0) return [...lines, "Nobody has reached that yet."];
  const value = (number: number) =>
    board.decimals === 0 ? count(number) : decimal(number, board.decimals);
  const unit = board.unit === "percent" ? "%" : board.unit;
  const plain = board.unit === "ratio" || board.unit === "count";
  lines.push(
    ...table(
      [
        { title: "#", align: "right" },
        { title: "Player" },
        { title: board.label, align: "right", ...(plain ? {} : { unit }) },
        { title: "Rounds", align: "right" },
        ...(board.metric === "kills" ? [] : [{ title: "Kills", align: "right" as const }]),
        { title: "Deaths", align: "right" },
        ...(board.metric === "kd" ? [] : [{ title: "K/D", align: "right" as const }]),
        { title: "GUID", drop: 1 },
      ],
      rows.map((row) => [
        String(row.rank),
        printable(row.name),
        ink.strong(value(row.value)),
        count(row.rounds),
        ...(board.metric === "kills" ? [] : [count(row.kills)]),
        count(row.deaths),
        ...(board.metric === "kd" ? [] : [decimal(row.kdRatio, 2)]),
        ink.quiet(row.guid),
      ]),
      { columns, palette: ink },
    ),
  );
  if (rows.length < total) {
    lines.push("", ink.quiet(`${count(rows.length)} of ${plural(total, "player")}.`));
  }
  return lines;
}

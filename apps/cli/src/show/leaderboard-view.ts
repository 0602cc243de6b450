import type { Leaderboard } from "@slomix/db";
import { count, decimal, plural } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";
import { table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";

/** A leaderboard for people: what it ranks, from how many rounds up, and who stands where. */
export function describeLeaderboard(board: Leaderboard, { columns, ink }: View): string[] {
  const { minimum, rows, total } = board;
  const bounds = minimum.map(({ sum, label, least }) =>
    sum === "rounds" ? plural(least, "round") : `${count(least)} ${label}`,
  );
  const needs = bounds.length === 0 ? "" : ` At least ${bounds.join(", ")}.`;
  const lines = [
    `${ink.strong(board.title)}${scopeOf(board)}`,
    ink.quiet(`${board.description}${needs}`),
    "",
  ];
  const below = nearest(board, ink);
  if (rows.length === 0) return [...lines, "Nobody has reached that yet.", ...below];
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
  return [...lines, ...below];
}

/** ` · 90 days to 2026-02-26 22:10 UTC · Axis · SMG` */
function scopeOf(board: Leaderboard): string {
  const parts = [
    board.window,
    ...(board.side === null ? [] : [board.side === 1 ? "Axis" : "Allies"]),
    ...(board.weaponClass === null ? [] : [board.weaponClass]),
  ];
  return parts.map((part) => ` · ${part}`).join("");
}

/** Who is next to the minimum, and what is missing. */
function nearest({ unranked }: Leaderboard, ink: View["ink"]): string[] {
  const [next, ...others] = unranked;
  if (!next) return [];
  const missing = next.lacks.map(({ sum, label, missing: n }) =>
    sum === "rounds" ? plural(n, "round") : `${count(n)} ${label}`,
  );
  const rest = others.length === 0 ? "" : `, and ${plural(others.length, "player")} behind`;
  return [
    "",
    ink.quiet(`Not ranked yet: ${printable(next.name)}, ${missing.join(", ")} short${rest}.`),
  ];
}

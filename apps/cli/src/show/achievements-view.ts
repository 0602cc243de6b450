import type { Level, Progress } from "@slomix/analytics";
import type { Achievements } from "@slomix/db";
import type { NamedPlayer } from "../players.ts";
import { count, decimal, plural } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";
import { table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";

const BAR = 10;
const types = { kills: "Kills", games: "Rounds", kd: "K/D" } as const;

/** What somebody has earned, for people. */
export function describeAchievements(
  player: NamedPlayer,
  { rounds, badges, badgeProgress, milestones }: Achievements,
  { columns, ink }: View,
): string[] {
  const number = (value: number) => (Number.isInteger(value) ? count(value) : decimal(value, 2));
  const line = (what: string, one: Progress<Level>, closed: string | null) => [
    what,
    number(one.value),
    one.reached ? `${one.reached.emoji} ${one.reached.title}` : "–",
    one.next ? `${one.next.emoji} ${one.next.title}` : "",
    closed ?? (one.next ? `${bar(one.progress)} ${number(one.missing)} to go` : "all reached"),
  ];
  const head = (title: string) => [
    { title },
    { title: "Now", align: "right" as const },
    { title: "Reached" },
    { title: "Next" },
    { title: "" },
  ];
  const layout = { columns, palette: ink };
  return [
    `${ink.strong(printable(player.name))}  ${badges}`,
    ink.quiet(`${plural(rounds, "round")} that count.`),
    "",
    ...table(
      head("Badge"),
      badgeProgress.map((one) => line(one.label, one, null)),
      layout,
    ),
    "",
    ...table(
      head("Milestone"),
      milestones.map((one) => line(types[one.type], one, one.closed)),
      layout,
    ),
  ];
}

function bar(progress: number): string {
  const full = Math.floor(Math.min(1, Math.max(0, progress)) * BAR);
  return "█".repeat(full) + "░".repeat(BAR - full);
}

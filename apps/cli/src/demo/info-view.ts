import type { Demo, DemoPart, DemoWarning } from "@slomix/demo";
import { count, plural, size, span } from "../terminal/figures.ts";
import { gameText } from "../terminal/game-text.ts";
import { printable } from "../terminal/printable.ts";
import { table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";
import { warningLines } from "./warning-lines.ts";

const GAME_TYPES: Readonly<Record<number, string>> = {
  2: "objective",
  3: "stopwatch",
  4: "campaign",
  5: "last man standing",
  6: "map vote",
};

/** What a recording is, for people. */
export function describeDemo(
  file: string,
  demo: Demo,
  warnings: readonly DemoWarning[],
  view: View,
): string[] {
  const { ink } = view;
  const { counts } = demo;
  const facts: [string, string][] = [
    ["Length", `${span(demo.durationMs / 1000)}, ${size(demo.bytes)}`],
    ["Protocol", String(demo.protocol)],
    [
      "Holds",
      `${plural(counts.messages, "message")}, ${plural(counts.snapshots, "snapshot")}, ${plural(counts.commands, "command")}`,
    ],
  ];
  const lines = [ink.strong(printable(file)), "", ...pairs(facts, view)];
  for (const part of demo.parts) lines.push("", ...describePart(part, view));
  return [...lines, ...warningLines(warnings, ink)];
}

function describePart(part: DemoPart, view: View): string[] {
  const { ink, columns } = view;
  const facts: [string, string][] = [
    ["Server", part.hostName],
    ["Mod", `${part.mod} ${part.modVersion}`.trim()],
    ["Game", part.gameType === null ? "" : (GAME_TYPES[part.gameType] ?? String(part.gameType))],
    ["At first", part.state ?? ""],
    [
      "Server time",
      part.firstServerTime === null ? "" : `${part.firstServerTime}–${part.lastServerTime} ms`,
    ],
  ];
  const rows = part.players.map(({ client, rawName, team, class: kind }) => [
    count(client),
    `${gameText(rawName, ink)}${client === part.recorder ? ink.quiet(" (recorded)") : ""}`,
    team === "axis" ? ink.axis("Axis") : team === "allies" ? ink.allies("Allies") : (team ?? "–"),
    team === "axis" || team === "allies" ? (kind ?? "–") : "",
  ]);
  const columnsOf = [
    { title: "Slot", align: "right" as const },
    { title: "Player" },
    { title: "Team" },
    { title: "Class", drop: 1 },
  ];
  return [
    ink.strong(printable(part.map)),
    ...pairs(
      facts.filter(([, value]) => value !== ""),
      view,
    ),
    "",
    ...table(columnsOf, rows, { columns, palette: ink }),
  ];
}

function pairs(facts: readonly (readonly [string, string])[], { ink }: View): string[] {
  const label = Math.max(0, ...facts.map(([name]) => name.length));
  return facts.map(([name, value]) => `${ink.quiet(name.padEnd(label))}  ${printable(value)}`);
}

import {
  type Comparison,
  formatMetric,
  isMeasured,
  METRICS,
  type MetricKey,
  RADAR_AXES,
} from "@slomix/analytics";
import { decimal, plural } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";
import { table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";
import type { WindowFlags } from "../window.ts";
import { timeDeadNote } from "./time-dead-note.ts";

/** What is shown of all that is compared; JSON has the rest. */
const shown: readonly MetricKey[] = [
  ...(["games", "kd", "dpm", "accuracy", "headshots", "headshotHits", "efficiency"] as const),
  ...(["kills", "deaths", "damage", "damageReceived", "gibs", "multikills", "bestSpree"] as const),
  ...(["revives", "objectives", "usefulKillShare", "denied", "timeDeadShare", "teamwork"] as const),
];

/** Players side by side for people: who is best at what, and over how many rounds. */
export function describeComparison(
  { window, players, metrics }: Comparison,
  { map, side }: WindowFlags,
  timeDeadSince: string | null,
  { columns, ink }: View,
): string[] {
  const to = window.asOfMs === null ? null : new Date(window.asOfMs).toISOString().slice(0, 16);
  const asOf = to === null || window.fromMs !== null ? [] : [`to ${to.replace("T", " ")} UTC`];
  const where = [
    window.words,
    ...asOf,
    ...(map ? [`on ${printable(map)}`] : []),
    ...(side ? [side] : []),
  ];
  const lines = [
    ink.strong(players.map(({ name }) => printable(name)).join(" – ")),
    ink.quiet(`${where.join(", ")}.`),
  ];
  if (players.every(({ sample }) => sample.rounds === 0))
    return [...lines, "", "No round that counts."];
  const head = players.map(({ name }) => ({ title: printable(name), align: "right" as const }));
  const rows = metrics
    .filter(({ metric }) => shown.includes(metric))
    .sort((a, b) => shown.indexOf(a.metric) - shown.indexOf(b.metric))
    .map(({ metric, values, best }) => [
      METRICS[metric].label,
      ...players.map(({ guid, sample, sums }, i) => {
        if (sample.rounds === 0 || !isMeasured(metric, sums)) return "–";
        const text = formatMetric(metric, values[i] ?? 0);
        return best.includes(guid) ? ink.strong(`* ${text}`) : text;
      }),
    ]);
  const radar = RADAR_AXES.map((axis, at) => [
    axis.label,
    ...players.map((player) => decimal(player.radar[at], 1)),
  ]);
  const layout = { columns, palette: ink };
  const small = players.filter(({ sample }) => !sample.enough);
  return [
    ...lines,
    "",
    ...table([{ title: "" }, ...head], rows, layout),
    ink.quiet("* best of those with enough rounds"),
    ...timeDeadNote(timeDeadSince).map(ink.quiet),
    "",
    ...table([{ title: "Radar, 0–10" }, ...head], radar, layout),
    ...small.map(({ name, sample }) =>
      ink.quiet(`${printable(name)}: ${sample.reason ?? plural(sample.rounds, "round")}`),
    ),
  ];
}

import type { Duo, Nemesis, Opponent, PairSynergy, WithWithout } from "@slomix/analytics";
import type { PairTotals } from "@slomix/db";
import type { NamedPlayer } from "../players.ts";
import { count, decimal, plural } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";
import { type Column, table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";
import { percentText, recordText } from "./matchup-view.ts";

const listed = 15;
const right = (title: string, unit?: string): Column => ({
  title,
  align: "right",
  ...(unit === undefined ? {} : { unit }),
});

/** Two players in one line-up, for people. */
export function describeDuo(
  duo: Duo,
  split: WithWithout,
  synergy: PairSynergy | null,
  { columns, ink }: View,
): string[] {
  const both = [duo.first, duo.second];
  const layout = { columns, palette: ink };
  const lines = [
    ink.strong(both.map(({ name }) => printable(name)).join(" and ")),
    ink.quiet(`${duo.words}.`),
    "",
  ];
  if (duo.record.matches === 0) lines.push("Never in one line-up.");
  else {
    lines.push(
      `${plural(duo.record.matches, "map")} together: ${recordText(duo.record)} (${duo.record.confidence} confidence)`,
      "",
      ...table(
        [
          { title: "Player" },
          right("DPM", "together"),
          right("DPM", "usually"),
          right("K/D", "together"),
          right("K/D", "usually"),
          right("Synergy"),
          { title: "" },
        ],
        both.map((one) => [
          printable(one.name),
          decimal(one.together.dpm, 0),
          decimal(one.baseline.dpm, 0),
          decimal(one.together.kd, 2),
          decimal(one.baseline.kd, 2),
          percentText(one.synergy),
          one.label ?? "",
        ]),
        layout,
      ),
    );
  }
  const parts = [
    ["with", split.with],
    ["against", split.against],
    ["without", split.without],
  ] as const;
  lines.push(
    "",
    ...table(
      [
        { title: `${printable(duo.first.name)}` },
        right("Maps"),
        { title: "Result" },
        right("DPM"),
        right("K/D"),
      ],
      parts.map(([what, { record, numbers }]) => [
        `${what} ${printable(duo.second.name)}`,
        count(record.matches),
        record.matches > 0 ? recordText(record) : "–",
        decimal(numbers.rounds > 0 ? numbers.dpm : null, 0),
        decimal(numbers.rounds > 0 ? numbers.kd : null, 2),
      ]),
      layout,
    ),
    "",
    synergy === null
      ? "Synergy of all time: fewer than ten rounds together."
      : `Synergy of all time: ${decimal(synergy.score, 3)}, ${synergy.label}, over ${plural(synergy.parts.rounds, "round")} (${decimal(synergy.confidence * 100, 0)} % sure).`,
  );
  return lines;
}

/** A player's mates of all time, for people. */
export function describeMates(
  player: NamedPlayer,
  mates: readonly PairTotals[],
  { columns, ink }: View,
): string[] {
  const lines = [ink.strong(`Mates of ${printable(player.name)}`), ink.quiet("All time."), ""];
  if (mates.length === 0) return [...lines, "No match that counts yet."];
  const sorted = [...mates].sort(
    (a, b) =>
      (b.synergy?.score ?? -9) - (a.synergy?.score ?? -9) ||
      b.with.record.matches - a.with.record.matches,
  );
  return [
    ...lines,
    ...table(
      [
        { title: "Mate" },
        right("Maps"),
        { title: "Together" },
        right("DPM"),
        right("K/D"),
        right("Synergy"),
        { title: "" },
        { title: "GUID", drop: 1 },
      ],
      sorted
        .slice(0, listed)
        .map((mate) => [
          printable(mate.name),
          count(mate.with.record.matches),
          recordText(mate.with.record),
          decimal(mate.with.numbers.dpm, 0),
          decimal(mate.with.numbers.kd, 2),
          mate.synergy === null ? "–" : decimal(mate.synergy.score, 3),
          mate.synergy?.label ?? "fewer than ten rounds",
          ink.quiet(mate.guid),
        ]),
      { columns, palette: ink },
    ),
    ...(mates.length > listed ? [ink.quiet(`and ${mates.length - listed} more`)] : []),
  ];
}

/** Whom somebody suffers from and who suffers from him, for people. */
export function describeNemesis(
  player: NamedPlayer,
  found: Nemesis,
  pairs: readonly PairTotals[],
  { columns, ink }: View,
): string[] {
  const layout = { columns, palette: ink };
  const duels = new Map(pairs.map((pair) => [pair.guid, pair.duel]));
  const rows = (opponents: readonly Opponent[]) =>
    opponents.map((one) => {
      const duel = duels.get(one.guid);
      return [
        printable(one.name),
        count(one.record.matches),
        recordText(one.record),
        decimal(one.against.dpm, 0),
        decimal(one.against.kd, 2),
        percentText(one.suppression),
        duel && duel.kills + duel.deaths > 0 ? `${count(duel.kills)} : ${count(duel.deaths)}` : "–",
        ink.quiet(one.guid),
      ];
    });
  const head = (title: string): readonly Column[] => [
    { title },
    right("Maps"),
    { title: "Result" },
    right("DPM"),
    right("K/D"),
    right("DPM", "to usual"),
    right("Duels", "all time"),
    { title: "GUID", drop: 1 },
  ];
  const part = (title: string, opponents: readonly Opponent[], none: string) =>
    opponents.length > 0 ? table(head(title), rows(opponents), layout) : [none];
  return [
    ink.strong(printable(player.name)),
    ink.quiet(
      `${found.words}; usually ${decimal(found.baseline.dpm, 0)} DPM, K/D ${decimal(found.baseline.kd, 2)}.`,
    ),
    "",
    ...part("Nemeses", found.nemeses, "Nobody holds him down."),
    "",
    ...part("Prey", found.prey, "Nobody suffers from him."),
    ...(found.tooFew > 0
      ? [
          "",
          ink.quiet(`${plural(found.tooFew, "opponent")} met on fewer than three maps left out.`),
        ]
      : []),
  ];
}

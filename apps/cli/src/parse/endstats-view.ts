import type { EndstatsFile } from "@slomix/stats-parser";
import { plural } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";
import { table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";

/** Awards and duels of an endstats file for people. */
export function describeEndstats(file: EndstatsFile, { columns, ink }: View): string[] {
  const title = file.map === null ? printable(file.name) : printable(file.map);
  const round = file.round === null ? "" : `  Round ${file.round}`;
  const rows = file.awards.map((award) => [
    award.category,
    printable(award.name),
    printable(award.player) || "–",
    printable(award.value),
  ]);
  const lines = [
    `${ink.strong(title)}${round}  awards`,
    "",
    ...table(
      [
        { title: "Category", drop: 1 },
        { title: "Award" },
        { title: "Player" },
        { title: "Value", align: "right" },
      ],
      rows,
      { columns, palette: ink },
    ),
  ];
  if (file.versus.length > 0) {
    const owners = file.hasOwners ? "" : ", whose blocks the file does not name";
    lines.push("", `${plural(file.versus.length, "line")} of duels${owners}.`);
  }
  return lines;
}

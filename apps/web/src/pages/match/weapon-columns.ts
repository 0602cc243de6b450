import { figure } from "../../format/numbers.ts";
import type { Column } from "../../tables/column.ts";
import type { WeaponLine } from "./weapon-lines.ts";

const count = (
  key: "kills" | "deaths" | "headshots" | "hits" | "shots",
  label: string,
  about: string,
): Column<WeaponLine> => ({
  key,
  label,
  about,
  value: (line) => line[key],
  show: (n) => figure(n),
});

const percent = (part: number, whole: number) =>
  whole > 0 ? Math.min(100, (100 * part) / whole) : null;

/** Columns of the weapons. */
export const weaponColumns: readonly Column<WeaponLine>[] = [
  count("kills", "Kills", "Enemies killed with it."),
  count("deaths", "Deaths", "Deaths by it, in the hands of an enemy."),
  {
    key: "accuracy",
    label: "Acc",
    unit: "% hits",
    about: "Hits in percent of shots; of weapons that fire bullets only.",
    value: (line) => (line.bullets ? percent(line.hits, line.shots) : null),
    show: (n) => figure(n, 1),
  },
  {
    key: "headshotPercent",
    label: "Head",
    unit: "% hits",
    about: "Head hits in percent of hits; of weapons that fire bullets only.",
    value: (line) => (line.bullets ? percent(line.headshots, line.hits) : null),
    show: (n) => figure(n, 1),
  },
  count("hits", "Hits", "Shots that hit somebody."),
  count("shots", "Shots", "Shots fired, or times it was thrown, placed or called."),
  count("headshots", "Head hits", "Hits on the head."),
];

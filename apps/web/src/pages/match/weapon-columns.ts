import { figure } from "../../format/numbers.ts";
import { measuredWeapon } from "../../players/measured.ts";
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

/** Columns of the weapons. */
export const weaponColumns: readonly Column<WeaponLine>[] = [
  count("kills", "Kills", "Enemies killed with it."),
  count("deaths", "Deaths", "Deaths by it, in the hands of an enemy."),
  {
    key: "accuracy",
    label: "Acc",
    unit: "% hits",
    about: "Hits in percent of shots; of accuracy weapons only.",
    value: (line) => (line.accuracyWeapon ? measuredWeapon("accuracy", line) : null),
    show: (n) => figure(n, 1),
  },
  {
    key: "headshotPercent",
    label: "Head",
    unit: "% hits",
    about: "Head hits in percent of hits, where the game counts them.",
    value: (line) => (line.headHits ? measuredWeapon("headshotHits", line) : null),
    show: (n) => figure(n, 1),
  },
  count("hits", "Hits", "Shots that hit somebody."),
  count("shots", "Shots", "Shots fired, or times it was thrown, placed or called."),
  count("headshots", "Head hits", "Hits on the head."),
];

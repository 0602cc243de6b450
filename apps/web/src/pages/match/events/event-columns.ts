import { clock } from "../../../format/clock.ts";
import { figure } from "../../../format/numbers.ts";
import type { Column } from "../../../tables/column.ts";
import type { PlayerEvents } from "./player-events.ts";

const share = (
  key: "head" | "arms" | "body" | "legs",
  label: string,
  where: string,
): Column<PlayerEvents> => ({
  key,
  label,
  unit: "% hits",
  about: `Bullets that hit ${where}, in percent of all that hit somebody alive.`,
  value: ({ shares }) => shares[key],
  show: (value) => figure(value * 100, 1),
  ...(key === "head" ? { best: "highest" as const } : {}),
});

/** Columns of where somebody's bullets hit. */
export const hitColumns: readonly Column<PlayerEvents>[] = [
  share("head", "Head", "a head"),
  share("body", "Body", "a body"),
  share("arms", "Arms", "an arm"),
  share("legs", "Legs", "a leg"),
  {
    key: "hits",
    label: "Hits",
    about: "Bullets that hit somebody alive. First hits of a fight and splash are not among them.",
    value: ({ hits }) => hits,
    show: (value) => figure(value),
  },
];

const playedAs = (
  key: keyof PlayerEvents["classSeconds"],
  label: string,
): Column<PlayerEvents> => ({
  key,
  label,
  unit: "m:ss",
  about: `Time as ${label.toLowerCase()}, from spawn or change of class to the next.`,
  value: ({ classSeconds }) => classSeconds[key] ?? null,
  show: (value) => clock(value),
});

/** Columns of how somebody moved, and as what. */
export const wayColumns: readonly Column<PlayerEvents>[] = [
  {
    key: "meters",
    label: "Way",
    unit: "m",
    about: "Metres travelled, as the server’s script measures them.",
    value: ({ meters }) => meters,
    show: (value) => figure(value),
    best: "highest",
  },
  {
    key: "spawns",
    label: "Spawns",
    about: "How often he came into the game, revives not counted.",
    value: ({ spawns }) => spawns,
    show: (value) => figure(value),
  },
  playedAs("medic", "Medic"),
  playedAs("engineer", "Engineer"),
  playedAs("fieldops", "Field ops"),
  playedAs("covertops", "Covert ops"),
  playedAs("soldier", "Soldier"),
];

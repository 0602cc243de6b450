import type { RosterPlayer } from "../../api/players.ts";
import { shortDay } from "../../format/moments.ts";
import { figure } from "../../format/numbers.ts";
import type { Column } from "../../tables/column.ts";

/** The key under which names sort. */
export const BY_NAME = "name";

/** What the list tells of each player, all time; the server sorts by the same keys. */
export const columns: readonly Column<RosterPlayer>[] = [
  {
    key: "lastPlayed",
    label: "Last played",
    about: "The day of the last round, under any name.",
    value: ({ lastPlayed }) => Date.parse(lastPlayed),
    show: (_, { lastPlayed }) => (
      <time datetime={lastPlayed}>
        {shortDay(lastPlayed)} {new Date(lastPlayed).getFullYear()}
      </time>
    ),
  },
  {
    key: "rounds",
    label: "Rounds",
    about: "Rounds that count.",
    value: ({ rounds }) => rounds,
    show: (value) => figure(value),
  },
  {
    key: "time",
    label: "Time",
    unit: "hours",
    about: "Time played, over the rounds that count.",
    value: ({ timePlayedSeconds }) => timePlayedSeconds,
    show: (value) => figure(value / 3600, 1),
  },
  {
    key: "kd",
    label: "K/D",
    unit: "ratio",
    about: "Kills divided by deaths, over all rounds together.",
    value: ({ kdRatio }) => kdRatio,
    show: (value) => figure(value, 2),
  },
  {
    key: "dpm",
    label: "DPM",
    unit: "HP/min",
    about: "Damage given, a minute played, over all rounds together.",
    value: ({ dpm }) => dpm,
    show: (value) => figure(value),
  },
];

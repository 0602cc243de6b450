import { matchPath } from "../../address/paths.ts";
import type { PlayedMap } from "../../api/maps.ts";
import { clock } from "../../format/clock.ts";
import { shortDay } from "../../format/moments.ts";
import { figure } from "../../format/numbers.ts";
import type { Column } from "../../tables/column.ts";

const share = (part: number, rounds: number) => (rounds > 0 ? (part / rounds) * 100 : null);

/** What the list tells of each map, all time. */
export const columns: readonly Column<PlayedMap>[] = [
  {
    key: "matches",
    label: "Matches",
    about: "Matches with a round that counts.",
    value: ({ matches }) => matches,
    show: (value) => figure(value),
  },
  {
    key: "rounds",
    label: "Rounds",
    about: "Rounds that count.",
    value: ({ rounds }) => rounds,
    show: (value) => figure(value),
  },
  {
    key: "reached",
    label: "Came through",
    unit: "% rounds",
    about: "Attacks that reached their objective, of either round.",
    value: ({ attacks }) => share(attacks.reached, attacks.rounds),
    show: (value) => figure(value),
  },
  {
    key: "held",
    label: "Held",
    unit: "% rounds",
    about: "Full holds: the defence stood until the time was up. A few attacks gave up instead.",
    value: ({ attacks }) => share(attacks.held, attacks.rounds),
    show: (value) => figure(value),
  },
  {
    key: "fastest",
    label: "Fastest",
    unit: "m:ss",
    about: "The fastest attack of either round; the link leads to its match.",
    value: ({ fastest }) => fastest?.seconds ?? null,
    show: (value, { fastest }) => <a href={matchPath(fastest?.matchId ?? "")}>{clock(value)}</a>,
  },
  {
    key: "lastPlayed",
    label: "Last played",
    about: "The day of the last round that counts.",
    value: ({ lastPlayed }) => Date.parse(lastPlayed),
    show: (_, { lastPlayed }) => (
      <time datetime={lastPlayed}>
        {shortDay(lastPlayed)} {new Date(lastPlayed).getFullYear()}
      </time>
    ),
  },
];

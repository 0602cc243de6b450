import type { SumKey } from "./counters.ts";
import { type Metric, rate, share, total } from "./metric.ts";

const TIME: readonly SumKey[] = ["timePlayedSeconds"];

/** Of rounds whose files measure time dead. */
const TIMED: readonly SumKey[] = ["timedSeconds"];

const SECONDS = { unit: "s", format: "duration" } as const;

const PER_MINUTE = { factor: 60, per: TIME } as const;

/** Rounds and time. */
export const TIME_METRICS = {
  games: {
    ...total(["rounds"], {
      label: "Rounds",
      meaning: "Rounds played that count; two make a map.",
      weaponFormula: { of: ["rounds"] },
    }),
    minimum: { rounds: { allTime: 0, filtered: 0 }, sums: {} },
  },
  timePlayed: total(TIME, {
    ...SECONDS,
    label: "Time played",
    meaning: "Time on a team while the round ran.",
  }),
  timeAlive: {
    ...total(TIMED, {
      ...SECONDS,
      label: "Time alive",
      meaning: "Time played less time dead, in rounds that measure it.",
    }),
    formula: { of: TIMED, less: ["timeDeadSeconds"] },
  },
  timeDead: total(["timeDeadSeconds"], {
    ...SECONDS,
    label: "Time dead",
    meaning:
      "Time from each death to the next spawn or revive; in a round at most the time played.",
    direction: "low",
  }),
  timeDeadShare: share(
    { of: ["timeDeadSeconds"], per: TIMED },
    {
      label: "Time dead %",
      meaning: "Time dead in percent of the time played, in rounds that measure it.",
      direction: "low",
    },
  ),
  survival: share(
    { of: TIMED, less: ["timeDeadSeconds"], per: TIMED },
    {
      label: "Survival",
      meaning: "Time alive in percent of the time played, in rounds that measure it.",
    },
  ),
  denied: total(["deniedPlaytimeSeconds"], {
    ...SECONDS,
    label: "Playtime denied",
    meaning: "Time that this player's victims stayed dead.",
  }),
  deniedShare: share(
    { of: ["deniedPlaytimeSeconds"], per: TIME },
    {
      label: "Playtime denied %",
      meaning: "Time that this player's victims stayed dead, in percent of his own time played.",
    },
  ),
  deniedPerMinute: rate(
    { of: ["deniedPlaytimeSeconds"], ...PER_MINUTE },
    {
      label: "Denied per minute",
      unit: "s/min",
      decimals: 1,
      meaning: "Seconds that this player's victims stayed dead, for each minute played.",
    },
  ),
} as const satisfies Record<string, Omit<Metric, "key">>;

import { METRICS, type MetricKey, metricFormula, metricUnit } from "./metrics.ts";
import { SCORE_PARTS } from "./performance-score.ts";
import { isOfTimeDead } from "./time-dead.ts";

/** What a number is about. */
export type NumberGroup = "fighting" | "aim" | "team" | "time" | "score";

/** A number that pages show: what it means, how it is made and where it comes from. */
export interface NumberDefinition {
  readonly key: string;
  readonly group: NumberGroup;
  readonly label: string;
  readonly unit: string;
  readonly meaning: string;
  /** How several rounds make one number. */
  readonly formula: string;
  /** The part of the game server's files that it is read from. */
  readonly source: string;
  /** Made of time dead, which old files do not measure. */
  readonly ofTimeDead: boolean;
}

const PLAYER_LINE = "the player's line of the stats file";
const TAB_PART = "the tab-separated part of the player's line";
const WEAPONS = "the weapon fields of the player's line";
const HEADER = "the header of the stats file";
const HEADERS = "the headers of both rounds";

/** Metrics that are explained, in their order, with what they are read from. */
const EXPLAINED: readonly (readonly [NumberGroup, source: string, readonly MetricKey[]])[] = [
  ["fighting", TAB_PART, ["dpm", "damage", "damageReceived"]],
  ["fighting", WEAPONS, ["kills", "deaths", "kd", "efficiency"]],
  ["fighting", TAB_PART, ["usefulKills", "usefulKillShare", "multikills", "gibs"]],
  ["aim", WEAPONS, ["accuracy", "headshotHits"]],
  ["aim", TAB_PART, ["headshots"]],
  ["team", TAB_PART, ["revives", "objectives", "teamDamage", "teamwork"]],
  ["team", TAB_PART, ["denied", "deniedPerMinute"]],
  ["time", TAB_PART, ["timePlayed", "survival", "timeDeadShare"]],
  ["time", PLAYER_LINE, ["games"]],
];

const SCORE: readonly Omit<NumberDefinition, "ofTimeDead">[] = [
  {
    key: "setTime",
    group: "score",
    label: "Set time",
    unit: "m:ss",
    meaning:
      "How long the first attack took, on the server's own clock in whole seconds. The second one has to be faster.",
    formula: "the next time limit of Round 1",
    source: HEADER,
  },
  {
    key: "points",
    group: "score",
    label: "Score",
    unit: "points",
    meaning:
      "A map is worth one point to the faster team; two full holds give one to each. What was not played to its end does not count.",
    formula: "sum of the maps of a session",
    source: HEADERS,
  },
  {
    key: "sessionScore",
    group: "score",
    label: "Session score",
    unit: "100 = average",
    meaning:
      "How somebody did among the players of one session: 15 points are one standard deviation. Who played less than 40 % of the rounds has none.",
    formula: scoreFormula(),
    source: "the rounds of the session",
  },
  {
    key: "results",
    group: "score",
    label: "Maps won",
    unit: "W–L–D",
    meaning:
      "Maps that the player's team won, lost and drew. Who changed teams on a map has no part in it.",
    formula: "maps that count, by result",
    source: "the score of each session",
  },
];

/** Every number, in the order in which it is explained: metrics in the words of the registry. */
export const NUMBERS: readonly NumberDefinition[] = [
  ...EXPLAINED.flatMap(([group, source, keys]) =>
    keys.map((key): NumberDefinition => {
      const { label, meaning } = METRICS[key];
      const ofTimeDead = isOfTimeDead(key);
      const [unit, formula] = [metricUnit(key), metricFormula(key)];
      return { key, group, label, unit, meaning, formula, source, ofTimeDead };
    }),
  ),
  ...SCORE.map((number) => ({ ...number, ofTimeDead: false })),
];

/** `DPM 30 %, K/D 20 %, …, less Team damage % 5 %`: the parts of a session's score with their weights. */
export function scoreFormula(): string {
  return SCORE_PARTS.map(
    ({ metric, weight }) =>
      `${weight < 0 ? "less " : ""}${METRICS[metric].label} ${Math.round(Math.abs(weight) * 100)} %`,
  ).join(", ");
}

/** How many points a map is worth: `mapWins` 1 / 1–1 for a draw, `box` 2 / 1–1. */
export type PointScale = "mapWins" | "box";

/**
 * What a surrendered attack is: `hold`, the round was held, as on the game's own scoreboard; `concede`,
 * a proven one loses the map, whoever gives up first.
 */
export type SurrenderRule = "hold" | "concede";

/** A name that a team of an evening may get. */
export interface TeamPoolEntry {
  readonly name: string;
  /** 24-bit RGB. */
  readonly color: number;
}

/** What a community may set. Everything else in this package is the game's rule. */
export interface StopwatchSettings {
  /** IANA zone of the game server's clock; null: found from the webhooks, else UTC. */
  readonly serverZone: string | null;
  /** A longer gap (minutes, round end to round end) begins a new gaming session. */
  readonly sessionGapMinutes: number;
  /** A Round 2 ends less than this many minutes after its Round 1; never above the session gap. */
  readonly pairingWindowMinutes: number;
  /** Maps, lower case, whose rounds count for nothing. */
  readonly excludedMaps: readonly string[];
  readonly pointScale: PointScale;
  readonly surrender: SurrenderRule;
  /** Two different names are picked for each session; fewer than two: Team A and Team B. */
  readonly teamPool: readonly TeamPoolEntry[];
}

/** The settings of a community that set nothing. */
export const defaultSettings: StopwatchSettings = {
  serverZone: null,
  sessionGapMinutes: 60,
  pairingWindowMinutes: 60,
  excludedMaps: [],
  pointScale: "mapWins",
  surrender: "hold",
  teamPool: [
    { name: "sWat", color: 3447003 },
    { name: "S*F", color: 15158332 },
    { name: "madDogz", color: 15105570 },
    { name: "slomix", color: 10181046 },
    { name: "puran", color: 3066993 },
    { name: "insAne", color: 15844367 },
    { name: "allbad", color: 9807270 },
  ],
};

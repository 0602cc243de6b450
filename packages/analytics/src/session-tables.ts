import { type MetricKey, metricValue } from "./metrics.ts";
import type { PlayerRow } from "./player-row.ts";
import type { PlayerEntry } from "./players.ts";
import { rank } from "./ranking.ts";
import { sessionPlayers } from "./session-input.ts";

/** A table of a session: whom it lists in which order, and which metrics it shows. */
export interface SessionTable {
  readonly title: string;
  /** Most of the first one on top; equal ones by the next. */
  readonly order: readonly [MetricKey, ...MetricKey[]];
  readonly columns: readonly MetricKey[];
  readonly limit: number | null;
  /** Who has nothing of these is left out. */
  readonly skipWithout: readonly MetricKey[];
}

const table = (
  title: string,
  order: SessionTable["order"],
  columns: readonly MetricKey[],
  rest: Partial<Pick<SessionTable, "limit" | "skipWithout">> = {},
): SessionTable => ({ title, order, columns, limit: null, skipWithout: [], ...rest });

/** The tables of a session. */
export const SESSION_TABLES = {
  overview: table(
    "Overview",
    ["kills"],
    [
      "kills",
      "deaths",
      "gibs",
      "kd",
      "dpm",
      "damage",
      "damageReceived",
      "accuracy",
      "headshotHits",
      "usefulKills",
      "selfKills",
      "fullSelfKills",
      "revives",
      "timesRevived",
      "timePlayed",
      "timeDead",
      "timeDeadShare",
      "denied",
      "deniedShare",
      "doubleKills",
      "tripleKills",
      "quadKills",
      "multiKills",
      "megaKills",
    ],
  ),
  combat: table(
    "Combat",
    ["kills"],
    [
      "kills",
      "deaths",
      "kd",
      "dpm",
      "damage",
      "damageReceived",
      "gibs",
      "headshotKills",
      "selfKills",
      "fullSelfKills",
    ],
  ),
  objectives: table(
    "Objectives",
    ["xp"],
    [
      "xp",
      "revives",
      "timesRevived",
      "dynamitesPlanted",
      "dynamitesDefused",
      "objectivesStolen",
      "objectivesReturned",
      "gibs",
      "bestSpree",
      "worstSpree",
      "denied",
    ],
    { limit: 8 },
  ),
  support: table(
    "Support",
    ["revives"],
    ["revives", "timesRevived", "kills", "deaths", "selfKills", "fullSelfKills"],
  ),
  sprees: table(
    "Sprees",
    ["bestSpree", "megaKills", "multiKills", "quadKills", "tripleKills", "doubleKills", "kills"],
    ["bestSpree", "megaKills", "multiKills", "quadKills", "tripleKills", "doubleKills", "kills"],
    { skipWithout: ["bestSpree", "multikills"] },
  ),
  top: table(
    "Top",
    ["kills"],
    ["kills", "deaths", "kd", "dpm", "damage", "headshotKills", "gibs", "timePlayed"],
  ),
} as const satisfies Record<string, SessionTable>;

/** A table of a session by name. */
export type SessionTableKey = keyof typeof SESSION_TABLES;

/** A player's line. */
export interface SessionLine {
  readonly guid: string;
  readonly name: string;
  readonly rounds: number;
  readonly values: Readonly<Partial<Record<MetricKey, number>>>;
}

/** The lines of a table over a session's rows; none for an empty session. */
export function sessionTable(key: SessionTableKey, rows: readonly PlayerRow[]): SessionLine[] {
  return tableLines(SESSION_TABLES[key], sessionPlayers(rows));
}

function tableLines(of: SessionTable, players: readonly PlayerEntry[]): SessionLine[] {
  const [first, ...then] = of.order;
  const shown = players.filter(
    ({ sums }) =>
      of.skipWithout.length === 0 || of.skipWithout.some((key) => metricValue(key, sums) > 0),
  );
  const byGuid = new Map(shown.map((player) => [player.guid, player]));
  const ordered = rank(shown, first, {}).ranked.flatMap(({ guid }) => byGuid.get(guid) ?? []);
  const value = (key: MetricKey, { sums }: PlayerEntry) => metricValue(key, sums);
  ordered.sort((a, b) => {
    const differing = [first, ...then].find((key) => value(key, a) !== value(key, b));
    return differing === undefined ? 0 : value(differing, b) - value(differing, a);
  });
  return ordered.slice(0, of.limit ?? ordered.length).map(({ guid, name, sums }) => ({
    guid,
    name,
    rounds: sums.rounds,
    values: Object.fromEntries(of.columns.map((key) => [key, metricValue(key, sums)])),
  }));
}

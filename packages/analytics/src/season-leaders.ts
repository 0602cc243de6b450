import { type Answer, answer, refuse } from "./answer.ts";
import { countedRows } from "./counted-round.ts";
import type { MetricKey } from "./metrics.ts";
import { inWindow, periodWindow } from "./period.ts";
import type { PlayerRow } from "./player-row.ts";
import { type PlayerEntry, playerEntries } from "./players.ts";
import { type RankedPlayer, rank } from "./ranking.ts";
import type { SampleMinimum } from "./sample.ts";
import { type Season, seasonOf } from "./season.ts";

/** What a season is won by. */
export interface SeasonTitle {
  readonly metric: MetricKey;
  readonly minimum: SampleMinimum;
}

/** Champions of a season: more than five rounds, a rate ten minutes of play. */
export const CHAMPION_TITLES: readonly SeasonTitle[] = [
  { metric: "kills", minimum: { rounds: 6 } },
  { metric: "dpm", minimum: { rounds: 6, timePlayedSeconds: 600 } },
  { metric: "revives", minimum: { rounds: 6 } },
  { metric: "gibs", minimum: { rounds: 6 } },
  { metric: "objectives", minimum: { rounds: 6 } },
  { metric: "damage", minimum: { rounds: 6 } },
];

/** The leaders that a page of the current season shows; nobody leads with nothing. */
export const LEADER_TITLES: readonly SeasonTitle[] = [
  { metric: "damage", minimum: {} },
  { metric: "damageReceived", minimum: {} },
  { metric: "teamDamage", minimum: {} },
  { metric: "revives", minimum: {} },
  { metric: "deaths", minimum: {} },
  { metric: "gibs", minimum: {} },
  { metric: "objectives", minimum: {} },
  { metric: "xp", minimum: {} },
  { metric: "kills", minimum: {} },
  { metric: "dpm", minimum: { timePlayedSeconds: 600 } },
  { metric: "timeAlive", minimum: {} },
  { metric: "timeDead", minimum: {} },
];

/** Who holds a title. */
export interface TitleHolder {
  readonly metric: MetricKey;
  readonly guid: string;
  readonly name: string;
  readonly value: number;
  readonly rounds: number;
  /** Kills for each death. */
  readonly kd: number;
}

/** A season with who stands on top of it. */
export interface SeasonLeaders {
  readonly season: Season;
  readonly rounds: number;
  readonly players: number;
  /** The kills champion is the champion of the season. */
  readonly champions: readonly TitleHolder[];
  readonly leaders: readonly TitleHolder[];
  /** From the first round's end to the last one's, seconds; null without a session. */
  readonly longestSession: { readonly sessionId: number; readonly seconds: number } | null;
}

/** Champions and leaders of a season. */
export function seasonLeaders(id: string, rows: readonly PlayerRow[]): Answer<SeasonLeaders> {
  const season = seasonOf(id);
  const window = periodWindow({ kind: "season", id }, null);
  if (!window.ok) return window;
  if (!season) return refuse("bad_period", `${id} is no season`);
  const own = countedRows(rows).filter(({ round }) => inWindow(round, window.value));
  if (own.length === 0) return refuse("no_rounds", `no round that counts in ${season.label}`);
  const players = playerEntries(own);
  return answer({
    season,
    rounds: new Set(own.map(({ round }) => round.key)).size,
    players: players.length,
    champions: titleHolders(players, CHAMPION_TITLES),
    leaders: titleHolders(players, LEADER_TITLES),
    longestSession: longestSession(own),
  });
}

/** The champion of all time: most kills, more than ten rounds. Null: nobody has played that much. */
export function allTimeChampion(rows: readonly PlayerRow[]): TitleHolder | null {
  const titles: SeasonTitle[] = [{ metric: "kills", minimum: { rounds: 11 } }];
  return titleHolders(playerEntries(countedRows(rows)), titles)[0] ?? null;
}

/** Holders of titles; a title that nobody has earned with more than 0 is left out. */
export function titleHolders(
  players: readonly PlayerEntry[],
  titles: readonly SeasonTitle[],
): TitleHolder[] {
  const kdOf = new Map(
    players.map(({ guid, sums }) => [guid, sums.kills / Math.max(1, sums.deaths)]),
  );
  return titles.flatMap(({ metric, minimum }) => {
    const first = mostFirst(players, metric, minimum);
    if (!first || first.value <= 0) return [];
    const { guid, name, value, rounds } = first;
    return [{ metric, guid, name, value, rounds, kd: kdOf.get(guid) ?? 0 }];
  });
}

/** Titles go to whoever has most, also of deaths, where least is better on a board. */
function mostFirst(
  players: readonly PlayerEntry[],
  metric: MetricKey,
  minimum: SampleMinimum,
): RankedPlayer | undefined {
  const { ranked } = rank(players, metric, minimum);
  const most = Math.max(...ranked.map(({ value }) => value));
  return ranked.find(({ value }) => value === most);
}

function longestSession(rows: readonly PlayerRow[]): SeasonLeaders["longestSession"] {
  const spans = new Map<number, { from: number; to: number }>();
  for (const { round } of rows) {
    if (round.sessionId === null) continue;
    const span = spans.get(round.sessionId) ?? { from: round.endMs, to: round.endMs };
    spans.set(round.sessionId, {
      from: Math.min(span.from, round.endMs),
      to: Math.max(span.to, round.endMs),
    });
  }
  const [longest] = [...spans]
    .map(([sessionId, { from, to }]) => ({ sessionId, seconds: (to - from) / 1000 }))
    .sort((a, b) => b.seconds - a.seconds || a.sessionId - b.sessionId);
  return longest ?? null;
}

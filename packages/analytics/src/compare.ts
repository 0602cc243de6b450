import { type Answer, answer, refuse } from "./answer.ts";
import { METRIC_KEYS, METRICS, type MetricKey, metricValue } from "./metrics.ts";
import type { PeriodWindow } from "./period.ts";
import type { PlayerRow } from "./player-row.ts";
import { emptySums, type PlayerSums } from "./player-sums.ts";
import { newestName, type PlayerEntry, playerEntries } from "./players.ts";
import { radarScores } from "./radar.ts";
import { filterRows, type RoundFilter } from "./round-filter.ts";
import { type Sample, sampleMinimum, sampleOf } from "./sample.ts";
import { isMeasured } from "./time-dead.ts";

/** One of the compared players. */
export interface ComparedPlayer {
  readonly guid: string;
  readonly name: string;
  readonly sums: PlayerSums;
  /** Scores 0–10 in the order of `RADAR_AXES`. */
  readonly radar: readonly number[];
  /** Rounds behind the numbers, and whether ten are there. */
  readonly sample: Sample;
}

/** One metric side by side. */
export interface ComparedMetric {
  readonly metric: MetricKey;
  /** In the order of the players. */
  readonly values: readonly number[];
  /**
   * Who is best, by GUID: several on a tie; nobody where neither is better, everybody is equal, or
   * fewer than two have played.
   */
  readonly best: readonly string[];
}

/** Two to four players side by side. */
export interface Comparison {
  readonly window: PeriodWindow;
  readonly players: readonly ComparedPlayer[];
  readonly metrics: readonly ComparedMetric[];
}

const LEAST = 2;
const MOST = 4;
const ENOUGH_ROUNDS = 10;

/** Compares 2 to 4 players by GUID over the rows within a filter. */
export function compare(
  guids: readonly string[],
  rows: readonly PlayerRow[],
  filter: RoundFilter = {},
): Answer<Comparison> {
  const refused = refusal(guids);
  if (refused) return refused;
  const found = filterRows(rows, filter);
  if (!found.ok) return found;
  const wanted = new Set(guids);
  const entries = new Map(
    playerEntries(found.value.rows.filter(({ guid }) => wanted.has(guid))).map((e) => [e.guid, e]),
  );
  const players = guids.map(
    (guid): PlayerEntry =>
      entries.get(guid) ?? {
        guid,
        name: newestName(rows.filter((row) => row.guid === guid)) || guid,
        sums: emptySums(),
      },
  );
  return answer({ window: found.value.window, ...comparisonOf(players) });
}

/** The same for players whose sums are known; who may be compared is not asked here. */
export function comparisonOf(players: readonly PlayerEntry[]): Omit<Comparison, "window"> {
  const compared = players.map(
    ({ guid, name, sums }): ComparedPlayer => ({
      guid,
      name,
      sums,
      radar: radarScores(sums),
      sample: sampleOf(sums, { rounds: ENOUGH_ROUNDS }),
    }),
  );
  return {
    players: compared,
    metrics: METRIC_KEYS.map((metric) => {
      const values = compared.map(({ sums }) => metricValue(metric, sums));
      return { metric, values, best: bestOf(metric, values, compared) };
    }),
  };
}

function bestOf(
  metric: MetricKey,
  values: readonly number[],
  players: readonly ComparedPlayer[],
): string[] {
  const { direction, minimum } = METRICS[metric];
  const needs = sampleMinimum(minimum, true);
  // A bare rate of a round or two beats nobody.
  const taking = players.flatMap((player, i) =>
    sampleOf(player.sums, needs).enough && isMeasured(metric, player.sums)
      ? [{ guid: player.guid, value: values[i] ?? 0 }]
      : [],
  );
  if (direction === "none" || taking.length < 2) return [];
  const all = taking.map(({ value }) => value);
  const best = direction === "low" ? Math.min(...all) : Math.max(...all);
  const winners = taking.filter(({ value }) => value === best);
  return winners.length === taking.length ? [] : winners.map(({ guid }) => guid);
}

function refusal(guids: readonly string[]): Answer<never> | null {
  if (guids.length < LEAST || guids.length > MOST) {
    const players = guids.length === 1 ? "1 player" : `${guids.length} players`;
    return refuse("bad_players", `${players}; ${LEAST} to ${MOST} can be compared`);
  }
  const twice = guids.find((guid, i) => guids.indexOf(guid) !== i);
  return twice === undefined ? null : refuse("bad_players", `${twice} is there twice`);
}

import { compareText } from "./counted-round.ts";
import type { SumKey } from "./counters.ts";
import { evaluate, type Formula } from "./formula.ts";
import { METRICS, type MetricKey } from "./metrics.ts";
import type { PlayerEntry } from "./players.ts";
import { type Sample, type SampleMinimum, type SumName, sampleOf, sumName } from "./sample.ts";

/** Somebody in a ranking. */
export interface RankedPlayer {
  /** Players of one value share a rank, and the next one is left out: 1, 2, 2, 4. */
  readonly rank: number;
  /** Position in the list, from 1; nobody shares it. */
  readonly place: number;
  /** Somebody else has the same value. */
  readonly tied: boolean;
  readonly guid: string;
  readonly name: string;
  /** Unrounded. */
  readonly value: number;
  readonly rounds: number;
}

/** Somebody who has not played enough to be ranked. */
export interface UnrankedPlayer extends Omit<RankedPlayer, "rank" | "place" | "tied"> {
  readonly sample: Sample;
}

/** What a ranking of one class of weapons does otherwise. */
export interface RankOptions {
  /** Replaces the metric's own. */
  readonly formula?: Formula<SumKey> | undefined;
  /** What sums are called. */
  readonly name?: SumName | undefined;
}

/** A whole ranking. */
export interface Ranking {
  readonly ranked: readonly RankedPlayer[];
  /** Under the minimum, apart: in the same order. */
  readonly below: readonly UnrankedPlayer[];
}

/**
 * Ranks players by a metric. Equal values: more rounds first, then by name without case, then by
 * GUID, so that no order of rows shows through.
 */
export function rank(
  players: readonly PlayerEntry[],
  key: MetricKey,
  minimum: SampleMinimum,
  { formula = METRICS[key].formula, name = sumName }: RankOptions = {},
): Ranking {
  const direction = METRICS[key].direction === "low" ? 1 : -1;
  const all = players
    .map((player) => ({
      guid: player.guid,
      name: player.name,
      value: evaluate(formula, player.sums),
      rounds: player.sums.rounds,
      sample: sampleOf(player.sums, minimum, name),
    }))
    .sort(
      (a, b) =>
        direction * (a.value - b.value) ||
        b.rounds - a.rounds ||
        compareText(a.name.toLowerCase(), b.name.toLowerCase()) ||
        compareText(a.guid, b.guid),
    );
  const enough = all.filter(({ sample }) => sample.enough);
  const firstPlace = new Map<number, number>();
  const holders = new Map<number, number>();
  enough.forEach(({ value }, index) => {
    if (!firstPlace.has(value)) firstPlace.set(value, index + 1);
    holders.set(value, (holders.get(value) ?? 0) + 1);
  });
  return {
    ranked: enough.map(({ sample: _, ...player }, index) => ({
      rank: firstPlace.get(player.value) ?? index + 1,
      place: index + 1,
      tied: (holders.get(player.value) ?? 0) > 1,
      ...player,
    })),
    below: all.filter(({ sample }) => !sample.enough),
  };
}

import { type Answer, answer, refuse } from "./answer.ts";
import { compareText } from "./counted-round.ts";
import { dpmOf, longRows } from "./form-rows.ts";
import { metricValue } from "./metrics.ts";
import type { PlayerRow } from "./player-row.ts";
import { sumRows } from "./player-sums.ts";
import { type Shrunk, shrink } from "./sample.ts";
import { deltaPercent } from "./spread.ts";

/** How somebody does on a map compared to all his maps. */
export interface MapAffinity {
  /** Lower case. */
  readonly map: string;
  readonly rounds: number;
  readonly kills: number;
  readonly deaths: number;
  readonly kd: number;
  readonly dpm: number;
  /** Difference of DPM to that over all maps, in percent. */
  readonly delta: number;
  /** The same, pulled to 0 as if ten usual rounds had been played there too. */
  readonly shrunk: Shrunk;
  readonly label: "strong" | "weak" | "usual";
}

/** All maps of a player with enough rounds, best first. */
export interface MapAffinities {
  readonly rounds: number;
  readonly dpm: number;
  readonly maps: readonly MapAffinity[];
  /** By delta; with a single map they coincide. */
  readonly best: MapAffinity;
  readonly worst: MapAffinity;
}

const ROUNDS_PER_MAP = 3;
const USUAL_ROUNDS = 10;

/** Above or below this many percent a map is somebody's strong or weak one. */
const NOTABLE = 10;

/** Map affinity of one player over rows in any order (90 days of them, as a rule). */
export function mapAffinity(rows: readonly PlayerRow[]): Answer<MapAffinities> {
  const long = longRows(rows);
  const dpm = dpmOf(long);
  const maps = [...rowsByMap(long)]
    .filter(([, own]) => own.length >= ROUNDS_PER_MAP)
    .map(([map, own]): MapAffinity => {
      const sums = sumRows(own);
      const onMap = metricValue("dpm", sums);
      const delta = deltaPercent(onMap, dpm);
      return {
        map,
        rounds: sums.rounds,
        kills: sums.kills,
        deaths: sums.deaths,
        kd: metricValue("kd", sums),
        dpm: onMap,
        delta,
        shrunk: shrink(delta, sums.rounds, 0, USUAL_ROUNDS, "rounds"),
        label: delta > NOTABLE ? "strong" : delta < -NOTABLE ? "weak" : "usual",
      };
    })
    .sort((a, b) => b.delta - a.delta || compareText(a.map, b.map));
  const [best] = maps;
  const worst = maps.at(-1);
  if (!best || !worst) {
    return refuse("too_few_rounds", `no map with ${ROUNDS_PER_MAP} rounds longer than a minute`);
  }
  return answer({ rounds: long.length, dpm, maps, best, worst });
}

/** Rows by map, lower case. */
export function rowsByMap<Row extends PlayerRow>(rows: readonly Row[]): Map<string, Row[]> {
  const maps = new Map<string, Row[]>();
  for (const row of rows) {
    const map = row.round.map.toLowerCase();
    const own = maps.get(map);
    if (own) own.push(row);
    else maps.set(map, [row]);
  }
  return maps;
}

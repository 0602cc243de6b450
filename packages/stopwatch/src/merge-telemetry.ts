import type { RoundTelemetry } from "@slomix/stats-parser";
import { mapKey } from "./map-key.ts";

/** What is known of one round from webhook and gametime file together. */
export interface TelemetryRow {
  readonly telemetry: RoundTelemetry;
  /** The deliveries it was made from: the gametime file first. */
  readonly parts: readonly RoundTelemetry[];
  readonly map: string;
  readonly endMs: number;
  /** Null when absent, or not before the end. */
  readonly startMs: number | null;
}

/** Rows by end, and the deliveries that add nothing to them. */
export interface MergedTelemetry {
  readonly rows: readonly TelemetryRow[];
  readonly spare: readonly RoundTelemetry[];
}

/** No round that interests anyone was played before, and no server's clock is wrong by more than this. */
const EARLIEST_MS = Date.UTC(2020, 0);
const LATEST_MS = Date.UTC(2100, 0);

/**
 * One row a round: deliveries of equal map, number and end are the same round. The gametime file is
 * trusted first (it alone carries spawn statistics), a webhook fills what it lacks; second
 * deliveries, and those that end before 2020 or after `latestMs`, are spare.
 */
export function mergeTelemetry(
  telemetry: readonly RoundTelemetry[],
  latestMs: number = LATEST_MS,
): MergedTelemetry {
  const groups = new Map<string, RoundTelemetry[]>();
  const spare: RoundTelemetry[] = [];
  for (const delivery of telemetry) {
    const endMs = delivery.endUnix * 1000;
    if (!(endMs >= EARLIEST_MS && endMs <= latestMs)) {
      spare.push(delivery);
      continue;
    }
    const key = `${delivery.endUnix}/${delivery.round}/${mapKey(delivery.map)}`;
    const group = groups.get(key);
    if (group) group.push(delivery);
    else groups.set(key, [delivery]);
  }
  const rows: TelemetryRow[] = [];
  for (const group of groups.values()) {
    if (group.length > 1) group.sort(byTrust);
    const [first] = group;
    if (!first) continue;
    const second = group.find((t) => t.source !== first.source);
    for (const delivery of group) {
      if (delivery !== first && delivery !== second) spare.push(delivery);
    }
    rows.push(rowOf(second ? filled(first, second) : first, second ? [first, second] : [first]));
  }
  rows.sort((a, b) => a.endMs - b.endMs || byTrust(a.telemetry, b.telemetry));
  spare.sort((a, b) => a.endUnix - b.endUnix || byTrust(a, b));
  return { rows, spare };
}

/** Looks up rows of one map and round number whose end lies within two instants (ms, both included). */
export type RowLookup = (
  map: string,
  round: number,
  fromMs: number,
  toMs: number,
) => readonly TelemetryRow[];

/** Makes a lookup over rows that are sorted by end; `map` as {@link mapKey} gives it. */
export function rowLookup(rows: readonly TelemetryRow[]): RowLookup {
  const byRound = new Map<string, TelemetryRow[]>();
  for (const row of rows) {
    const key = `${row.telemetry.round}/${row.map}`;
    const same = byRound.get(key);
    if (same) same.push(row);
    else byRound.set(key, [row]);
  }
  return (map, round, fromMs, toMs) => {
    const same = byRound.get(`${round}/${map}`) ?? [];
    const from = firstFrom(same, fromMs);
    let to = from;
    while (to < same.length && (same[to] as TelemetryRow).endMs <= toMs) to++;
    return same.slice(from, to);
  };
}

function firstFrom(rows: readonly TelemetryRow[], fromMs: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as TelemetryRow).endMs < fromMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rowOf(telemetry: RoundTelemetry, parts: readonly RoundTelemetry[]): TelemetryRow {
  const endMs = telemetry.endUnix * 1000;
  const startMs = telemetry.startUnix === null ? null : telemetry.startUnix * 1000;
  return {
    telemetry,
    parts,
    map: mapKey(telemetry.map),
    endMs,
    startMs: startMs !== null && startMs >= EARLIEST_MS && startMs < endMs ? startMs : null,
  };
}

/** Gametime before webhook, then by file name; the content settles what is left. */
function byTrust(a: RoundTelemetry, b: RoundTelemetry): number {
  if (a.source !== b.source) return a.source === "gametime" ? -1 : 1;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left === right ? 0 : left < right ? -1 : 1;
}

function filled(first: RoundTelemetry, second: RoundTelemetry): RoundTelemetry {
  const listed = first.axis.length + first.allies.length > 0;
  return {
    ...first,
    winnerSide: first.winnerSide ?? second.winnerSide,
    defenderSide: first.defenderSide ?? second.defenderSide,
    startUnix: first.startUnix ?? second.startUnix,
    playtimeSeconds: first.playtimeSeconds ?? second.playtimeSeconds,
    timeLimitMinutes: first.timeLimitMinutes ?? second.timeLimitMinutes,
    endReason: first.endReason ?? second.endReason,
    warmupSeconds: first.warmupSeconds ?? second.warmupSeconds,
    warmupStartUnix: first.warmupStartUnix ?? second.warmupStartUnix,
    surrenderSide: first.surrenderSide ?? second.surrenderSide,
    surrenderCallerGuid: first.surrenderCallerGuid ?? second.surrenderCallerGuid,
    surrenderCallerName: first.surrenderCallerName ?? second.surrenderCallerName,
    exit: first.exit ?? second.exit,
    version: first.version ?? second.version,
    axis: listed ? first.axis : second.axis,
    allies: listed ? first.allies : second.allies,
    spawnStats: first.spawnStats.length > 0 ? first.spawnStats : second.spawnStats,
  };
}

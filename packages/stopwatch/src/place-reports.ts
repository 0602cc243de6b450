import type { FileStamp, RoundReport } from "@slomix/stats-parser";
import type { StretchFile } from "./find-pairs.ts";
import { endOf, SAME_END_MS } from "./link-reports.ts";
import type { TelemetryLink } from "./link-telemetry.ts";
import { mapKey } from "./map-key.ts";
import type { TelemetryRow } from "./merge-telemetry.ts";
import { offsetClock, type ServerClock, stampText, zoneClock } from "./server-clock.ts";
import type { StopwatchSettings } from "./settings.ts";
import { stretchGapMs } from "./stretch.ts";
import { WRITE_DELAY_MS } from "./timed-file.ts";

/** The files of one stretch, and the clock that named them. */
export interface ClockedStretch {
  readonly files: StretchFile[];
  readonly clock: ServerClock;
}

const QUARTER = 15 * 60_000;
const WIDEST = 14 * 60 * 60_000;
/** A name is given some seconds after the end. */
const NAMED_WITHIN_MS = 60_000;

/**
 * Makes rounds of reports that stand alone: each becomes a file of the stretch that it ended in, or of
 * a new one, under the stamp that the server's clock showed. Nothing has to be guessed of when it ended.
 *
 * @param rows Webhooks that no stats file has; those of a report's round are linked and taken out.
 * @returns The links of the new files.
 */
export function placeReports(
  stretches: ClockedStretch[],
  alone: readonly RoundReport[],
  rows: Set<TelemetryRow>,
  settings: StopwatchSettings,
): Map<StretchFile, TelemetryLink> {
  const links = new Map<StretchFile, TelemetryLink>();
  const gapMs = stretchGapMs(settings);
  const spans = stretches.map(({ files }) => spanOf(files));
  for (const report of alone) {
    const at = endOf(report) + WRITE_DELAY_MS;
    let index = nearest(spans, at, gapMs);
    if (index === null) {
      index = stretches.length;
      stretches.push({ files: [], clock: clockOf(report, settings.serverZone) });
      spans.push([at, at]);
    }
    const { files, clock } = stretches[index] as ClockedStretch;
    const [from, to] = spans[index] as Span;
    spans[index] = [Math.min(from, at), Math.max(to, at)];
    const read: StretchFile = {
      file: { ...report.stats, stamp: stampAt(clock.showsMs(at)) },
      map: mapKey(report.stats.header.map),
      readings: [at],
      aborted: false,
    };
    files.push(read);
    const webhook = webhookOf(report, read.map, rows);
    if (webhook) rows.delete(webhook);
    links.set(read, reportLink(report, webhook));
  }
  return links;
}

/** What ties a file to its report: the report's times, and the webhook's facts where one came. */
export function reportLink(report: RoundReport, webhook: TelemetryRow | null): TelemetryLink {
  return { row: rowOfReport(report, webhook), distanceMs: 0, far: false, report };
}

/** A report as a row of what is known of rounds, with a webhook of the same round filled up by it. */
export function rowOfReport(report: RoundReport, webhook: TelemetryRow | null): TelemetryRow {
  const { telemetry: told } = report;
  const endMs = endOf(report);
  const startMs = told.startUnix === null ? null : told.startUnix * 1000;
  const sent = webhook?.telemetry;
  const listed = sent ? sent.axis.length + sent.allies.length > 0 : false;
  return {
    telemetry: sent
      ? {
          ...sent,
          winnerSide: sent.winnerSide ?? told.winnerSide,
          defenderSide: sent.defenderSide ?? told.defenderSide,
          startUnix: sent.startUnix ?? told.startUnix,
          axis: listed ? sent.axis : told.axis,
          allies: listed ? sent.allies : told.allies,
        }
      : told,
    parts: webhook?.parts ?? [],
    map: mapKey(report.stats.header.map),
    endMs,
    startMs: startMs !== null && startMs < endMs ? startMs : (webhook?.startMs ?? null),
  };
}

type Span = readonly [fromMs: number, toMs: number];

function spanOf(files: readonly StretchFile[]): Span {
  const at = files.flatMap(({ readings }) => readings);
  return [at.reduce((a, b) => Math.min(a, b)), at.reduce((a, b) => Math.max(a, b))];
}

function nearest(spans: readonly Span[], at: number, gapMs: number): number | null {
  let best: number | null = null;
  let bestAway = gapMs;
  spans.forEach(([from, to], index) => {
    const away = Math.max(from - at, at - to, 0);
    if (away > gapMs || (best !== null && away >= bestAway)) return;
    best = index;
    bestAway = away;
  });
  return best;
}

/** The zone that is set, else the clock that named the report itself, else UTC. */
function clockOf(report: RoundReport, zone: string | null): ServerClock {
  if (zone !== null) return zoneClock(zone);
  const named = report.stats.stamp?.naiveMs;
  if (named === undefined) return offsetClock(0);
  const apart = named - endOf(report);
  const offset = Math.round(apart / QUARTER) * QUARTER;
  const plausible = Math.abs(offset) <= WIDEST && Math.abs(apart - offset) <= NAMED_WITHIN_MS;
  return offsetClock(plausible ? offset / 60_000 : 0);
}

function stampAt(naiveMs: number): FileStamp {
  return { ...stampText(naiveMs), naiveMs };
}

function webhookOf(
  report: RoundReport,
  map: string,
  rows: ReadonlySet<TelemetryRow>,
): TelemetryRow | null {
  let best: TelemetryRow | null = null;
  for (const row of rows) {
    if (row.map !== map || row.telemetry.round !== report.stats.round) continue;
    const away = Math.abs(row.endMs - endOf(report));
    if (away > SAME_END_MS) continue;
    if (best === null || away < Math.abs(best.endMs - endOf(report))) best = row;
  }
  return best;
}

import { engineClean } from "./colours.ts";
import type { LineupPlayer, RoundTelemetry } from "./round-telemetry.ts";
import type { PlayerLine, StatsFile } from "./stats-file.ts";

/** Players a webhook lists at the end of a round, by side. */
export interface Lineup {
  readonly axis: readonly LineupPlayer[];
  readonly allies: readonly LineupPlayer[];
}

/** The line-up of a linked webhook, or null when it lists nobody (its lists get lost when too long). */
export function lineupOf(telemetry: RoundTelemetry | null): Lineup | null {
  if (telemetry === null || telemetry.axis.length + telemetry.allies.length === 0) return null;
  return { axis: telemetry.axis, allies: telemetry.allies };
}

/**
 * The lines of players who were gone when the round ended: no entry in the line-up has their GUID8
 * (and their name, where the GUID8 stands on several lines). Their last up to 5 s are missing.
 * A side whose list is empty says nothing about the lines of that side.
 */
export function leftBeforeEnd(file: StatsFile, lineup: Lineup): Set<PlayerLine> {
  const listed = new Map<string, string[]>();
  for (const player of [...lineup.axis, ...lineup.allies]) {
    const guid = player.guid.slice(0, 8).toUpperCase();
    const names = listed.get(guid) ?? [];
    names.push(engineClean(player.rawName));
    listed.set(guid, names);
  }
  const lines = new Map<string, number>();
  for (const { guid } of file.lines) lines.set(guid, (lines.get(guid) ?? 0) + 1);

  const gone = new Set<PlayerLine>();
  for (const line of file.lines) {
    const oneListLost = lineup.axis.length === 0 || lineup.allies.length === 0;
    if (oneListLost && !hasList(lineup, line.side)) continue;
    const names = listed.get(line.guid) ?? [];
    const sameGuid = lines.get(line.guid) ?? 0;
    const present =
      sameGuid > 1 || line.bot
        ? names.length >= sameGuid || names.includes(engineClean(line.rawName))
        : names.length > 0;
    if (!present) gone.add(line);
  }
  return gone;
}

/** Whether the list of a side arrived. */
function hasList(lineup: Lineup, side: number): boolean {
  if (side === 1) return lineup.axis.length > 0;
  return side === 2 && lineup.allies.length > 0;
}

import { readClock, readPlaytime } from "./clock-text.ts";
import { composedMap } from "./file-name.ts";
import type { ParseWarning } from "./result.ts";
import type { Side, SideFault, StatsHeader } from "./stats-file.ts";

/** Fields of the shortest header that is one. */
const MIN_FIELDS = 8;

/** Field 8 may exceed field 7 by this much: both are truncated to whole seconds. */
const ROUNDING_SECONDS = 1;

/**
 * Reads line 1 of a stats file:
 * `server\map\config\round\defender\winner\timelimit\nexttimelimit[\playtime]`.
 * Null when it has fewer than 8 fields; fields behind the ninth are ignored.
 */
export function readStatsHeader(line: string): StatsHeader | null {
  const fields = line.split("\\", MIN_FIELDS + 1);
  return fields.length < MIN_FIELDS ? null : statsHeaderOf(fields);
}

/** The header of its fields in order, as written: the first eight, and the ninth where there is one. */
export function statsHeaderOf(fields: readonly string[]): StatsHeader {
  const [server = "", map = "", config = "", round = "", defender = "", winner = ""] = fields;
  const timeLimitText = fields[6] ?? "";
  const nextTimeLimitText = fields[7] ?? "";
  const playtimeText = fields[8] ?? null;
  const timeLimitSeconds = readClock(timeLimitText);
  const nextTimeLimitSeconds = readClock(nextTimeLimitText);
  const playtime = readPlaytime(playtimeText, timeLimitSeconds);
  const [defenderSide, defenderFault] = readSide(defender);
  const [winnerSide, winnerFault] = readSide(winner);
  return {
    server,
    map: composedMap(map),
    config,
    round: /^\d{1,9}$/.test(round.trim()) ? Number(round) : null,
    defenderSide: defenderSide === 0 ? null : defenderSide,
    defenderFault,
    winnerSide,
    winnerFault,
    timeLimitText,
    timeLimitSeconds,
    nextTimeLimitText,
    nextTimeLimitSeconds,
    badNextTime:
      timeLimitSeconds !== null &&
      nextTimeLimitSeconds !== null &&
      nextTimeLimitSeconds > timeLimitSeconds + ROUNDING_SECONDS,
    playtimeText,
    playtimeSeconds: playtime.seconds,
    playtimeNotPositive: playtime.notPositive,
    fields: playtimeText === null ? 8 : 9,
  };
}

/** A side as written; 0 stands for nobody and is as good as missing. */
function readSide(text: string): [side: Side | 0 | null, fault: SideFault] {
  const digits = text.trim();
  if (digits === "") return [null, "missing"];
  if (!/^\d{1,9}$/.test(digits)) return [null, "non_numeric"];
  const side = Number(digits);
  if (side === 1 || side === 2) return [side, null];
  return side === 0 ? [0, "missing"] : [null, "out_of_range"];
}

/** What is odd about a header: the sides that cannot be trusted, and an invented field 8. */
export function headerWarnings(header: StatsHeader): ParseWarning[] {
  const warnings: ParseWarning[] = [];
  const side = (field: "defender" | "winner", fault: SideFault) => {
    if (fault === null) return;
    const message = `the ${field}'s side is ${fault.replaceAll("_", " ")}; it is not guessed`;
    warnings.push({ code: `sides_untrusted:${field}_${fault}`, message, line: 1, field });
  };
  side("defender", header.defenderFault);
  side("winner", header.winnerFault);
  if (header.badNextTime) {
    const message = `next time limit ${header.nextTimeLimitText} exceeds the time limit ${header.timeLimitText}: not a time`;
    warnings.push({ code: "bad_nexttime", message, line: 1, field: "nexttimelimit" });
  }
  return warnings;
}

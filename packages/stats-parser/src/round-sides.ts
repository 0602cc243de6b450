import type { ParseWarning } from "./result.ts";
import type { ScoreConfidence } from "./round-stats.ts";
import type { RoundTelemetry } from "./round-telemetry.ts";
import type { Side, StatsHeader } from "./stats-file.ts";

/** Who defended and who won, and how far that can be trusted. */
export interface RoundSides {
  readonly defenderSide: Side | null;
  /** 0: the header says nobody won. */
  readonly winnerSide: Side | 0 | null;
  readonly confidence: ScoreConfidence;
  readonly warnings: readonly ParseWarning[];
}

/**
 * Winner and defender of a round: the header's where it names a side, else the linked webhook's
 * (`time_fallback`). Both read the same engine value, so a disagreement means a wrong link: the
 * header holds, and the sides are `ambiguous`. Sides are never copied from another round.
 */
export function resolveSides(header: StatsHeader, telemetry: RoundTelemetry | null): RoundSides {
  const warnings: ParseWarning[] = [];
  let conflict = false;
  const choose = (field: "defender" | "winner", own: Side | 0 | null, other: Side | null) => {
    if (own !== 1 && own !== 2) return other ?? own;
    if (other !== null && other !== own) {
      conflict = true;
      const message = `the header's ${field} is side ${own}, the webhook's ${other}; the header holds`;
      warnings.push({ code: "telemetry_conflict", message, line: 1, field });
    }
    return own;
  };
  const winnerSide = choose("winner", header.winnerSide, telemetry?.winnerSide ?? null);
  const defender = choose("defender", header.defenderSide, telemetry?.defenderSide ?? null);
  const defenderSide = defender === 0 ? null : defender;
  const confidence = conflict ? "ambiguous" : confidenceOf(header, defenderSide, winnerSide);
  return { defenderSide, winnerSide, confidence, warnings };
}

function confidenceOf(
  header: StatsHeader,
  defender: Side | null,
  winner: Side | 0 | null,
): ScoreConfidence {
  const faults = [header.defenderFault, header.winnerFault].filter((fault) => fault !== null);
  if (faults.length === 0) return "verified_header";
  if (defender !== null && (winner === 1 || winner === 2)) return "time_fallback";
  return faults.every((fault) => fault === "missing") ? "missing" : "ambiguous";
}

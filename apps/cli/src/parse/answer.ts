import type { EndstatsFile, ParseWarning, RoundStats, RoundTelemetry } from "@slomix/stats-parser";
import type { ReportedRound } from "./reported-round.ts";

/** What `parse --json` prints for a file, of a report for each of its rounds: one line, keys in this order. */
export type Answer = Readonly<
  | (About & { kind: "stats"; ok: true; warnings: Warnings; value: RoundStats })
  | (About & { kind: "report"; ok: true; warnings: Warnings; value: ReportedRound })
  | (About & { kind: "endstats"; ok: true; warnings: Warnings; value: EndstatsFile })
  | (About & { kind: "webhook" | "gametime"; ok: true; warnings: Warnings; value: RoundTelemetry })
  | (About & { kind: Kind | null; ok: false; error: Refusal })
>;

interface About {
  /** As given on the command line; `#N` behind it for the Nth round of a report that holds several. */
  readonly file: string;
}

type Warnings = readonly ParseWarning[];
type Kind = "stats" | "endstats" | "webhook" | "gametime" | "report" | "proximity";

/** Why a file was refused. Codes are the parsers' and those of reading it from the disk. */
interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly line?: number;
  readonly field?: string;
}

/** The answer for a file that was refused or could not be read. */
export function refused(file: string, kind: Kind | null, error: Refusal): Answer {
  const { code, message, line, field } = error;
  return {
    file,
    kind,
    ok: false,
    error: {
      code,
      message,
      ...(line === undefined ? {} : { line }),
      ...(field === undefined ? {} : { field }),
    },
  };
}

/** Warnings of several steps, each said once. */
export function once(...lists: readonly (readonly ParseWarning[])[]): ParseWarning[] {
  const seen = new Set<string>();
  return lists.flat().filter((warning) => {
    const key = JSON.stringify([warning.code, warning.line, warning.field, warning.message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

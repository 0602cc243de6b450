import type {
  EndstatsFile,
  ParseError,
  ParseWarning,
  RoundStats,
  RoundTelemetry,
} from "@slomix/stats-parser";

/** What `parse --json` prints for a file: one line, keys in this order. */
export type Answer =
  | ({ readonly file: string } & Read & { readonly warnings: readonly ParseWarning[] })
  | {
      readonly file: string;
      readonly kind: Kind | null;
      readonly ok: false;
      readonly error: Omit<ParseError, "file" | "code"> & { readonly code: string };
      readonly warnings: readonly ParseWarning[];
    };

type Kind = "stats" | "endstats" | "webhook" | "gametime" | "proximity";

type Read =
  | { readonly kind: "stats"; readonly ok: true; readonly value: RoundStats }
  | { readonly kind: "endstats"; readonly ok: true; readonly value: EndstatsFile }
  | { readonly kind: "webhook" | "gametime"; readonly ok: true; readonly value: RoundTelemetry };

/** The answer for a file that was refused or could not be read. */
export function refused(
  file: string,
  kind: Kind | null,
  error: {
    readonly code: string;
    readonly message: string;
    readonly line?: number;
    readonly field?: string;
  },
): Answer {
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
    warnings: [],
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

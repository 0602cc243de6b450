import { type Forecast, squaredError } from "./scores.ts";

/** How much better one model is than another on the same matches. */
export interface PairedDifference {
  /** Mean difference of the Brier scores, first − second; negative: the first is better. */
  readonly brier: number;
  /** Of that mean, taking matches as independent. */
  readonly standardError: number;
  /** Of that mean, taking only sessions as independent: the same people play all evening. */
  readonly sessionStandardError: number;
}

/** Null with fewer than two matches. Both lists hold the same matches in the same order. */
export function pairedDifference(
  first: readonly Forecast[],
  second: readonly Forecast[],
  sessions: readonly string[],
): PairedDifference | null {
  const n = first.length;
  if (n < 2) return null;
  const differences = first.map((forecast, i) => {
    const other = second[i];
    return other ? squaredError(forecast) - squaredError(other) : 0;
  });
  const brier = differences.reduce((sum, d) => sum + d, 0) / n;
  const bySession = new Map<string, number>();
  let squares = 0;
  differences.forEach((d, i) => {
    squares += (d - brier) ** 2;
    const session = sessions[i] ?? "";
    bySession.set(session, (bySession.get(session) ?? 0) + d - brier);
  });
  let clustered = 0;
  for (const sum of bySession.values()) clustered += sum ** 2;
  const k = bySession.size;
  return {
    brier,
    standardError: Math.sqrt(squares / (n - 1) / n),
    sessionStandardError: k < 2 ? 0 : Math.sqrt((clustered * k) / (k - 1)) / n,
  };
}

import type { ReportMatch } from "../api/report.ts";
import type { TeamSlot } from "./teams.ts";

/** The score after a match that counted. */
export interface Stand {
  readonly match: ReportMatch;
  readonly a: number;
  readonly b: number;
  /** How far A is ahead; negative: B. */
  readonly lead: number;
}

/** The score after each match that counted, in the order of play. */
export function standsOf(matches: readonly ReportMatch[]): Stand[] {
  let a = 0;
  let b = 0;
  return matches
    .filter(({ counted }) => counted)
    .map((match) => {
      a += match.pointsA;
      b += match.pointsB;
      return { match, a, b, lead: a - b };
    });
}

/** Who is ahead; null: nobody. */
export const leader = (lead: number): TeamSlot | null => (lead > 0 ? "A" : lead < 0 ? "B" : null);

import type { Side } from "@slomix/stats-parser";
import type { MatchResult, ResultSource, TeamLetter } from "@slomix/stopwatch";

/** One map of a scored session as `session_results.round_details` keeps it. */
export interface StoredMap {
  readonly map: string;
  readonly matchId: string;
  /** Ordinal of this map's play within the session, from 1. */
  readonly mapPlaySequence: number;
  /** Names of the stats files; null where none came. */
  readonly round1File: string | null;
  readonly round2File: string | null;
  /** `rounds.round_key`; null where neither a file nor a stand-in came. */
  readonly round1Key: string | null;
  readonly round2Key: string | null;
  /** Null: not counted. */
  readonly winner: TeamLetter | "draw" | null;
  readonly result: MatchResult;
  readonly source: ResultSource;
  readonly counted: boolean;
  readonly pointsA: number;
  readonly pointsB: number;
  /** Side of team A in Round 1; null when not attributable. */
  readonly teamASideInRound1: Side | null;
  /** A sentence for what is out of the ordinary, else null. */
  readonly note: string | null;
  readonly flags: readonly string[];
}

/** The whole of `session_results.round_details`. */
export interface StoredMaps {
  readonly version: 1;
  /** In the order in which they were played. */
  readonly maps: readonly StoredMap[];
}

import type {
  ParseWarning,
  RoundNumber,
  RoundReport,
  RoundStats,
  RoundTelemetry,
  StatsFile,
} from "@slomix/stats-parser";

/** Everything that is known of a stretch of time, in any order. */
export interface RoundEvidence {
  readonly stats: readonly StatsFile[];
  readonly telemetry: readonly RoundTelemetry[];
  /** Rounds of a league's reports; left out: none. */
  readonly reports?: readonly RoundReport[];
}

/**
 * One round on the one clock, with its other half and its numbers.
 * Times are unix milliseconds. `end` = the report's round end, else the webhook's if linked, else file
 * stamp − 3 s.
 */
export interface PairedRound {
  /** The stats file's name; the report's (`FILE#N`) where only that came; `webhook:<map>:<round>:<endUnix>` where a webhook stands in for a lost file. */
  readonly key: string;
  /** The stats file, or what a report says in its place. Null: a webhook stands in for the lost file. */
  readonly file: StatsFile | null;
  readonly telemetry: RoundTelemetry | null;
  /** A league's report of the round, beside its stats file or instead of one. */
  readonly report: RoundReport | null;
  /** Map as in the header, trimmed. Compare without case. */
  readonly map: string;
  readonly number: RoundNumber;
  /** Null when the play time is unknown. */
  readonly startMs: number | null;
  readonly endMs: number;
  /**
   * Local date and time of the stamp (`YYYY-MM-DD`, `HHMMSS`). A stand-in has the stamp that its file
   * would have had: `endMs` + 3 s on the server's clock.
   */
  readonly date: string;
  readonly time: string;
  /** `paired`: has its other half. `lone`: a Round 1 without. `orphan`: a Round 2 without. */
  readonly state: "paired" | "lone" | "orphan" | "aborted";
  /** Key of the other half. A lone Round 1 or orphan Round 2 may have a stand-in as partner: then state is `paired` for
   *  the Round 1, and an orphan Round 2 stays `orphan` (its numbers are cumulative) with `partner` set. */
  readonly partner: string | null;
  /**
   * `<R1 date>-<R1 HHMMSS>-<map, lower case>` of the match; own stamp for lone, orphan and aborted
   * rounds. A stand-in has that of the file it stands beside. One match has it alone: a second one of
   * the same stamp and map, which only forged names can have, gets `-2`.
   */
  readonly matchId: string;
  /** The numbers; a stand-in has no players. */
  readonly stats: RoundStats;
  /** Warnings of deriving, linking and pairing (`orphan_r2`, `link_far`, `pair_time_mismatch`, `clock_change`, …). */
  readonly warnings: readonly ParseWarning[];
}

/** How file stamps were turned into instants. */
export interface ZoneReading {
  readonly source: "setting" | "telemetry" | "utc";
  readonly zone: string | null;
  /**
   * Minutes east of UTC that were used, by most files where summer and winter differ; null for a
   * setting (it may change within the stretch).
   */
  readonly offsetMinutes: number | null;
  /** The zone is set, but most webhooks fit only with another offset. */
  readonly suspect: boolean;
  /** Keys of files whose stamp lies in the repeated autumn hour and that no webhook settles. */
  readonly ambiguous: readonly string[];
}

/** What {@link pairRounds} makes of the evidence. */
export interface Pairing {
  /** By end, then key. Stand-ins included. */
  readonly rounds: readonly PairedRound[];
  /** Webhooks and gametimes that belong to no round here (also the second of two deliveries of one round). */
  readonly unlinked: readonly RoundTelemetry[];
  /** Stats files whose names carry no stamp: they have no place in time, hence no partner and no round here. */
  readonly undated: readonly StatsFile[];
  readonly zone: ZoneReading;
}

import type { FileStamp } from "./file-name.ts";
import type { LayoutName } from "./line-layouts.ts";

/** A side of the map: 1 Axis, 2 Allies. A role in one round, never the identity of a team. */
export type Side = 1 | 2;

/** Round 1 or Round 2 of a stopwatch match. */
export type RoundNumber = 1 | 2;

/** Why a side in the header cannot be trusted (null when it can). */
export type SideFault = "missing" | "non_numeric" | "out_of_range" | null;

/** One stats file as written: header and player lines, before any pairing. */
export interface StatsFile {
  /** Base name of the file. */
  readonly name: string;
  /** The time stamp in the name (server's local clock, 3 s after the round's end); null for a name that does not fit. */
  readonly stamp: FileStamp | null;
  /** Round number: from the name, else from header field 4. */
  readonly round: RoundNumber;
  readonly header: StatsHeader;
  /** Which fields its player lines have; `38` for the present writers. */
  readonly layout: LayoutName;
  readonly lines: readonly PlayerLine[];
  /** Player lines that were refused or cut: their players are missing above. */
  readonly rejectedLines: number;
  /** What the file alone shows of itself: `round_name_mismatch`, `decoded_cp1252:<n>`, `guid8_shared`, … */
  readonly flags: readonly string[];
}

/** Line 1 of a stats file. */
export interface StatsHeader {
  /** `sv_hostname`, with colour codes. */
  readonly server: string;
  readonly map: string;
  /** `g_customConfig`, may be empty. */
  readonly config: string;
  /** Header field 4, null when not a number. */
  readonly round: number | null;
  readonly defenderSide: Side | null;
  readonly defenderFault: SideFault;
  /** Winning side of this round, 0 when the header says nobody won. */
  readonly winnerSide: Side | 0 | null;
  readonly winnerFault: SideFault;
  /** Field 7 as written (`M:SS`). */
  readonly timeLimitText: string;
  /** Field 7 in seconds; null when unknown. */
  readonly timeLimitSeconds: number | null;
  /** Field 8 as written. */
  readonly nextTimeLimitText: string;
  /** Field 8 in seconds, as read; null when unknown. Not a duration. */
  readonly nextTimeLimitSeconds: number | null;
  /** Field 8 exceeds field 7 by more than 1 s: an invented value. */
  readonly badNextTime: boolean;
  /** Field 9 as written, null in 8-field files. */
  readonly playtimeText: string | null;
  /** Field 9 normalised to seconds; null when absent, not finite or not above 0. */
  readonly playtimeSeconds: number | null;
  /** Field 9 is there and at most 0: an aborted round's dump. */
  readonly playtimeNotPositive: boolean;
  /** 8 (c0rnp0rn3, "7") or 9 (c0rnp0rn8). */
  readonly fields: 8 | 9;
}

/** One player line of a stats file, as written. Round 2 numbers are still cumulative where the engine counts. */
export interface PlayerLine {
  /** 1-based line in the file. */
  readonly line: number;
  /** First eight characters of the GUID, upper case. */
  readonly guid: string;
  /** Name without colour codes. */
  readonly name: string;
  /** Name with colour codes, decoded. */
  readonly rawName: string;
  readonly bot: boolean;
  /** The `rounds` field: rounds that began while he was connected, from the match's start. Evidence, not a stat. */
  readonly rounds: number;
  /** Session team when the snapshot was taken: 1, 2, 3 (spectator) or 0. */
  readonly side: number;
  /** Bit i set: weapon i follows. */
  readonly weaponMask: number;
  /** Five numbers for each set bit, ascending: hits, shots, kills, deaths, headshots. */
  readonly weapons: readonly number[];
  /** The 38 tab values in the order of PLAYER_FIELDS, repaired; null for a line without its tab part. */
  readonly tab: readonly number[] | null;
  /**
   * Positions among the 38 that this writer does not have: their value above is 0 and means nothing.
   * One shared list for each layout, empty for the present writers.
   */
  readonly absent: readonly number[];
  /** Seconds on a team in this round alone, where the source measured them; null where not. */
  readonly playedSeconds: number | null;
  /** Keys of tab fields that were garbled or missing (their value is 0 above). */
  readonly badFields: readonly string[];
  /** Flags that the line alone proves: `maybe_truncated` is the file's, these are the player's. */
  readonly flags: readonly string[];
}

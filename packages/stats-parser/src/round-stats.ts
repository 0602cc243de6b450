import type { RoundNumber, Side } from "./stats-file.ts";

/** How a round ended, as far as its own file (and a linked webhook) proves. */
export type RoundOutcome = "completed" | "fullhold" | "surrender" | "aborted" | "unknown";

/** Where a duration came from (docs/formats/stats-file.md, "Round duration"). */
export type DurationSource =
  | "header"
  | "next_limit"
  | "limit"
  | "players"
  | "webhook"
  | "report"
  | "unknown";

/** Whether Round 1 was subtracted: `none` for Round 1 and aborted files, `orphan` for a Round 2 without its Round 1. */
export type Differential = "none" | "applied" | "orphan";

/** How far the sides in the header can be trusted. */
export type ScoreConfidence = "verified_header" | "time_fallback" | "ambiguous" | "missing";

/** The numbers of one round and nothing else: what a stats file says of it, after the differential. */
export interface RoundStats {
  readonly map: string;
  readonly round: RoundNumber;
  readonly server: string;
  readonly config: string;
  readonly defenderSide: Side | null;
  readonly winnerSide: Side | 0 | null;
  readonly outcome: RoundOutcome;
  readonly scoreConfidence: ScoreConfidence;
  readonly timeLimitSeconds: number | null;
  /** Field 8; null when unknown or invented. */
  readonly nextTimeLimitSeconds: number | null;
  /** Play time without pauses, seconds; null when unknown and for aborted rounds. */
  readonly durationSeconds: number | null;
  readonly durationSource: DurationSource;
  /** The clock ran out; null when nothing tells. */
  readonly fullTimeUsed: boolean | null;
  readonly differential: Differential;
  /** Name of the Round 1 file that was subtracted. */
  readonly round1File: string | null;
  /** Humans and bots of the round; ghosts left out. */
  readonly players: readonly PlayerRound[];
  /** File flags: `orphan_r2`, `aborted`, `surrender_deduced`, … */
  readonly flags: readonly string[];
}

/**
 * One player's numbers in one round. Null: not measured, for the line had no tab part or its writer no such
 * field. Ratios follow from the numbers.
 */
export interface PlayerRound {
  /** GUID8 upper case as in the file; longer where two humans share it (see @slomix/stopwatch). */
  readonly guid: string;
  readonly name: string;
  readonly rawName: string;
  /** Side in this round; null when unknown or spectator. */
  readonly side: Side | null;
  readonly bot: boolean;
  readonly kills: number;
  /** Deaths by enemies; self kills and team kills are not in it. */
  readonly deaths: number;
  readonly damageGiven: number | null;
  readonly damageReceived: number | null;
  readonly teamDamageGiven: number | null;
  readonly teamDamageReceived: number | null;
  /** Head hits, summed over weapons. */
  readonly headshots: number;
  readonly shots: number;
  readonly hits: number;
  readonly gibs: number | null;
  readonly selfKills: number | null;
  readonly teamKills: number | null;
  readonly teamGibs: number | null;
  readonly revivesGiven: number | null;
  readonly timesRevived: number | null;
  /** May be negative. */
  readonly xp: number | null;
  /** Own time on a team in this round, seconds, snapped to the round when within 7 s; never longer than a known round. */
  readonly timePlayedSeconds: number | null;
  /** Minutes dead, capped to the time played. */
  readonly timeDeadMinutes: number | null;
  /** Percent of the time played, 0–100, one decimal. */
  readonly timeDeadRatio: number | null;
  /** Alive time in percent of team time (tab 8), 0–100. */
  readonly timePlayedPercent: number | null;
  readonly killAssists: number | null;
  readonly killSteals: number | null;
  readonly headshotKills: number | null;
  readonly objectivesStolen: number | null;
  readonly objectivesReturned: number | null;
  readonly dynamitesPlanted: number | null;
  readonly dynamitesDefused: number | null;
  /** Shots of all 28 weapons (tab 20, else the sum of the weapons). */
  readonly bulletsFired: number | null;
  readonly tankMeatshield: number | null;
  readonly usefulKills: number | null;
  readonly uselessKills: number | null;
  /** Seconds that victims of this player stayed dead. */
  readonly deniedPlaytimeSeconds: number | null;
  readonly doubleKills: number | null;
  readonly tripleKills: number | null;
  readonly quadKills: number | null;
  /** Chains of exactly five. */
  readonly multiKills: number | null;
  /** Chains of six or more. */
  readonly megaKills: number | null;
  readonly killingSpreeBest: number | null;
  readonly deathSpreeWorst: number | null;
  readonly fullSelfKills: number | null;
  readonly constructions: number | null;
  /** Derived: kills ÷ deaths; deaths 0 → kills. */
  readonly kdRatio: number;
  /** Derived: damage given a minute; 0 without time. */
  readonly dpm: number;
  /** Derived: kills ÷ (kills + deaths) in percent; 0 when both are 0. */
  readonly efficiency: number;
  /** Derived: hits ÷ shots in percent over all weapons, clamped to 0–100. */
  readonly accuracy: number;
  readonly weapons: readonly WeaponRound[];
  /** Player flags: `counter_reset:<fields>`, `partial_time`, `cumulative`, … */
  readonly flags: readonly string[];
  /** The `rounds` field of the file. */
  readonly roundsHint: number;
  /** The 38 tab values as in the file, so that a row can be derived again; null where the writer has no such field. */
  readonly rawTab: readonly (number | null)[] | null;
}

/** One weapon of one player in one round; rows that are all zero are left out. */
export interface WeaponRound {
  /** Stored name without `WS_`, e.g. `MP40`. */
  readonly weapon: string;
  readonly hits: number;
  readonly shots: number;
  readonly kills: number;
  readonly deaths: number;
  readonly headshots: number;
}

import type { RoundOutcome, Side } from "@slomix/stats-parser";
import type { PairedRound } from "./paired-round.ts";

/** The two teams of a session: people, across side swaps. */
export type TeamLetter = "A" | "B";

/** What a round counts for. */
export type RoundStatus = "completed" | "cancelled" | "substitution" | "orphan_r2" | "aborted";

/** How a match ended. */
export type MatchResult =
  | "time"
  | "held"
  | "double_fullhold"
  | "surrender"
  | "aborted"
  | "incomplete";

/** What the result rests on. */
export type ResultSource = "header" | "time" | "webhook" | "ambiguous" | "incomplete";

/** A round in its session: what it counts for and who attacked. */
export interface SessionRound {
  readonly round: PairedRound;
  readonly status: RoundStatus;
  /** Counts for players and score (a.8): no filler map, bot round, orphan Round 2 or aborted round. */
  readonly valid: boolean;
  readonly botRound: boolean;
  readonly bots: number;
  readonly humans: number;
  /** After the defender normalisation of the match (c.5) and the webhook's surrender (c.3). */
  readonly outcome: RoundOutcome;
  readonly defenderSide: Side | null;
  readonly endReason: "objective" | "surrender" | "time_expired" | "unknown";
  /** `surrender_unconfirmed`, `bot_round`, `filler_map`, … beside those of the file. */
  readonly flags: readonly string[];
  /** Humans by side: file and webhook lists together; GUID8, or longer where two share it. */
  readonly axis: readonly string[];
  readonly allies: readonly string[];
  readonly attackers: TeamLetter | null;
  /** Team that stood on side 1 (Axis). Null: not attributable. */
  readonly axisTeam: TeamLetter | null;
  readonly stopwatchState: "TIME_SET" | "FULL_HOLD" | null;
  readonly timeToBeatSeconds: number | null;
  /** Ordinal of this map's play within the session, from 1; null for what is no match. */
  readonly mapPlaySequence: number | null;
}

/** One map, played or begun. */
export interface SessionMatch {
  readonly map: string;
  readonly matchId: string;
  /** The league's id of the fixture that the map was played for; null: no report tells. */
  readonly fixture: string | null;
  readonly mapPlaySequence: number;
  /** Keys of the two rounds; null where nothing came. */
  readonly round1: string | null;
  readonly round2: string | null;
  /** Null: not counted. */
  readonly winner: TeamLetter | "draw" | null;
  readonly result: MatchResult;
  readonly source: ResultSource;
  readonly counted: boolean;
  readonly pointsA: number;
  readonly pointsB: number;
  /** Side of team A in Round 1; null when not attributable. */
  readonly teamASideInRound1: Side | null;
  /** A sentence for what is out of the ordinary: "roster changed", "Round 2 missing", …; else null. */
  readonly note: string | null;
  /** Flags: `surrender_unconfirmed`, `surrender_deduced`, `surrender_in_hold`, `no_time_data`. */
  readonly flags: readonly string[];
}

/** One roster. */
export interface SessionTeam {
  readonly letter: TeamLetter;
  readonly name: string;
  /** 24-bit RGB; null for default names. */
  readonly color: number | null;
  /** GUID8, or longer where two humans share it; sorted. */
  readonly guids: readonly string[];
  /** Latest clean names, same order. */
  readonly names: readonly string[];
}

/** Somebody came for somebody else within a team. */
export interface Substitution {
  readonly team: TeamLetter;
  /** Null: a late joiner. */
  readonly out: string | null;
  /** Null: an early leaver. */
  readonly in: string | null;
  /** Key of the first round without `out` and with `in`. */
  readonly round: string;
}

/** An evening: rounds with gaps of at most 60 minutes, and people who stay. */
export interface GamingSession {
  /** Date of the first round, server's local date. */
  readonly date: string;
  /** Start of the first round (its end when the start is unknown) and end of the last, unix ms. */
  readonly startMs: number;
  readonly endMs: number;
  /** By end; invalid rounds that fall into the session included. */
  readonly rounds: readonly SessionRound[];
  readonly matches: readonly SessionMatch[];
  /** A then B; empty when there is no round with humans on both sides. */
  readonly teams: readonly SessionTeam[];
  readonly score: { readonly teamA: number; readonly teamB: number; readonly draws: number };
  readonly confidence: "high" | "medium" | "low";
  /** Share of (player, round) that agrees with the team's majority side, 0–1. */
  readonly consistency: number;
  /** A third or more of a match's players changed team at once. */
  readonly reshuffled: boolean;
  readonly substitutions: readonly Substitution[];
}

/** All sessions of a stretch of time, oldest first, and the rounds that stand in none. */
export interface ScoredRounds {
  readonly sessions: readonly GamingSession[];
  readonly outside: readonly SessionRound[];
}

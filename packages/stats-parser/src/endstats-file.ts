import type { FileStamp } from "./file-name.ts";
import type { RoundNumber } from "./stats-file.ts";

/** The categories of awards; `other` holds unknown labels. */
export type AwardCategory =
  | "Combat"
  | "Deaths & Mayhem"
  | "Skills"
  | "Weapons"
  | "Teamwork"
  | "Objectives"
  | "Timing"
  | "other";

/** Whether a Round 2 file's value covers both rounds (`cum`), the round (`rnd`) or a mixture. */
export type AwardScope = "cum" | "rnd" | "mixed";

/** One award of a round. */
export interface Award {
  readonly line: number;
  /** Label, corrected where the writer misprints it. */
  readonly name: string;
  readonly category: AwardCategory;
  readonly scope: AwardScope;
  /** As in the file: no colours, printable ASCII only; may be empty. */
  readonly player: string;
  readonly value: string;
  /** First number of the value; null when there is none. */
  readonly number: number | null;
  /** Second number of `3 kills in 1.2s` (s) and `41.03 percent, 6.15 min` (min). */
  readonly secondNumber: number | null;
  readonly unit: "m" | "s" | "percent" | "x" | "min" | null;
}

/** One line of the duels: what `subject` did against `opponent` in this round. */
export interface VersusLine {
  readonly line: number;
  /** Who owns the block; null in files without VS_HEADER until `assignVersusOwners` finds him. */
  readonly subject: string | null;
  /** 32 characters, upper case, from VS_HEADER. */
  readonly subjectGuid: string | null;
  readonly opponent: string;
  /** The subject killed the opponent. */
  readonly kills: number;
  /** The opponent killed the subject. */
  readonly deaths: number;
}

/** An endstats file. */
export interface EndstatsFile {
  readonly name: string;
  readonly stamp: FileStamp | null;
  /** From the file name; null for a name that does not fit. */
  readonly map: string | null;
  readonly round: RoundNumber | null;
  readonly awards: readonly Award[];
  readonly versus: readonly VersusLine[];
  /** The file names its block owners (newer writer). */
  readonly hasOwners: boolean;
}

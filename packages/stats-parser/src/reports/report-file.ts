import type { ParseError } from "../result.ts";
import type { RoundTelemetry } from "../round-telemetry.ts";
import type { Side, StatsFile } from "../stats-file.ts";
import type { RoundEvents } from "./round-events.ts";

/** How a player moved in one round. Null: this version does not tell. */
export interface PlayerMovement {
  /** Whole GUID. */
  readonly player: string;
  readonly distanceMeters: number | null;
  /** Within 3 s of his spawns. */
  readonly spawnDistanceMeters: number | null;
  readonly spawns: number | null;
  /** Game units a second. */
  readonly averageSpeed: number | null;
  readonly peakSpeed: number | null;
  /** Seconds in each stance; `turtle` is walking slowly, `carrying` an objective, `downed` waiting for a medic. */
  readonly stanceSeconds: Readonly<Record<Stance, number | null>>;
  readonly shovesGiven: number | null;
  readonly shovesReceived: number | null;
}

/** Stances whose seconds are counted. */
export const STANCES = [
  "prone",
  "crouch",
  "mg",
  "lean",
  "carrying",
  "escorting",
  "disguised",
  "sprint",
  "turtle",
  "downed",
] as const;

/** One of {@link STANCES}. */
export type Stance = (typeof STANCES)[number];

/** The league's own words for the fixture that a round belongs to. */
export interface RoundFixture {
  /** Id of the fixture (`matchID`): the maps of one meeting of two teams. */
  readonly id: string;
  /** Team names as written, with colours; null where not told. */
  readonly alphaName: string | null;
  readonly betaName: string | null;
  /** Side on which the team called alpha stood in this round. */
  readonly alphaSide: Side | null;
  /** Who won the fixture, where this round ended it, or the match report tells. */
  readonly winner: "alpha" | "beta" | "draw" | null;
}

/**
 * One round of a league's report. It says what a stats file says and what a webhook says; a stats
 * file of the same round may exist beside it.
 */
export interface RoundReport {
  /** By which the round is known: the file's name, with `#N` for its Nth round where it holds several. */
  readonly name: string;
  /** Base name of the file that holds it. */
  readonly file: string;
  /**
   * Header and player lines as a stats file would have them: fields 0–9 of the 38, the others
   * `absent`; `stamp` as the report's own name has it, else the round's end + 3 s read as UTC.
   */
  readonly stats: StatsFile;
  /** Times, sides and line-ups with whole GUIDs, as a webhook would have them; `source` is `report`. */
  readonly telemetry: RoundTelemetry;
  /** Length in level time, pauses in it, seconds; null where the report has no level times. */
  readonly elapsedSeconds: number | null;
  readonly fixture: RoundFixture | null;
  readonly movement: readonly PlayerMovement[];
  /** Null: nothing tells of any. Before 2.0 there is no gamelog, and lists are empty where not told. */
  readonly events: RoundEvents | null;
}

/** A report file: one round, or the rounds of a league's match report. */
export interface ReportFile {
  /** Base name. */
  readonly name: string;
  readonly shape: "round" | "match";
  /** In order of play, within a day; the others are in `refused`. */
  readonly rounds: readonly RoundReport[];
  /** Rounds that could not be read, or ended more than a day apart; `field` is `rounds[2]…`. */
  readonly refused: readonly ParseError[];
}

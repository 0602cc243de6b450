import type { TeamSlot } from "../session/teams.ts";
import type { MeasuredSums } from "./measured.ts";

/** Somebody's figures over some rounds, as a table of players shows them. */
export interface PlayerLine {
  readonly guid: string;
  /** Bots have no page. */
  readonly bot: boolean;
  readonly name: string;
  readonly rawName: string;
  readonly team: TeamSlot | null;
  readonly rounds: number;
  /** Of a session only. */
  readonly score: number | null;
  readonly sums: MeasuredSums;
}

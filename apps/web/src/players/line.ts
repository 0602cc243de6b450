import type { TeamSlot } from "../session/teams.ts";

/** Somebody's figures over some rounds, as a table of players shows them. Null: not measured. */
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
  readonly kills: number;
  readonly deaths: number;
  readonly damageGiven: number | null;
  readonly damageReceived: number | null;
  readonly secondsPlayed: number | null;
  readonly secondsDead: number | null;
  readonly hits: number;
  readonly shots: number;
  readonly headshotKills: number | null;
  readonly usefulKills: number | null;
  readonly secondsDenied: number | null;
  readonly revives: number | null;
  readonly gibs: number | null;
  readonly objectives: number | null;
  readonly selfKills: number | null;
  readonly teamDamage: number | null;
  readonly xp: number | null;
}

import type { RoundEvidence } from "../src/paired-round.ts";
import { edgeCase, type Evening as Sample, season } from "./samples.ts";

/** A player in a round as the simulated server knew him. */
export interface TruePlayer {
  readonly guid: string;
  readonly team: "A" | "B";
  readonly side: number;
}

/** A round as the simulated server played it. */
export interface TrueRound {
  readonly map: string;
  readonly round: 1 | 2;
  readonly files: { readonly stats?: string };
  readonly players: readonly TruePlayer[];
  readonly winner_side: number;
  readonly defender_side: number;
  readonly duration_ms: number;
  readonly fullhold: boolean;
  readonly surrender: boolean;
  readonly surrender_side: number;
  readonly end_reason: string;
  readonly superseded?: boolean;
}

/** A map as the simulated server played it; `r1` and `r2` count rounds from 1. */
export interface TrueMap {
  readonly map: string;
  readonly r1: number | null;
  readonly r2?: number | null;
  readonly winner?: "A" | "B" | "draw";
  readonly result: string;
  /** A round of a draw of two holds that was given up. */
  readonly surrender_in_hold?: "surrender_r1" | "surrender_r2";
}

/** `truth.json` of an evening or an edge case. */
export interface Truth {
  readonly maps: readonly TrueMap[];
  readonly rounds: readonly TrueRound[];
  readonly score: { readonly A: number; readonly B: number; readonly draw: number };
}

/** An evening: what its files say and what happened. */
export interface Evening {
  readonly name: string;
  readonly evidence: RoundEvidence;
  readonly truth: Truth;
}

/** The edge case `samples/edge/<name>`. */
export function edgeEvening(name: string): Evening {
  return withEvidence(edgeCase(name));
}

/** The 90 evenings of the season, oldest first. */
export function seasonEvenings(): Evening[] {
  return season().map(withEvidence);
}

function withEvidence({ name, truth, stats, webhooks, gametimes }: Sample): Evening {
  return {
    name,
    evidence: { stats, telemetry: [...webhooks, ...gametimes] },
    truth: truth as Truth,
  };
}

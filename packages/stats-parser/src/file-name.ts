import type { RoundNumber } from "./stats-file.ts";

/** The wall-clock stamp in a file name: local time of the server, without a zone. */
export interface FileStamp {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HHMMSS`. */
  readonly time: string;
  /**
   * The stamp read as if it were UTC, in unix milliseconds. Good for order and distance among files
   * of one server; not an instant until a zone is applied.
   */
  readonly naiveMs: number;
}

/** What a file name says. */
export interface RoundFileName {
  readonly kind: "stats" | "endstats" | "webhook" | "proximity";
  readonly stamp: FileStamp;
  readonly map: string;
  readonly round: RoundNumber;
}

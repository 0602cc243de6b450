/** One thing that was looked at. `bad`: something does not work; `note`: somebody should look. */
export interface Finding {
  readonly topic: string;
  readonly level: "ok" | "note" | "bad";
  readonly message: string;
  /** What to do about it. */
  readonly advice?: string;
  /** Cases, one a line. */
  readonly cases?: readonly string[];
  /** How many there are in all, when not all are listed. */
  readonly total?: number;
}

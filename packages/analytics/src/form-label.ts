import { mean, populationDeviation } from "./spread.ts";

/** How a player's DPM moved over an evening. */
export type FormLabel = "VOLATILE" | "RISING" | "FADING" | "STEADY";

/** The form label with what it rests on. */
export interface Form {
  /** Null: fewer than four rounds. */
  readonly label: FormLabel | null;
  /** Population deviation in percent of the mean. */
  readonly volatility: number;
  readonly firstHalf: number;
  readonly secondHalf: number;
}

const ROUNDS = 4;

/** Form from the DPM of an evening's rounds, oldest first. */
export function formOf(dpms: readonly number[]): Form {
  const volatility = (populationDeviation(dpms) / Math.max(1, mean(dpms))) * 100;
  const middle = Math.floor(dpms.length / 2);
  const firstHalf = mean(dpms.slice(0, middle));
  const secondHalf = mean(dpms.slice(middle));
  const label =
    dpms.length < ROUNDS
      ? null
      : volatility > 40
        ? "VOLATILE"
        : secondHalf > 1.15 * firstHalf
          ? "RISING"
          : firstHalf > 1.15 * secondHalf
            ? "FADING"
            : "STEADY";
  return { label, volatility, firstHalf, secondHalf };
}

import type { Period } from "../api/leaderboards.ts";

/** The periods that can be chosen, and what they are called. */
export const periods: readonly { readonly value: Period; readonly label: string }[] = [
  { value: "season", label: "Season" },
  { value: "90d", label: "90 days" },
  { value: "30d", label: "30 days" },
  { value: "all", label: "All time" },
];

/** A period as the address has it, or the usual one. */
export const periodOf = (text: unknown, usual: Period): Period =>
  periods.find(({ value }) => value === text)?.value ?? usual;

import type { Head } from "../head.ts";

/** `/players` */
export const playersHead = (): Head => ({
  title: "Players · Slomix",
  description:
    "Everybody who has played: rounds, time, K/D, damage a minute, and when they played last.",
  module: "src/pages/players/players-page.tsx",
  reads: [],
  status: 200,
});

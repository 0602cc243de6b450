import type { Head } from "../head.ts";

/** `/leaderboards` */
export const leaderboardsHead = (): Head => ({
  title: "Leaderboards · Slomix",
  description: "Who leads in what, over a season, a month or all time, and from how many rounds.",
  module: "src/pages/leaderboards/leaderboards-page.tsx",
  reads: [],
  status: 200,
});

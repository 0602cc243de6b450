import type { Head } from "../head.ts";

/** `/badges` */
export const badgesHead = (): Head => ({
  title: "Badges · Slomix",
  description:
    "Every badge that a career can earn: what it takes, how many hold it, who has come furthest.",
  module: "src/pages/badges/badges-page.tsx",
  reads: ["/api/badges"],
  status: 200,
});

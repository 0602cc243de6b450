import type { Head } from "../head.ts";

/** `/about` */
export const aboutHead = (): Head => ({
  title: "How numbers are made · Slomix",
  description: "What each number means and where it comes from.",
  module: "src/pages/about/about-page.tsx",
  reads: [],
  status: 200,
});

import type { Head } from "../head.ts";

/** `/compare` */
export const compareHead = (): Head => ({
  title: "Compare players · Slomix",
  description: "Two players side by side: number by number, and map by map.",
  module: "src/pages/compare/compare-page.tsx",
  reads: [],
  status: 200,
});

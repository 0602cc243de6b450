import type { Head } from "../head.ts";

/** `/sessions` */
export const sessionsHead = (): Head => ({
  title: "Sessions · Slomix",
  description: "Every evening that was played, with its score, its maps and its players.",
  module: "src/pages/sessions/sessions-page.tsx",
  reads: [],
  status: 200,
});

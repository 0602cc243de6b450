import type { Head } from "../head.ts";

/** `/maps` */
export const mapsHead = (): Head => ({
  title: "Maps · Slomix",
  description:
    "Every map that was played: how often, whether its attacks came through, and the fastest of them.",
  module: "src/pages/maps/maps-page.tsx",
  reads: ["/api/maps"],
  status: 200,
});

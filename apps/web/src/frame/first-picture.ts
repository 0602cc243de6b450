import { createSignal } from "solid-js";

const [painted, setPainted] = createSignal(entersElsewhere());

/**
 * Whether what a visit begins with has been painted. Until then the browser has nothing else to do;
 * from then on every page is drawn whole at once.
 */
export { painted };

/** How long the rest waits at the latest, in ms. */
const PATIENCE = 3000;

/** The browser wants to go to a place further down: after a reload, on the way back, to an anchor. */
function entersElsewhere(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  const type = entry instanceof PerformanceNavigationTiming ? entry.type : "navigate";
  return type !== "navigate" || location.hash !== "";
}

/** What the visit begins with is in the page: after the next picture comes the rest. */
export function noteFirstPicture(): void {
  if (!painted()) requestAnimationFrame(() => setTimeout(setPainted, 0, true));
}

setTimeout(setPainted, PATIENCE, true);

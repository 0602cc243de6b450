// Where on its first page a visit wants to be. The router sees to that on every other page, whose data
// it finds in memory; on the first one the page is still short when it looks.

const KEY = "place";

/** Goes there; false: the page has not come so far yet. */
type Place = () => boolean;

let wanted: Place | null = anchor() ?? left();

/** The part that the address names. */
function anchor(): Place | null {
  try {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id === "") return null;
    return () => {
      const part = document.getElementById(id);
      part?.scrollIntoView();
      return part !== null;
    };
  } catch {
    return null;
  }
}

/** How far down the page was when it was left by a reload, or for another site and back. */
function left(): Place | null {
  if (!isReturn()) return null;
  try {
    const [href, y] = (sessionStorage.getItem(KEY) ?? "").split(" ");
    if (href !== location.href || !(Number(y) > 0)) return null;
    return () => {
      const root = document.documentElement;
      if (root.scrollHeight - root.clientHeight < Number(y)) return false;
      scrollTo(0, Number(y));
      return true;
    };
  } catch {
    return null;
  }
}

/** Whether the visit begins with a page that was looked at before. */
function isReturn(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type !== "navigate";
}

/** Whether the visit wants to be further down than the beginning of its page. */
export const entersBelow = (): boolean => isReturn() || location.hash !== "";

let routed = false;

/** Something has come into the page: goes to where the visit wants to be, once it is there. */
export function goToPlace(): void {
  if (wanted?.() && routed) wanted = null;
}

/** The router has shown its first page, and gone to where it takes the visit to have been: mostly the top. */
export function routerHasShown(): void {
  routed = true;
  goToPlace();
}

// Whoever moves before that wants to be elsewhere.
const forget = () => {
  wanted = null;
};
for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"])
  addEventListener(kind, forget, { once: true, passive: true });
addEventListener("pagehide", () => {
  try {
    sessionStorage.setItem(KEY, `${location.href} ${Math.round(scrollY)}`);
  } catch {
    // No storage: the page begins at its top.
  }
});

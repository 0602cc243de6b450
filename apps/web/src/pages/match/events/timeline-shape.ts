/** Men alive from a moment on. */
export interface Step {
  readonly atMs: number;
  readonly axis: number;
  readonly allies: number;
}

/** Where the timeline lies, px. */
export interface TimelineBox {
  readonly left: number;
  readonly right: number;
  /** Middle of the band of men alive. */
  readonly middle: number;
  /** Height of one man. */
  readonly man: number;
}

/** Round lengths between two marks of the clock, s: the first that leaves them room is taken. */
const MARKS = [30, 60, 120, 300, 600, 1800, 3600];
/** Room that a mark needs, px. */
const MARK_ROOM = 56;

/** Where a moment of a round of this length lies, px. */
export function placeOf(atMs: number, lengthMs: number, box: TimelineBox): number {
  const share = lengthMs > 0 ? Math.min(1, Math.max(0, atMs / lengthMs)) : 0;
  return Math.round((box.left + share * (box.right - box.left)) * 10) / 10;
}

/** Moments at which the clock is marked, ms. */
export function marksOf(lengthMs: number, box: TimelineBox): number[] {
  const most = Math.max(1, (box.right - box.left) / MARK_ROOM);
  const apart = (MARKS.find((seconds) => lengthMs / 1000 / seconds <= most) ?? 7200) * 1000;
  return Array.from({ length: Math.floor(lengthMs / apart) + 1 }, (_, i) => i * apart);
}

/** Two stepped areas: Axis up from the middle, Allies down. */
export function aliveAreas(
  steps: readonly Step[],
  lengthMs: number,
  box: TimelineBox,
): { readonly axis: string; readonly allies: string } {
  const area = (heightOf: (step: Step) => number) => {
    let path = `M${box.left} ${box.middle}`;
    for (const step of steps)
      path += `H${placeOf(step.atMs, lengthMs, box)}V${box.middle + heightOf(step)}`;
    return steps.length === 0 ? "" : `${path}H${box.right}V${box.middle}Z`;
  };
  return {
    axis: area(({ axis }) => -axis * box.man),
    allies: area(({ allies }) => allies * box.man),
  };
}

/** The moment nearest to a place; null where there is none. The first of several. */
export function nearest(
  moments: readonly { readonly atMs: number }[],
  x: number,
  lengthMs: number,
  box: TimelineBox,
): number | null {
  let found: number | null = null;
  let away = Number.POSITIVE_INFINITY;
  for (const [i, { atMs }] of moments.entries()) {
    const distance = Math.abs(placeOf(atMs, lengthMs, box) - x);
    if (distance >= away) continue;
    away = distance;
    found = i;
  }
  return found;
}

/** Where the front is drawn, in the units of its picture. */
export interface FrontBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The drawing of a front: the line of the lead, and the areas below it by who is ahead. */
export interface FrontShape {
  readonly line: string;
  readonly areaA: string;
  readonly areaB: string;
  /** Middle of each match, left to right. */
  readonly centres: readonly number[];
  readonly zero: number;
  /** Greatest lead of the scale; the lines of the grid lie at −reach … reach. */
  readonly reach: number;
  y(lead: number): number;
}

/** The line steps at the middle of each match, and stays until the middle of the next. */
export function frontShape(leads: readonly number[], box: FrontBox): FrontShape {
  const reach = Math.max(2, ...leads.map(Math.abs));
  const zero = (box.top + box.bottom) / 2;
  const unit = (box.bottom - box.top) / (2 * reach);
  const y = (lead: number) => round(zero - lead * unit);
  const step = (box.right - box.left) / Math.max(1, leads.length);
  const centres = leads.map((_, i) => round(box.left + step * (i + 0.5)));
  let line = `M${box.left} ${y(0)}`;
  let areaA = "";
  let areaB = "";
  for (const [i, lead] of leads.entries()) {
    const from = centres[i] ?? box.left;
    const to = centres[i + 1] ?? box.right;
    line += `H${from}V${y(lead)}`;
    const area = `M${from} ${y(0)}V${y(lead)}H${to}V${y(0)}Z`;
    if (lead > 0) areaA += area;
    else if (lead < 0) areaB += area;
  }
  return { line: `${line}H${box.right}`, areaA, areaB, centres, zero: y(0), reach, y };
}

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * A value over sums, as data, so that code, SQL and documentation say the same:
 * factor × (Σ of − Σ less) ÷ (Σ per − Σ perLess), at most `most`.
 */
export interface Formula<Key extends string> {
  readonly of: readonly Key[];
  readonly less?: readonly Key[];
  /** Absent: the value is a sum and no ratio. */
  readonly per?: readonly Key[];
  readonly perLess?: readonly Key[];
  readonly factor?: number;
  /** What a ratio is when there is nothing to divide by: the sum itself, or 0 (default). */
  readonly withoutPer?: "sum" | "zero";
  readonly most?: number;
}

/** Sums are exact to thousandths: what is less is noise of subtracting, and no divisor. */
const NOTHING = 0.0005;

/** The value; always a finite number for finite sums. */
export function evaluate<Key extends string>(
  formula: Formula<Key>,
  sums: Readonly<Record<Key, number>>,
): number {
  const { of, less = [], per, perLess = [], factor = 1, withoutPer = "zero", most } = formula;
  const total = (keys: readonly Key[]) => keys.reduce((sum, key) => sum + sums[key], 0);
  const sum = total(of) - total(less);
  const divisor = per ? total(per) - total(perLess) : 1;
  const value =
    divisor > NOTHING ? (sum / divisor) * factor : withoutPer === "sum" ? sum * factor : 0;
  return most === undefined ? value : Math.min(most, value);
}

/**
 * The formula in words, for pages and API documentation.
 *
 * @param label What a sum is called.
 */
export function describeFormula<Key extends string>(
  formula: Formula<Key>,
  label: (key: Key) => string,
): string {
  const { of, less = [], per, perLess = [], factor = 1, withoutPer } = formula;
  const side = (plus: readonly Key[], minus: readonly Key[]) => {
    const text = [plus.map(label).join(" + "), ...minus.map(label)].join(" − ");
    return plus.length + minus.length > 1 && per ? `(${text})` : text;
  };
  const times = factor === 1 ? "" : ` × ${factor}`;
  if (!per) return `${side(of, less)}${times}`;
  const text = `${side(of, less)}${times} ÷ ${side(per, perLess)}`;
  return withoutPer === "sum"
    ? `${text}; without ${per.map(label).join(" + ")}: ${of.map(label).join(" + ")}`
    : text;
}

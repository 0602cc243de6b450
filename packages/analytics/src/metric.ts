import type { SumKey } from "./counters.ts";
import type { Formula } from "./formula.ts";
import type { PlayerSums, WeaponSumKey } from "./player-sums.ts";

/** How a value is written. */
export type MetricFormat = "number" | "percent" | "duration";

/** What a metric needs before it says something. */
export interface MetricMinimum {
  /** Rounds over all time, and under any filter of period, map, side, class or session. */
  readonly rounds: { readonly allTime: number; readonly filtered: number };
  /** Other sums that must reach a bound, such as 1000 shots. */
  readonly sums: Readonly<Partial<Record<SumKey, number>>>;
}

/** A number that is shown to players, described once for everything that shows it. */
export interface Metric<Key extends string = string> {
  readonly key: Key;
  readonly label: string;
  readonly unit:
    | "count"
    | "ratio"
    | "HP"
    | "HP/min"
    | "%"
    | "s"
    | "s/min"
    | "XP"
    | "per round"
    | "per min";
  /** Over the sums of a player. */
  readonly formula: Formula<SumKey>;
  /** The same for one class of weapons; null where weapons are not told apart. */
  readonly weaponFormula: Formula<WeaponSumKey> | null;
  /** What that needs of the class, beside rounds. */
  readonly weaponMinimum: Readonly<Partial<Record<WeaponSumKey, number>>>;
  /** A sum grows with every round, a rate does not, a record is the best of all. */
  readonly kind: "sum" | "rate" | "record";
  /** Which value stands on top. `none`: neither is better. */
  readonly direction: "high" | "low" | "none";
  readonly minimum: MetricMinimum;
  /** What it means, in one sentence. */
  readonly meaning: string;
  readonly decimals: number;
  readonly format: MetricFormat;
}

/** What a metric may leave open in the table. */
type Row = Pick<Metric, "label" | "meaning"> &
  Partial<
    Pick<Metric, "unit" | "direction" | "decimals" | "format" | "weaponFormula" | "weaponMinimum">
  > & {
    readonly needs?: MetricMinimum["sums"];
  };

/** Rates of few rounds are luck. */
const RATE_ROUNDS = { allTime: 50, filtered: 10 };
const TOTAL_ROUNDS = { allTime: 10, filtered: 10 };
/** HP: a rate of somebody who hardly fired is none. */
const RATE_DAMAGE = { damageGiven: 300 };

/** A counter, or several added up. */
export function total(of: readonly SumKey[], row: Row): Omit<Metric, "key"> {
  const { needs = {}, ...rest } = row;
  return {
    unit: "count",
    direction: "high",
    decimals: 0,
    format: "number",
    weaponFormula: null,
    weaponMinimum: {},
    ...rest,
    formula: { of },
    kind: "sum",
    minimum: { rounds: TOTAL_ROUNDS, sums: needs },
  };
}

/** The best, or worst, of all rounds. */
export function record(of: SumKey, row: Row): Omit<Metric, "key"> {
  return { ...total([of], row), kind: "record" };
}

/** A ratio of sums. */
export function rate(formula: Formula<SumKey>, row: Row): Omit<Metric, "key"> {
  const { needs = {}, ...rest } = row;
  return {
    unit: "ratio",
    direction: "high",
    decimals: 2,
    format: "number",
    weaponFormula: null,
    weaponMinimum: {},
    ...rest,
    formula,
    kind: "rate",
    minimum: { rounds: RATE_ROUNDS, sums: { ...RATE_DAMAGE, ...needs } },
  };
}

/** A share of sums in percent, one decimal. */
export function share(formula: Formula<SumKey>, row: Row): Omit<Metric, "key"> {
  return rate({ factor: 100, ...formula }, { unit: "%", decimals: 1, format: "percent", ...row });
}

/** Something for each round, two decimals. */
export function perRound(of: readonly SumKey[], row: Row): Omit<Metric, "key"> {
  return rate({ of, per: ["rounds"] }, { unit: "per round", ...row });
}

/** What {@link Metric.formula} reads. */
export type MetricSums = Pick<PlayerSums, SumKey>;

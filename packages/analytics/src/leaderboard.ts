import { type Answer, answer, refuse } from "./answer.ts";
import { BOARD_KEYS, BOARDS, type BoardKey, isBoard } from "./boards.ts";
import type { SumKey } from "./counters.ts";
import { describeFormula, evaluate, type Formula } from "./formula.ts";
import type { Metric } from "./metric.ts";
import { METRICS, type MetricKey } from "./metrics.ts";
import type { PeriodWindow } from "./period.ts";
import type { PlayerRow } from "./player-row.ts";
import { emptySums } from "./player-sums.ts";
import { type PlayerEntry, playerEntries } from "./players.ts";
import { type RankedPlayer, rank, type UnrankedPlayer } from "./ranking.ts";
import { filterRows, type RoundFilter } from "./round-filter.ts";
import { type SampleMinimum, type SumName, sampleMinimum, sumName } from "./sample.ts";
import { WEAPON_CLASS_KEYS, WEAPON_CLASSES, type WeaponClass } from "./weapon-classes.ts";

/** Which part of which leaderboard. */
export interface BoardOptions {
  readonly weaponClass?: WeaponClass | undefined;
  /** Bounds that replace the metric's own, such as `{ rounds: 5 }`. */
  readonly minimum?: SampleMinimum | undefined;
  /** Rows of a page, 1 to 100; default 10. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

/** A row of a page. */
export interface BoardRow extends RankedPlayer {
  /** Other values that the board shows, in its order. */
  readonly shown: Readonly<Partial<Record<MetricKey, number>>>;
}

/** A page of a leaderboard, with everything that its reader should know. */
export interface Leaderboard {
  readonly board: BoardKey;
  readonly metric: Metric<MetricKey>;
  /** The formula in words. */
  readonly formula: string;
  readonly weaponClass: WeaponClass | null;
  readonly minimum: SampleMinimum;
  /** Players who reach the minimum, and the pages that they fill. */
  readonly total: number;
  readonly pages: number;
  readonly rows: readonly BoardRow[];
  /** Everybody under the minimum with what is missing, not paged. */
  readonly below: readonly UnrankedPlayer[];
}

/** A leaderboard made of rows: the period that was applied belongs to it. */
export interface FilteredLeaderboard extends Leaderboard {
  readonly window: PeriodWindow;
}

const PAGE = 10;
const LONGEST_PAGE = 100;

/**
 * A leaderboard over players whose sums are known.
 *
 * @param filtered The sums are of a part of the rounds: then 10 rounds do on rate boards, else 50.
 */
export function boardOf(
  key: string,
  players: readonly PlayerEntry[],
  filtered: boolean,
  options: BoardOptions = {},
): Answer<Leaderboard> {
  if (!isBoard(key)) {
    return refuse(
      "unknown_metric",
      `there is no leaderboard ${key}; there are ${BOARD_KEYS.join(", ")}`,
    );
  }
  const { weaponClass } = options;
  const metric = METRICS[key];
  if (weaponClass !== undefined && !WEAPON_CLASS_KEYS.includes(weaponClass)) {
    return refuse(
      "no_weapon_class",
      `there is no class ${weaponClass}; there are ${WEAPON_CLASS_KEYS.join(", ")}`,
    );
  }
  if (weaponClass !== undefined && !metric.weaponFormula) {
    return refuse("no_weapon_class", `${metric.label} is not known by class of weapons`);
  }
  const taking = weaponClass === undefined ? players : ofClass(players, weaponClass);
  const minimum =
    weaponClass === undefined
      ? sampleMinimum(metric.minimum, filtered, options.minimum)
      : { rounds: metric.minimum.rounds.filtered, ...metric.weaponMinimum, ...options.minimum };
  const formula = formulaOf(key, weaponClass) ?? metric.formula;
  const name = weaponClass === undefined ? sumName : weaponSumName(weaponClass);
  const { ranked, below } = rank(taking, key, minimum, { formula, name });
  const limit = whole(options.limit, PAGE, 1, LONGEST_PAGE);
  const offset = whole(options.offset, 0, 0, Number.MAX_SAFE_INTEGER);
  const entries = new Map(taking.map((player) => [player.guid, player]));
  return answer({
    board: key,
    metric,
    formula: describeFormula(formula, name),
    weaponClass: weaponClass ?? null,
    minimum,
    total: ranked.length,
    pages: Math.ceil(ranked.length / limit),
    rows: ranked.slice(offset, offset + limit).map((player) => ({
      ...player,
      shown: shownValues(key, weaponClass, entries.get(player.guid)),
    })),
    below,
  });
}

/** A leaderboard over rows; rows that do not count are left out here. */
export function leaderboard(
  key: string,
  rows: readonly PlayerRow[],
  filter: RoundFilter = {},
  options: BoardOptions = {},
): Answer<FilteredLeaderboard> {
  const found = filterRows(rows, filter);
  if (!found.ok) return found;
  const { window, filtered } = found.value;
  const board = boardOf(key, playerEntries(found.value.rows), filtered, options);
  return board.ok ? answer({ ...board.value, window }) : board;
}

function formulaOf(key: MetricKey, weaponClass: WeaponClass | undefined): Formula<SumKey> | null {
  return weaponClass === undefined ? METRICS[key].formula : METRICS[key].weaponFormula;
}

/** What sums of one class of weapons are called: `hits with SMG`. */
export function weaponSumName(weaponClass: WeaponClass): SumName {
  const label = WEAPON_CLASSES.find(({ key }) => key === weaponClass)?.label ?? weaponClass;
  return (sum) => `${sum === "headshots" ? "head hits" : sum} with ${label}`;
}

/** What players did with one class of weapons; who never used it is not among them. */
function ofClass(players: readonly PlayerEntry[], weaponClass: WeaponClass): PlayerEntry[] {
  return players.flatMap(({ guid, name, sums }) => {
    const own = sums.classes[weaponClass];
    return own.rounds > 0 ? [{ guid, name, sums: { ...emptySums(), ...own } }] : [];
  });
}

function shownValues(
  key: BoardKey,
  weaponClass: WeaponClass | undefined,
  player: PlayerEntry | undefined,
) {
  const shown: Partial<Record<MetricKey, number>> = {};
  for (const metric of BOARDS[key].shows) {
    const formula = formulaOf(metric, weaponClass);
    if (formula && player) shown[metric] = evaluate(formula, player.sums);
  }
  return shown;
}

function whole(value: number | undefined, otherwise: number, least: number, most: number): number {
  if (value === undefined || !Number.isFinite(value)) return otherwise;
  return Math.min(most, Math.max(least, Math.floor(value)));
}

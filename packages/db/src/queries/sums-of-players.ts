import {
  emptySums,
  type PlayerEntry,
  type PlayerSums,
  previousSeason,
  type Season,
  type SumKey,
  seasonOfDate,
  type WeaponClass,
} from "@slomix/analytics";
import type { Side } from "@slomix/stats-parser";
import { mapKey } from "@slomix/stopwatch";
import type { Reader, SqlValue } from "../database.ts";
import {
  CLASS_COLUMNS,
  type ClassColumn,
  TOTAL_COLUMNS,
  type TotalColumn,
} from "../schema/sum-columns.ts";
import { COUNTED } from "./counted-rounds.ts";
import { joinName, nameColumns } from "./player-name.ts";
import type { RoundsWindow } from "./rounds-window.ts";
import { ofRound, PLAYED, summed } from "./sum-sql.ts";

/** Whose sums over which rounds, and which of them. */
export interface SumsWanted {
  readonly window: RoundsWindow;
  /** In any case. */
  readonly map?: string | undefined;
  readonly side?: Side | undefined;
  /** Default everybody. */
  readonly guids?: readonly string[] | undefined;
  /** Default all sums; what is not asked for is 0. */
  readonly sums?: ReadonlySet<SumKey> | undefined;
  readonly weaponClass?: WeaponClass | undefined;
}

/** A player with sums and the name to show. */
export interface NamedEntry extends PlayerEntry {
  /** With colour codes. */
  readonly rawName: string;
}

type Column = TotalColumn | ClassColumn;

/**
 * Sums of humans over the rounds of a window that count, by GUID. Who has no such round is not among
 * them. One statement: over sums that are kept with the rounds, and single rounds where the window
 * begins or ends within a day.
 */
export async function sumsOfPlayers(db: Reader, wanted: SumsWanted): Promise<NamedEntry[]> {
  const columns = columnsOf(wanted);
  const params: SqlValue[] = [];
  const bind = (value: SqlValue) => `$${params.push(value)}`;
  const rows = await db.query<SumsRow>(
    `select s.guid, ${nameColumns("s.guid")}, s.sums
     from (
       select guid, array[${columns.map((column, i) => asFloat(summed(column, `v${i}`))).join(", ")}] as sums
       from (${sourceOf(wanted, columns, bind)}) part group by guid
     ) s ${joinName("s.guid")} order by s.guid collate "C"`,
    params,
  );
  return rows.map(({ guid, name, rawName, sums }) => ({
    guid,
    name,
    rawName,
    sums: toSums(columns, sums),
  }));
}

interface SumsRow {
  readonly guid: string;
  readonly name: string;
  readonly rawName: string;
  readonly sums: readonly number[];
}

function columnsOf({ sums, weaponClass }: SumsWanted): Column[] {
  if (weaponClass !== undefined)
    return CLASS_COLUMNS.filter((column) => column.weaponClass === weaponClass);
  return sums === undefined ? [...TOTAL_COLUMNS, ...CLASS_COLUMNS] : totalColumns(sums);
}

/** Humans with their sums over the rounds of a session that count, and their last names in it. One statement. */
export async function sumsOfSession(
  db: Reader,
  sessionId: number,
  sums: ReadonlySet<SumKey>,
): Promise<NamedEntry[]> {
  const columns = totalColumns(sums);
  const rows = await db.query<SumsRow>(
    `select p.player_guid as guid,
       (array_agg(p.clean_name order by r.round_ended_at desc))[1] as name,
       (array_agg(p.player_name order by r.round_ended_at desc))[1] as "rawName",
       array[${columns.map((column) => asFloat(summed(column, ofRound(column)))).join(", ")}] as sums
     from ${PLAYED} where r.gaming_session_id = $1 and ${COUNTED} and not p.is_bot
     group by p.player_guid`,
    [sessionId],
  );
  return rows.map((row) => ({ ...row, sums: toSums(columns, row.sums) }));
}

/** One player's sums of all time by map, lower case. One statement. */
export async function sumsByMap(
  db: Reader,
  guid: string,
  sums: ReadonlySet<SumKey>,
): Promise<{ readonly map: string; readonly sums: PlayerSums }[]> {
  const columns = totalColumns(sums);
  const rows = await db.query<{ map: string; sums: readonly number[] }>(
    `select t.map_name as map,
       array[${columns.map((column) => asFloat(summed(column, `t.${column.column}`))).join(", ")}] as sums
     from player_totals t where t.player_guid = $1 and t.period = 'all' and t.map_name <> ''
     group by t.map_name`,
    [guid],
  );
  return rows.map(({ map, sums: values }) => ({ map, sums: toSums(columns, values) }));
}

const totalColumns = (sums: ReadonlySet<SumKey>): TotalColumn[] =>
  TOTAL_COLUMNS.filter((column) => sums.has(column.sum));

type Bind = (value: SqlValue) => string;

/** Rows `guid, v0, v1, …` that add up to what is wanted. */
function sourceOf(wanted: SumsWanted, columns: readonly Column[], bind: Bind): string {
  const { window } = wanted;
  const { period } = window;
  const whole = window.open && period.kind !== "days";
  const byDays = window.fromDate !== null || window.toDate !== null;
  if (whole && period.kind === "all" && !byDays) return fromTotals(wanted, columns, "all", bind);
  if (whole && period.kind === "season" && isSeason(window))
    return fromTotals(wanted, columns, period.id, bind);
  if (wanted.map !== undefined) return fromSeasons(wanted, columns, bind);
  return fromDays(wanted, columns, bind);
}

/** Nothing narrows the season: the days are its own. */
function isSeason({ period, fromDate, toDate }: RoundsWindow): boolean {
  if (period.kind !== "season" || fromDate === null || toDate === null) return false;
  const [year, quarter] = period.id.split("-Q").map(Number) as [number, number];
  const first = new Date(Date.UTC(year, (quarter - 1) * 3, 1)).toISOString().slice(0, 10);
  const last = new Date(Date.UTC(year, quarter * 3, 0)).toISOString().slice(0, 10);
  return fromDate === first && toDate === last;
}

function fromTotals(
  wanted: SumsWanted,
  columns: readonly Column[],
  period: string,
  bind: Bind,
): string {
  const where = [
    // Said outright, for the planner to know that these are many.
    `t.period = ${period === "all" ? "'all'" : bind(period)}`,
    `t.map_name = ${bind(mapKey(wanted.map ?? ""))}`,
    ...who(wanted, "t.player_guid", "t.side", bind),
  ];
  return `select t.player_guid as guid, ${kept(columns)} from player_totals t where ${where.join(" and ")}`;
}

const DAY = 86_400_000;
// A date in a file name is the server's, and the instant of the round UTC: never two days apart.
const APART = 2;

function fromDays(wanted: SumsWanted, columns: readonly Column[], bind: Bind): string {
  const { fromMs, open } = wanted.window;
  const endMs = open ? null : wanted.window.asOfMs;
  const { first, last } = wholeDays(wanted.window);
  const inner = [
    ...(first === null ? [] : [`t.round_date >= ${bind(first)}::date`]),
    ...(last === null ? [] : [`t.round_date <= ${bind(last)}::date`]),
  ];
  const days = `select t.player_guid as guid, ${kept(columns)} from player_days t
    where ${["true", ...inner, ...who(wanted, "t.player_guid", "t.side", bind)].join(" and ")}`;
  const edges = [
    ...(fromMs === null || first === null
      ? []
      : [
          `(r.round_date >= ${bind(dayOf(fromMs - APART * DAY))}::date and r.round_date < ${bind(first)}::date)`,
        ]),
    ...(endMs === null || last === null
      ? []
      : [
          `(r.round_date > ${bind(last)}::date and r.round_date <= ${bind(dayOf(endMs + APART * DAY))}::date)`,
        ]),
  ];
  if (edges.length === 0) return days;
  // Where the edges meet there is no whole day between them, and a round stands in both.
  return `${first !== null && last !== null && first > last ? "" : `${days} union all `}${fromRounds(wanted, columns, [`(${edges.join(" or ")})`], bind)}`;
}

/** Days of which every round lies in the window; null: no bound. */
function wholeDays({ fromMs, asOfMs, fromDate, toDate, open }: RoundsWindow) {
  return {
    first: max(fromMs === null ? null : dayOf(fromMs + APART * DAY), fromDate),
    last: min(open || asOfMs === null ? null : dayOf(asOfMs - APART * DAY), toDate),
  };
}

/** On one map there are no sums by day: seasons that lie in the window as a whole, and single rounds. */
function fromSeasons(wanted: SumsWanted, columns: readonly Column[], bind: Bind): string {
  const seasons = wholeSeasons(wanted.window);
  const [newest, oldest] = [seasons[0], seasons.at(-1)];
  if (!newest || !oldest) return fromRounds(wanted, columns, ["true"], bind);
  const totals = seasons.map(({ id }) => fromTotals(wanted, columns, id, bind));
  // The instants say the same as the days, roughly: an index on a map's rounds knows them.
  const instant = (day: string, days: number) => bind(new Date(Date.parse(day) + days * DAY));
  const before = [
    `r.round_date < ${bind(oldest.firstDay)}::date`,
    `r.round_ended_at < ${instant(oldest.firstDay, APART)}`,
  ];
  const after = [
    `r.round_date > ${bind(newest.lastDay)}::date`,
    `r.round_ended_at > ${instant(newest.lastDay, -APART)}`,
  ];
  const around = [before, after].map((where) => fromRounds(wanted, columns, where, bind));
  return [...totals, ...around].join(" union all ");
}

/** Newest first. */
function wholeSeasons(window: RoundsWindow): Season[] {
  const { first, last } = wholeDays(window);
  let season = seasonOfDate(last ?? window.newest?.date ?? "");
  if (first === null || !season) return [];
  if (last !== null && season.lastDay > last) season = previousSeason(season);
  const seasons: Season[] = [];
  for (; season.firstDay >= first; season = previousSeason(season)) seasons.push(season);
  return seasons;
}

function fromRounds(
  wanted: SumsWanted,
  columns: readonly Column[],
  more: readonly string[],
  bind: Bind,
): string {
  const { fromMs, asOfMs, fromDate, toDate, open } = wanted.window;
  const where = [
    COUNTED,
    "not p.is_bot",
    ...(fromMs === null ? [] : [`r.round_ended_at > ${bind(new Date(fromMs))}`]),
    ...(open || asOfMs === null ? [] : [`r.round_ended_at <= ${bind(new Date(asOfMs))}`]),
    ...(fromDate === null ? [] : [`r.round_date >= ${bind(fromDate)}::date`]),
    ...(toDate === null ? [] : [`r.round_date <= ${bind(toDate)}::date`]),
    ...(wanted.map === undefined ? [] : [`lower(r.map_name) = ${bind(mapKey(wanted.map))}`]),
    ...who(wanted, "p.player_guid", "p.team", bind),
    ...more,
  ];
  return `select p.player_guid as guid, ${columns.map((column, i) => `${asFloat(ofRound(column))} as v${i}`).join(", ")}
    from ${PLAYED} where ${where.join(" and ")}`;
}

function who(wanted: SumsWanted, guid: string, side: string, bind: Bind): string[] {
  return [
    ...(wanted.guids === undefined ? [] : [`${guid} = any(${bind([...wanted.guids])})`]),
    ...(wanted.side === undefined ? [] : [`${side} = ${bind(wanted.side)}`]),
  ];
}

const kept = (columns: readonly Column[]) =>
  columns.map(({ column }, i) => `${asFloat(`t.${column}`)} as v${i}`).join(", ");

const asFloat = (value: string) => `(${value})::float8`;

const NOTHING = emptySums();

function toSums(columns: readonly Column[], values: readonly number[]): PlayerSums {
  const sums = { ...NOTHING } as { -readonly [K in keyof PlayerSums]: PlayerSums[K] };
  const classes: Partial<Record<WeaponClass, Record<string, number>>> = {};
  columns.forEach((column, i) => {
    const value = values[i] ?? 0;
    if ("weaponClass" in column) {
      const own = classes[column.weaponClass] ?? { ...NOTHING.classes[column.weaponClass] };
      own[column.sum] = value;
      classes[column.weaponClass] = own;
    } else (sums as Record<SumKey, number>)[column.sum] = value;
  });
  return { ...sums, classes: { ...NOTHING.classes, ...classes } as PlayerSums["classes"] };
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const max = (a: string | null, b: string | null) => (a === null ? b : b === null || a > b ? a : b);
const min = (a: string | null, b: string | null) => (a === null ? b : b === null || a < b ? a : b);

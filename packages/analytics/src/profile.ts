import { type Answer, answer, refuse } from "./answer.ts";
import { badgesOf, type EarnedBadge } from "./badges.ts";
import { byTime, compareText } from "./counted-round.ts";
import { roundDpm } from "./form-rows.ts";
import { rowsByMap } from "./map-affinity.ts";
import { METRIC_KEYS, METRICS, type MetricKey, metricValue, metricValues } from "./metrics.ts";
import { type MilestoneProgress, milestonesOf } from "./milestones.ts";
import type { PeriodWindow } from "./period.ts";
import { amount, type PlayerRow } from "./player-row.ts";
import { type PlayerSums, sumRows, sumWeapons, type WeaponSums } from "./player-sums.ts";
import { newestName } from "./players.ts";
import { filterRows, type RoundFilter } from "./round-filter.ts";
import { type Sample, sampleMinimum, sampleOf } from "./sample.ts";
import { type WeaponClass, weaponClassOf } from "./weapon-classes.ts";

/** A number of a profile: what it is, how much stands behind it, and why it may be small. */
export interface ProfileMetric {
  readonly metric: MetricKey;
  readonly value: number;
  readonly sample: Sample;
}

/** A part of a career: a map, a side. */
export interface ProfilePart {
  readonly rounds: number;
  readonly sums: PlayerSums;
  readonly values: Readonly<Record<MetricKey, number>>;
}

/** A weapon of a career. */
export interface ProfileWeapon extends WeaponSums {
  readonly weapon: string;
  readonly class: WeaponClass | null;
  /** Hits in percent of shots, at most 100. */
  readonly accuracy: number;
  /** Head hits in percent of hits, at most 100. */
  readonly headshotHits: number;
}

/** A name that somebody bore. */
export interface ProfileName {
  readonly name: string;
  readonly rounds: number;
  readonly lastSeenMs: number;
}

/** A round worth remembering. */
export interface RecordRound {
  readonly metric: "kills" | "damage" | "dpm" | "revives";
  readonly value: number;
  readonly roundKey: string;
  readonly map: string;
  readonly date: string;
}

/** A player over the rounds within a filter. */
export interface Profile {
  readonly guid: string;
  readonly name: string;
  readonly window: PeriodWindow;
  readonly firstSeenMs: number;
  readonly lastSeenMs: number;
  readonly sessions: number;
  readonly sums: PlayerSums;
  readonly metrics: readonly ProfileMetric[];
  /** By map, lower case; most rounds first. */
  readonly maps: readonly (ProfilePart & { readonly map: string })[];
  /** Axis, then Allies; a side never played is left out. */
  readonly sides: readonly (ProfilePart & { readonly side: 1 | 2 })[];
  /** Most kills first. */
  readonly weapons: readonly ProfileWeapon[];
  /** Newest first. */
  readonly names: readonly ProfileName[];
  /** Newest first, at most 20. */
  readonly recent: readonly PlayerRow[];
  readonly records: readonly RecordRound[];
  /** Of the rounds within the filter; those of a career need a profile of all time. */
  readonly badges: readonly EarnedBadge[];
  readonly milestones: readonly MilestoneProgress[];
}

const RECENT = 20;

/** The profile of one player by GUID. Rows of others do no harm. */
export function profile(
  guid: string,
  rows: readonly PlayerRow[],
  filter: RoundFilter = {},
): Answer<Profile> {
  const found = filterRows(rows, filter);
  if (!found.ok) return found;
  const own = found.value.rows.filter((row) => row.guid === guid).sort(byTime);
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last)
    return refuse("no_rounds", `no round that counts: ${found.value.window.words}`);
  const sums = sumRows(own);
  return answer({
    guid,
    name: newestName(own),
    window: found.value.window,
    firstSeenMs: first.round.endMs,
    lastSeenMs: last.round.endMs,
    sessions: new Set(own.flatMap(({ round }) => round.sessionId ?? [])).size,
    sums,
    metrics: METRIC_KEYS.map((metric) => ({
      metric,
      value: metricValue(metric, sums),
      sample: sampleOf(sums, sampleMinimum(METRICS[metric].minimum, true)),
    })),
    maps: [...rowsByMap(own)]
      .map(([map, part]) => ({ map, ...partOf(part) }))
      .sort((a, b) => b.rounds - a.rounds || compareText(a.map, b.map)),
    sides: ([1, 2] as const).flatMap((side) => {
      const part = own.filter((row) => row.side === side);
      return part.length > 0 ? [{ side, ...partOf(part) }] : [];
    }),
    weapons: weaponsOf(own),
    names: namesOf(own),
    recent: own.toReversed().slice(0, RECENT),
    records: recordsOf(own),
    badges: badgesOf(sums),
    milestones: milestonesOf(guid, sums),
  });
}

function partOf(rows: readonly PlayerRow[]): ProfilePart {
  const sums = sumRows(rows);
  return { rounds: sums.rounds, sums, values: metricValues(sums) };
}

function weaponsOf(rows: readonly PlayerRow[]): ProfileWeapon[] {
  return [...sumWeapons(rows)]
    .map(([weapon, sums]) => ({
      weapon,
      class: weaponClassOf(weapon),
      ...sums,
      accuracy: sums.shots > 0 ? Math.min(100, (sums.hits / sums.shots) * 100) : 0,
      headshotHits: sums.hits > 0 ? Math.min(100, (sums.headshots / sums.hits) * 100) : 0,
    }))
    .sort((a, b) => b.kills - a.kills || b.hits - a.hits || compareText(a.weapon, b.weapon));
}

/** Rows must be oldest first. */
function namesOf(rows: readonly PlayerRow[]): ProfileName[] {
  const names = new Map<string, { rounds: number; lastSeenMs: number }>();
  for (const { name, round } of rows) {
    names.set(name, { rounds: (names.get(name)?.rounds ?? 0) + 1, lastSeenMs: round.endMs });
  }
  return [...names]
    .map(([name, rest]) => ({ name, ...rest }))
    .sort(
      (a, b) => b.lastSeenMs - a.lastSeenMs || b.rounds - a.rounds || compareText(a.name, b.name),
    );
}

/** The earliest round holds a record that was equalled later. */
function recordsOf(rows: readonly PlayerRow[]): RecordRound[] {
  const values: Record<RecordRound["metric"], (row: PlayerRow) => number> = {
    kills: (row) => amount(row.kills),
    damage: (row) => amount(row.damageGiven),
    dpm: roundDpm,
    revives: (row) => amount(row.revivesGiven),
  };
  return (Object.keys(values) as RecordRound["metric"][]).flatMap((metric) => {
    let best: { row: PlayerRow; value: number } | undefined;
    for (const row of rows) {
      // A rate of half a minute is no record.
      if (metric === "dpm" && amount(row.timePlayedSeconds) <= 60) continue;
      const value = values[metric](row);
      if (value > (best?.value ?? 0)) best = { row, value };
    }
    if (!best) return [];
    const { key, map, date } = best.row.round;
    return [{ metric, value: best.value, roundKey: key, map, date }];
  });
}

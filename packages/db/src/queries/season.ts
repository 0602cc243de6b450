import type { Reader } from "../database.ts";
import { AIMED } from "./aimed-weapons.ts";
import { COUNTED } from "./counted-rounds.ts";
import { objectiveActions } from "./performance-score.ts";
import { joinName } from "./player-name.ts";
import { type PlayerSums, type PlayerTotals, SUMS, withRatios } from "./player-totals.ts";
import { accuracy } from "./ratios.ts";

/** What the leader of a season leads in. */
export type SeasonMetric = "dpm" | "kd" | "kills" | "revives" | "accuracy" | "objectives";

/** Who is ahead in one number. */
export interface SeasonLeader {
  readonly metric: SeasonMetric;
  readonly guid: string;
  readonly name: string;
  /** With colour codes. */
  readonly rawName: string;
  readonly value: number;
}

/** A quarter of a year. */
export interface Season {
  /** `2026-Q1` */
  readonly id: string;
  /** `2026 Spring` */
  readonly name: string;
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  readonly rounds: number;
  readonly sessions: number;
  readonly players: number;
  /** Who leads in a rate has played at least so many rounds. */
  readonly minimumRounds: number;
  /** One for each number; without those in which nobody qualifies. */
  readonly leaders: readonly SeasonLeader[];
}

const NAMES = ["Spring", "Summer", "Fall", "Winter"] as const;

/** Rates ask for a fifth of the season's rounds, but never for more than this. */
const MOST_ASKED = 50;

interface SeasonPlayer extends PlayerTotals {
  readonly guid: string;
  readonly name: string;
  readonly rawName: string;
  readonly aimedAccuracy: number;
}

interface PlayerRow extends PlayerSums {
  readonly guid: string;
  readonly name: string;
  readonly rawName: string;
  readonly aimedHits: number;
  readonly aimedShots: number;
}

const METRICS: readonly {
  readonly metric: SeasonMetric;
  readonly rate: boolean;
  readonly value: (p: SeasonPlayer) => number;
}[] = [
  { metric: "dpm", rate: true, value: (p) => p.dpm },
  { metric: "kd", rate: true, value: (p) => p.kdRatio },
  { metric: "kills", rate: false, value: (p) => p.kills },
  { metric: "revives", rate: false, value: (p) => p.revivesGiven },
  { metric: "accuracy", rate: true, value: (p) => p.aimedAccuracy },
  { metric: "objectives", rate: false, value: objectiveActions },
];

/**
 * A season by its id (`2026-Q1`), or the one in which was played last. Null: nothing was played in
 * it. Three statements at most.
 *
 * @throws {DatabaseError}
 */
export async function season(db: Reader, which: string): Promise<Season | null> {
  const id = which === "last" ? await newestSeason(db) : which;
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(id ?? "") ?? [];
  if (!id || !year || !quarter) return null;
  const first = (Number(quarter) - 1) * 3;
  const from = dayText(Date.UTC(Number(year), first, 1));
  const to = dayText(Date.UTC(Number(year), first + 3, 0));
  const [counts] = await db.query<{ rounds: number; sessions: number }>(
    `select count(*)::int as rounds, count(distinct r.gaming_session_id)::int as sessions
     from rounds r where r.round_date between $1 and $2 and ${COUNTED}`,
    [from, to],
  );
  if (!counts || counts.rounds === 0) return null;
  const players = await playersBetween(db, from, to);
  const minimumRounds = Math.min(MOST_ASKED, Math.ceil(counts.rounds / 5));
  return {
    id,
    name: `${year} ${NAMES[Number(quarter) - 1]}`,
    from,
    to,
    ...counts,
    players: players.length,
    minimumRounds,
    leaders: METRICS.flatMap(({ metric, rate, value }) => {
      const [best] = players
        .filter((p) => value(p) > 0 && (!rate || p.rounds >= minimumRounds))
        .sort((a, b) => value(b) - value(a) || b.rounds - a.rounds || (a.guid < b.guid ? -1 : 1));
      if (!best) return [];
      const { guid, name, rawName } = best;
      return [{ metric, guid, name, rawName, value: value(best) }];
    }),
  };
}

async function newestSeason(db: Reader): Promise<string | null> {
  const [row] = await db.query<{ id: string | null }>(
    `select to_char(max(r.round_date), 'YYYY-"Q"Q') as id from rounds r where ${COUNTED}`,
  );
  return row?.id ?? null;
}

async function playersBetween(db: Reader, from: string, to: string): Promise<SeasonPlayer[]> {
  const rows = await db.query<PlayerRow>(
    `with played as (
       select r.id from rounds r where r.round_date between $1 and $2 and ${COUNTED}
     ), sums as (
       select p.player_guid as guid, ${SUMS}
       from played join player_comprehensive_stats p on p.round_id = played.id
       where not p.is_bot group by p.player_guid
     ), aimed as (
       select w.player_guid as guid, sum(w.hits) as "aimedHits", sum(w.shots) as "aimedShots"
       from weapon_comprehensive_stats w where w.round_id in (select id from played) and ${AIMED}
       group by w.player_guid
     )
     select sums.*, coalesce(aimed."aimedHits", 0) as "aimedHits",
       coalesce(aimed."aimedShots", 0) as "aimedShots", named.name, named.raw as "rawName"
     from sums left join aimed on aimed.guid = sums.guid ${joinName("sums.guid")}`,
    [from, to],
  );
  return rows.map(({ aimedHits, aimedShots, ...sums }) => ({
    ...withRatios(sums),
    aimedAccuracy: accuracy(aimedHits, aimedShots),
  }));
}

const dayText = (utc: number) => new Date(utc).toISOString().slice(0, 10);

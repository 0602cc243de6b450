import { METRICS, rank, seasonOf } from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { sumsOfMetric } from "./boards.ts";
import { COUNTED } from "./counted-rounds.ts";
import { roundsWindow } from "./rounds-window.ts";
import { sumsOfPlayers } from "./sums-of-players.ts";

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

/** Rates ask for a fifth of the season's rounds, but never for more than this. */
const MOST_ASKED = 50;

const LEADS: readonly SeasonMetric[] = ["dpm", "kd", "kills", "revives", "accuracy", "objectives"];

/**
 * A season by its id (`2026-Q1`), or the one in which was played last. Null: nothing was played in
 * it. Three statements at most.
 *
 * @throws {DatabaseError}
 */
export async function season(db: Reader, which: string): Promise<Season | null> {
  const asked = await roundsWindow(db, { period: which === "last" ? "season" : which });
  if (!asked.ok || asked.value.period.kind !== "season") return null;
  const window = asked.value;
  const named = seasonOf(asked.value.period.id);
  if (!named) return null;
  const [counts] = await db.query<{ rounds: number; sessions: number }>(
    `select count(*)::int as rounds, count(distinct r.gaming_session_id)::int as sessions
     from rounds r where r.round_date between $1 and $2 and ${COUNTED}`,
    [named.firstDay, named.lastDay],
  );
  if (!counts || counts.rounds === 0) return null;
  const players = await sumsOfPlayers(db, { window, sums: new Set(LEADS.flatMap(sumsOfMetric)) });
  const minimumRounds = Math.min(MOST_ASKED, Math.ceil(counts.rounds / 5));
  const raw = new Map(players.map(({ guid, rawName }) => [guid, rawName]));
  return {
    id: named.id,
    name: `${named.year} ${named.name}`,
    from: named.firstDay,
    to: named.lastDay,
    ...counts,
    players: players.length,
    minimumRounds,
    leaders: LEADS.flatMap((metric) => {
      const least = METRICS[metric].kind === "rate" ? minimumRounds : 1;
      const [best] = rank(players, metric, { rounds: least }).ranked;
      if (!best || best.value <= 0) return [];
      const { guid, name, value } = best;
      return [{ metric, guid, name, rawName: raw.get(guid) ?? name, value }];
    }),
  };
}

import {
  DEFAULT_MODEL_VERSION,
  type PlayedMatch,
  predictSessions,
  type SessionPrediction,
} from "@slomix/predict";
import type { Database, Tx } from "../database.ts";
import { grouped } from "../grouped.ts";
import { upsert } from "../ingest/store/write-rows.ts";
import { gradePredictions } from "./grade-predictions.ts";
import { lookBackFrom, quarterFrom } from "./look-back.ts";
import { loadPlayedMatches } from "./played-matches.ts";
import { eventKeyOf, predictionRow } from "./prediction-row.ts";

/** What updating predictions did. */
export interface PredictionUpdate {
  /** Sessions whose prediction was made, or made again. */
  readonly predicted: number;
  /** Predictions of sessions that are no more, or that begin otherwise now. */
  readonly removed: number;
  /** Predictions with a result. */
  readonly graded: number;
}

interface Stored {
  readonly id: number;
  readonly key: string;
  readonly session: number;
  readonly at: Date;
  readonly model: string;
  readonly teamA: readonly string[];
  readonly teamB: readonly string[];
  readonly posted: boolean;
}

interface SessionStart {
  readonly id: number;
  readonly start: Date;
  readonly date: string;
}

/**
 * Brings `match_predictions` to what the sessions say: for each the prediction as of the start of its
 * first Round 1, from earlier matches alone, and its result as far as it is played. A prediction follows
 * its data, so that imports in any order and a rebuild give the same, until somebody has read it: one
 * that was posted stays as it was said. Run it after rounds were stored; a transaction of its own.
 *
 * @param touched sessions that were stored, and only what they can have changed is looked at; default all
 * @throws {DatabaseError}
 */
export async function updatePredictions(
  db: Database,
  touched: readonly number[] | null = null,
): Promise<PredictionUpdate> {
  if (touched?.length === 0) return { predicted: 0, removed: 0, graded: 0 };
  return db.transaction(async (tx) => {
    await tx.lock("slomix-ingest");
    const orphans = await removeOrphans(tx);
    const from = await changedFrom(tx, touched, orphans);
    const sessions = await sessionsFrom(tx, from);
    const stored = await storedPredictions(tx, sessions);
    const matches = await firstUnchanged(tx, sessions, touched, stored);
    const made = matches ? [] : await predict(tx, sessions);
    const removed = matches ? 0 : await store(tx, made, sessions, stored);
    const graded = await gradePredictions(
      tx,
      sessions.map(({ id }) => id),
      matches ?? undefined,
    );
    return {
      predicted: made.filter(({ result }) => result.ok).length,
      removed: removed + orphans.length,
      graded,
    };
  });
}

/** Predictions of sessions without rounds, when nobody has read them; when they were made, unix ms. */
async function removeOrphans(tx: Tx): Promise<number[]> {
  const gone = await tx.query<{ at: Date }>(
    `delete from match_predictions p where gaming_session_id is not null and discord_message_id is null
       and not exists (select 1 from session_results s where s.gaming_session_id = p.gaming_session_id)
     returning prediction_time as at`,
  );
  return gone.map(({ at }) => at.getTime());
}

async function changedFrom(
  tx: Tx,
  touched: readonly number[] | null,
  orphans: readonly number[],
): Promise<number | null> {
  if (touched === null) return null;
  const [row] = await tx.query<{ first: Date | null }>(
    "select min(session_start) as first from session_results where gaming_session_id = any($1)",
    [touched],
  );
  return Math.min(row?.first?.getTime() ?? Number.POSITIVE_INFINITY, ...orphans);
}

async function sessionsFrom(tx: Tx, fromMs: number | null): Promise<SessionStart[]> {
  if (fromMs === Number.POSITIVE_INFINITY) return [];
  return tx.query<SessionStart>(
    `select gaming_session_id as id, session_start as start, session_date::text as date
     from session_results where map_name = 'ALL' and ($1::timestamptz is null or session_start >= $1)
     order by session_start, gaming_session_id`,
    [fromMs === null ? null : new Date(fromMs)],
  );
}

function storedPredictions(tx: Tx, sessions: readonly SessionStart[]): Promise<Stored[]> {
  return tx.query<Stored>(
    `select id, prediction_event_key as key, gaming_session_id as session, prediction_time as at,
       model_version as model, team_a_guids as "teamA", team_b_guids as "teamB",
       discord_message_id is not null as posted
     from match_predictions where gaming_session_id = any($1)`,
    [sessions.map(({ id }) => id)],
  );
}

/**
 * The matches of the one session that goes on, when nothing that its prediction rests on has changed:
 * so the rounds of an evening after the first cost next to nothing. Null: there is more to do.
 */
async function firstUnchanged(
  tx: Tx,
  sessions: readonly SessionStart[],
  touched: readonly number[] | null,
  stored: readonly Stored[],
): Promise<PlayedMatch[] | null> {
  const [only] = sessions;
  if (touched === null || !only || sessions.length > 1) return sessions.length === 0 ? [] : null;
  const known = stored.find(({ session }) => session === only.id);
  if (!known) return null;
  const matches = await loadPlayedMatches(tx, { sessions: [only.id] });
  const [first] = [...matches].sort(
    (a, b) => a.startMs - b.startMs || (a.matchId < b.matchId ? -1 : 1),
  );
  const same =
    first !== undefined &&
    known.key === eventKeyOf(first) &&
    known.at.getTime() === first.startMs &&
    (known.posted || known.model === DEFAULT_MODEL_VERSION) &&
    JSON.stringify([known.teamA, known.teamB]) === JSON.stringify([first.teamA, first.teamB]);
  return same ? matches : null;
}

/** Predictions of these sessions, each quarter in one pass over its look-back. */
async function predict(tx: Tx, sessions: readonly SessionStart[]): Promise<SessionPrediction[]> {
  const [first] = sessions;
  if (!first) return [];
  const firstMs = first.start.getTime();
  const history = await loadPlayedMatches(tx, { fromMs: lookBackFrom(firstMs) });
  const wanted = new Set(sessions.map(({ id }) => String(id)));
  const byQuarter = grouped(sessions, ({ start }) => quarterFrom(start.getTime()));
  return [...byQuarter].flatMap(([quarterMs, own]) => {
    const seen = lookBackFrom(quarterMs);
    const sessionsOf = new Set(own.map(({ id }) => String(id)));
    const until = Math.max(...own.map(({ start }) => start.getTime()));
    const known = history.filter(
      ({ startMs, sessionId }) =>
        startMs >= seen && (startMs <= until || sessionsOf.has(sessionId)),
    );
    return predictSessions(known, { fromMs: Math.max(firstMs, quarterMs) }).filter(
      ({ sessionId }) => wanted.has(sessionId) && sessionsOf.has(sessionId),
    );
  });
}

/** Writes what was made; what is not made any more goes. Gives how many went. */
async function store(
  tx: Tx,
  made: readonly SessionPrediction[],
  sessions: readonly SessionStart[],
  stored: readonly Stored[],
): Promise<number> {
  const posted = new Set(stored.flatMap((one) => (one.posted ? [one.session] : [])));
  const dates = new Map(sessions.map(({ id, date }) => [id, date]));
  const linked = new Set(
    (await tx.query<{ guid: string }>("select player_guid as guid from player_links")).map(
      ({ guid }) => guid,
    ),
  );
  const rows = made.flatMap(({ match, result }) => {
    const id = Number(match.sessionId);
    if (!result.ok || posted.has(id)) return [];
    return [predictionRow(match, result.value, { date: dates.get(id) ?? "", linked })];
  });
  const keys = new Set(rows.map((row) => row["prediction_event_key"]));
  const gone = stored.filter(({ key, posted }) => !posted && !keys.has(key));
  if (gone.length > 0)
    await tx.query("delete from match_predictions where id = any($1)", [gone.map(({ id }) => id)]);
  await upsert(tx, "match_predictions", "prediction_event_key", rows);
  return gone.length;
}

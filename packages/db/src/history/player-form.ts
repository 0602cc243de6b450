import {
  type Answer,
  type AttackDefence,
  attackDefence,
  type Consistency,
  consistency as consistencyOf,
  type Fatigue,
  fatigue as fatigueOf,
  type MapAffinities,
  mapAffinity as mapAffinityOf,
  type PeriodWindow,
  type PlayerRow,
  type RecentForm,
  recentForm as recentFormOf,
} from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { recentRoundsOf } from "../queries/player-profile.ts";
import { loadPlayerRows } from "./player-rows.ts";
import { settledWindow } from "./settled-window.ts";

/** How far back a view of a player looks. */
export interface FormOptions {
  readonly days?: number | undefined;
  /** Unix ms; default the newest round that counts. */
  readonly asOfMs?: number | undefined;
}

/** An answer over days, with the window in words. */
export type Windowed<Value> = Answer<Value & { readonly words: string }>;

/**
 * A player's form over his last rounds, as his profile has it.
 *
 * @param asOfMs Unix ms; default the newest round that counts.
 * @throws {DatabaseError}
 */
export async function recentForm(
  db: Reader,
  guid: string,
  asOfMs?: number,
): Promise<Answer<RecentForm>> {
  return recentFormOf(await recentRoundsOf(db, guid, asOfMs));
}

/** How evenly a player plays from round to round, over 30 days unless said otherwise. */
export function consistency(
  db: Reader,
  guid: string,
  { days = 30, asOfMs }: FormOptions = {},
): Promise<Windowed<Consistency>> {
  return over(db, guid, days, asOfMs, consistencyOf);
}

/** A player's maps against all his maps, over 90 days unless said otherwise. */
export function mapAffinity(
  db: Reader,
  guid: string,
  { days = 90, asOfMs }: FormOptions = {},
): Promise<Windowed<MapAffinities>> {
  return over(db, guid, days, asOfMs, mapAffinityOf);
}

/** A player as attacker and as defender, over 90 days unless said otherwise. */
export function playstyle(
  db: Reader,
  guid: string,
  { days = 90, asOfMs }: FormOptions = {},
): Promise<Windowed<AttackDefence>> {
  return over(db, guid, days, asOfMs, attackDefence);
}

/** How a player's evening went: in his last gaming session unless said otherwise. */
export async function fatigue(
  db: Reader,
  guid: string,
  sessionId?: number,
): Promise<Answer<Fatigue & { readonly sessionId: number }>> {
  const id = sessionId ?? (await lastSessionOf(db, guid));
  if (id === null) {
    return { ok: false, problem: { code: "no_rounds", message: "no session yet" } };
  }
  const rows = await loadPlayerRows(db, { players: [guid], sessions: [id] }, "basic");
  const found = fatigueOf(rows);
  return found.ok ? { ok: true, value: { ...found.value, sessionId: id } } : found;
}

async function lastSessionOf(db: Reader, guid: string): Promise<number | null> {
  const [row] = await db.query<{ id: number }>(
    `select gaming_session_id as id from match_players
     where player_guid = $1 and rounds > 0 order by ended_at desc limit 1`,
    [guid],
  );
  return row?.id ?? null;
}

async function over<Value extends object>(
  db: Reader,
  guid: string,
  days: number,
  asOfMs: number | undefined,
  ask: (rows: readonly PlayerRow[]) => Answer<Value>,
): Promise<Windowed<Value>> {
  const settled = await settledWindow(db, { kind: "days", days }, asOfMs);
  if (!settled.ok) return settled;
  const window: PeriodWindow = settled.value;
  const rows = await loadPlayerRows(db, { players: [guid], window }, "basic");
  const found = ask(rows);
  return found.ok ? { ok: true, value: { ...found.value, words: window.words } } : found;
}

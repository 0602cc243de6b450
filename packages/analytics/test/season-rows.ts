import { defaultSettings, pairRounds, scoreSessions } from "@slomix/stopwatch";
import { season } from "../../stopwatch/test/samples.ts";
import { type MatchRow, type PlayerRow, sessionRows } from "../src/index.ts";

/** The season as rows: 90 sessions with their teams. */
export interface SeasonRows {
  readonly players: readonly PlayerRow[];
  readonly matches: readonly MatchRow[];
  readonly sessions: readonly SeasonSession[];
}

/** One session of the season. */
export interface SeasonSession {
  readonly sessionId: number;
  readonly players: readonly PlayerRow[];
  readonly matches: readonly MatchRow[];
  readonly teams: readonly { letter: "A" | "B"; name: string; guids: readonly string[] }[];
  readonly score: { readonly teamA: number; readonly teamB: number; readonly draws: number };
}

/** Parses, pairs and scores the season of `samples/`. */
export function seasonRows(): SeasonRows {
  const evenings = season();
  const { rounds } = pairRounds(
    {
      stats: evenings.flatMap(({ stats }) => stats),
      telemetry: evenings.flatMap(({ webhooks, gametimes }) => [...webhooks, ...gametimes]),
    },
    defaultSettings,
  );
  const sessions = scoreSessions(rounds, defaultSettings).sessions.map(
    (session, index): SeasonSession => ({
      ...sessionRows(session, index + 1),
      teams: session.teams,
      score: session.score,
    }),
  );
  return {
    sessions,
    players: sessions.flatMap(({ players }) => players),
    matches: sessions.flatMap(({ matches }) => matches),
  };
}

/** The same in another order that stays the same from run to run. */
export function shuffled<T>(values: readonly T[], seed = 7): T[] {
  const all = [...values];
  let state = seed;
  for (let i = all.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [all[i], all[j]] = [all[j] as T, all[i] as T];
  }
  return all;
}

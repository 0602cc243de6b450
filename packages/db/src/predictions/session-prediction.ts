import type { Confidence } from "@slomix/predict";
import type { Reader } from "../database.ts";
import { playerNames } from "../history/player-names.ts";

/** What was predicted of an evening, and what came of it. */
export interface StoredPrediction {
  readonly sessionId: number;
  readonly date: string;
  /** ISO 8601: nothing later was looked at. */
  readonly asOf: string;
  readonly model: string;
  readonly teamA: readonly { readonly guid: string; readonly name: string }[];
  readonly teamB: readonly { readonly guid: string; readonly name: string }[];
  /** 0–1; the two sum to 1. */
  readonly probabilityA: number;
  readonly probabilityB: number;
  readonly confidence: Confidence;
  readonly insight: string;
  readonly newcomers: readonly string[];
  readonly matchesSeen: number;
  /** Null: still open. */
  readonly winner: "A" | "B" | "draw" | null;
  readonly scoreA: number | null;
  readonly scoreB: number | null;
  /** Null for draws and as long as it is open. */
  readonly correct: boolean | null;
  readonly brier: number | null;
  readonly logLoss: number | null;
}

interface Row extends Omit<StoredPrediction, "asOf" | "winner" | "teamA" | "teamB"> {
  readonly at: Date;
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly winner: 0 | 1 | 2 | null;
}

/**
 * The prediction of a gaming session by number, or of the newest one that has any. Null: none was made.
 *
 * @throws {DatabaseError}
 */
export async function sessionPrediction(
  db: Reader,
  which: number | "last",
): Promise<StoredPrediction | null> {
  const [row] = await db.query<Row>(
    `select gaming_session_id as "sessionId", session_date::text as date, prediction_time as at,
       model_version as model, team_a_guids as a, team_b_guids as b,
       team_a_win_probability as "probabilityA", team_b_win_probability as "probabilityB", confidence,
       key_insight as insight, newcomers, matches_seen as "matchesSeen", actual_winner as winner,
       team_a_actual_score as "scoreA", team_b_actual_score as "scoreB",
       prediction_correct as correct, brier_score as brier, log_loss as "logLoss"
     from match_predictions where gaming_session_id is not null
       and ($1::int is null or gaming_session_id = $1)
     order by prediction_time desc, id desc limit 1`,
    [which === "last" ? null : which],
  );
  if (!row) return null;
  const { at, a, b, winner, ...rest } = row;
  const names = await playerNames(db, [...a, ...b]);
  const named = (guids: readonly string[]) =>
    guids.map((guid) => ({ guid, name: names.get(guid) ?? guid }));
  return {
    ...rest,
    asOf: at.toISOString(),
    teamA: named(a),
    teamB: named(b),
    winner: winner === null ? null : (["draw", "A", "B"] as const)[winner],
  };
}

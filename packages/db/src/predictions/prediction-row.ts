import {
  DEFAULT_MODEL_VERSION,
  type FactorKey,
  type PlayedMatch,
  type Prediction,
} from "@slomix/predict";
import type { SqlValue } from "../database.ts";

/** What a prediction of a session is known by: its first match. */
export function eventKeyOf({ matchId }: Pick<PlayedMatch, "matchId">): string {
  return `start:${matchId}`;
}

/** A row of `match_predictions` without its result. */
export function predictionRow(
  match: PlayedMatch,
  prediction: Prediction,
  { date, linked }: { readonly date: string; readonly linked: ReadonlySet<string> },
): Readonly<Record<string, SqlValue>> {
  const { teamA, teamB } = match;
  const players = [...teamA, ...teamB];
  const factor = (key: FactorKey) => prediction.factors.find((one) => one.key === key);
  const score = (key: FactorKey) => factor(key)?.score ?? 0.5;
  const details = (key: FactorKey) => {
    const { available, confidence, weight, text, details: numbers } = factor(key) ?? {};
    return { available, confidence, weight, text, numbers };
  };
  return {
    prediction_event_key: eventKeyOf(match),
    model_version: DEFAULT_MODEL_VERSION,
    prediction_time: new Date(prediction.asOfMs),
    session_date: date,
    gaming_session_id: Number(match.sessionId),
    map_name: null,
    format: `${teamA.length}v${teamB.length}`,
    team_a_guids: teamA,
    team_b_guids: teamB,
    team_a_win_probability: prediction.probabilityA,
    team_b_win_probability: prediction.probabilityB,
    confidence: prediction.confidence,
    confidence_score: prediction.confidenceScore,
    h2h_score: score("headToHead"),
    form_score: score("form"),
    map_score: score("map"),
    subs_score: score("substitutions"),
    weighted_score: prediction.factorScore ?? 0.5,
    key_insight: prediction.insight,
    h2h_details: details("headToHead"),
    form_details: details("form"),
    map_details: details("map"),
    subs_details: details("substitutions"),
    newcomers: prediction.newcomers,
    matches_seen: prediction.matches,
    guid_coverage: players.filter((guid) => linked.has(guid)).length / players.length,
    updated_at: new Date(),
  };
}

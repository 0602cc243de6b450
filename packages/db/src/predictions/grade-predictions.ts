import {
  gradePrediction,
  type MadePrediction,
  type PlayedMatch,
  settlePredictions,
} from "@slomix/predict";
import type { Tx } from "../database.ts";
import { storableJson } from "../storable.ts";
import { loadPlayedMatches } from "./played-matches.ts";
import { madePredictions } from "./prediction-statistics.ts";

/**
 * Grades the predictions of sessions by the maps that have been played: who won more of them. A session
 * that goes on is graded again with its next map, a corrected result corrects the grade.
 *
 * @param matches those of the sessions, where they are at hand
 * @returns how many have a result
 */
export async function gradePredictions(
  tx: Tx,
  sessions: readonly number[],
  matches?: readonly PlayedMatch[],
): Promise<number> {
  if (sessions.length === 0) return 0;
  const made = await madePredictions(tx, { sessions });
  if (made.length === 0) return 0;
  const played = matches ?? (await loadPlayedMatches(tx, { sessions }));
  const settled = settlePredictions(made, played);
  const rows = settled.map((one, i) => rowOf(made[i] as MadePrediction, one));
  await tx.query(
    `update match_predictions p set actual_winner = g.winner, team_a_actual_score = g.wins_a,
       team_b_actual_score = g.wins_b, prediction_correct = g.correct,
       prediction_accuracy = g.accuracy, brier_score = g.brier, log_loss = g.log_loss, updated_at = now()
     from json_to_recordset($1::text::json) as g (id int, winner smallint, wins_a int, wins_b int,
       correct boolean, accuracy float8, brier float8, log_loss float8)
     where p.id = g.id and (p.actual_winner, p.team_a_actual_score, p.team_b_actual_score, p.brier_score)
       is distinct from (g.winner, g.wins_a, g.wins_b, g.brier)`,
    [storableJson(rows)],
  );
  return rows.filter(({ winner }) => winner !== null).length;
}

function rowOf(made: MadePrediction, settled: ReturnType<typeof settlePredictions>[number]) {
  const { winner, winsA, winsB, draws } = settled;
  const open = winner === null;
  const grade = open ? null : gradePrediction(made.probabilityA, winner);
  return {
    id: Number(made.id),
    winner: winner === null ? null : { A: 1, B: 2, draw: 0 }[winner],
    // A drawn map is a point for both.
    wins_a: open ? null : winsA + draws,
    wins_b: open ? null : winsB + draws,
    correct: grade?.correct ?? null,
    accuracy: grade?.accuracyScore ?? null,
    brier: grade?.squaredError ?? null,
    log_loss: grade?.logLoss ?? null,
  };
}

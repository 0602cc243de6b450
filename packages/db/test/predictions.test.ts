import { backtest, gradePrediction, type PlayedMatch } from "@slomix/predict";
import { beforeAll, expect, it } from "vitest";
import { seasonHistory } from "../../predict/test/support/season-history.ts";
import type { Database } from "../src/connect.ts";
import { fixRange, type IncomingFile, ingest } from "../src/ingest/index.ts";
import {
  loadPlayedMatches,
  playerRatings,
  predictability,
  predictionMaps,
  predictionStatistics,
  predictionsOfPlayer,
  predictionTrend,
  predictLineUps,
  sessionPrediction,
  updatePredictions,
} from "../src/predictions/index.ts";
import { onEachEngine } from "./engines.ts";
import { seasonFiles } from "./sample-files.ts";

const EVENINGS = 9;
const files = seasonFiles(EVENINGS).filter(({ name }) => name !== "truth.json");
const folderOf = ({ path }: IncomingFile) => path.split("/")[1] ?? "";
const evenings = [...new Set(files.map(folderOf))].map((folder) =>
  files.filter((file) => folderOf(file) === folder),
);

const empty = (db: Database) =>
  db.query(`truncate rounds, processed_files, processed_endstats_files, session_teams,
    session_results, lua_round_teams, lua_spawn_stats, player_aliases, match_players, session_pairs,
    player_pairs, matchup_history, map_performance, player_synergies, match_predictions cascade`);

/** All that predictions say, by the match that they were made for. */
async function said(db: Database, more = ""): Promise<Map<string, string>> {
  const rows = await db.query<Record<string, unknown>>(
    `select prediction_event_key as key, to_jsonb(p) - 'id' - 'gaming_session_id' - 'created_at'
       - 'updated_at' ${more} as row from match_predictions p order by 1`,
  );
  return new Map(rows.map((row) => [String(row["key"]), JSON.stringify(row["row"])]));
}

const withoutResult = `- 'actual_winner' - 'team_a_actual_score' - 'team_b_actual_score'
  - 'prediction_correct' - 'prediction_accuracy' - 'brier_score' - 'log_loss'`;

async function take(db: Database, some: readonly IncomingFile[]) {
  const { sessions } = await ingest(db, some);
  return updatePredictions(db, sessions);
}

onEachEngine("predictions", (db) => {
  let all = new Map<string, string>();

  beforeAll(async () => {
    await ingest(db(), files);
    await updatePredictions(db());
    all = await said(db());
  }, 120_000);

  it("are made for every session that has a past, and graded", async () => {
    // Nothing was played before the first one.
    expect(all.size).toBe(EVENINGS - 1);
    const rows = await db().query<{
      p: number;
      winner: 0 | 1 | 2;
      correct: boolean | null;
      brier: number | null;
      loss: number | null;
      a: number;
      b: number;
    }>(
      `select team_a_win_probability as p, actual_winner as winner, prediction_correct as correct,
         brier_score as brier, log_loss as loss, team_a_actual_score as a, team_b_actual_score as b
       from match_predictions`,
    );
    for (const { p, winner, correct, brier, loss, a, b } of rows) {
      expect(winner).toBe(a > b ? 1 : b > a ? 2 : 0);
      const grade = gradePrediction(p, (["draw", "A", "B"] as const)[winner]);
      expect([correct, brier, loss]).toEqual([grade.correct, grade.squaredError, grade.logLoss]);
    }
    expect(new Set(rows.map(({ p }) => p)).size).toBeGreaterThan(5);
  });

  it("say the same made again, evening by evening, and newest evening first", async () => {
    expect(await updatePredictions(db())).toMatchObject({ removed: 0 });
    expect(await said(db())).toEqual(all);

    await empty(db());
    for (const evening of evenings) {
      const before = await said(db(), withoutResult);
      expect(await take(db(), evening)).toMatchObject({ removed: 0 });
      const after = await said(db(), withoutResult);
      // What comes later changes nothing that was said.
      for (const [key, row] of before) expect(after.get(key)).toBe(row);
    }
    expect(await said(db())).toEqual(all);

    await empty(db());
    for (const evening of evenings.toReversed()) await take(db(), evening);
    expect(await said(db())).toEqual(all);
  }, 120_000);

  it("are made once an evening: further rounds only bring the result up to date", async () => {
    await empty(db());
    const last = evenings.at(-1) as IncomingFile[];
    await take(db(), evenings.slice(0, -1).flat());
    const made: number[] = [];
    const stats = last.filter(({ name }) => /-round-\d\.txt$/.test(name));
    for (const file of stats) made.push((await take(db(), [file])).predicted);
    expect(made.filter((n) => n > 0)).toEqual([1]);
    // Webhooks and awards of the evening say nothing else.
    await take(db(), last);
    expect(await said(db())).toEqual(all);
  }, 120_000);

  it("follow a correction of what they rest on, until somebody has read them", async () => {
    await db().query(
      "update match_predictions set discord_message_id = 1 where id = (select max(id) from match_predictions)",
    );
    const [early] = evenings as [IncomingFile[]];
    const some = early.filter(({ name }) => !/-round-2\.txt$/.test(name));
    const date = some[0]?.name.slice(0, 10) ?? "";
    await fixRange(db(), date, date, { files: some });
    await updatePredictions(db());
    const now = await said(db(), withoutResult);
    const posted = await db().query<{ key: string }>(
      "select prediction_event_key as key from match_predictions where discord_message_id = 1",
    );
    let changed = 0;
    const before = new Map([...all].map(([key, row]) => [key, JSON.parse(row)]));
    for (const [key, row] of now) {
      const { team_a_win_probability: p } = JSON.parse(row);
      const was = before.get(key)?.team_a_win_probability;
      if (posted[0]?.key === key) expect(p).toBe(was);
      else if (p !== was) changed += 1;
    }
    expect(changed).toBeGreaterThan(2);
    await empty(db());
    await take(db(), files);
    expect(await said(db())).toEqual(all);
  }, 120_000);

  it("are not disturbed by the result of a session of which somebody deleted the rounds", async () => {
    const last = evenings.at(-1) as IncomingFile[];
    const names = last.map(({ name }) => name);
    await db().query("delete from rounds where file_name = any($1)", [names]);
    await db().query("delete from processed_files where filename = any($1)", [names]);
    await take(db(), last);
    expect(await said(db())).toEqual(all);
    await db().query(
      `delete from session_results s where not exists (
         select 1 from rounds r where r.gaming_session_id = s.gaming_session_id)`,
    );
  }, 120_000);

  it("learn from the database what they learn from files", async () => {
    const folders = new Set(evenings.map((evening) => folderOf(evening[0] as IncomingFile)));
    const fromFiles = seasonHistory().filter(({ sessionId }) =>
      folders.has(sessionId.split("/")[0] ?? ""),
    );
    const stored = await loadPlayedMatches(db());
    const bare = (history: readonly PlayedMatch[]) =>
      history
        .map(({ sessionId: _, players, ...match }) => ({
          ...match,
          players: [...players]
            .map((one) => ({ ...one, seconds: Math.round(one.seconds * 1000) }))
            .sort((a, b) => (a.guid < b.guid ? -1 : 1)),
        }))
        .sort((a, b) => (a.matchId < b.matchId ? -1 : 1));
    expect(bare(stored)).toEqual(bare(fromFiles));
    const options = { warmUpSessions: 4 };
    const [ours, theirs] = [backtest(stored, options), backtest(fromFiles, options)];
    expect(ours.matches).toBe(theirs.matches);
    ours.models.forEach(({ name, brier }, i) => {
      expect(brier, name).toBeCloseTo(theirs.models[i]?.brier as number, 9);
    });
  }, 120_000);

  it("are told as statistics", async () => {
    const stats = await predictionStatistics(db(), { days: 365 });
    expect(stats).toMatchObject({ predictions: EVENINGS - 1, settledShare: 1 });
    expect((await predictionTrend(db(), { days: 365 }))?.days).toHaveLength(EVENINGS - 1);
    const board = await predictability(db(), "active", { days: 365 });
    expect(board[0]?.name).not.toBe(board[0]?.guid);
    const own = await predictionsOfPlayer(db(), board[0]?.guid ?? "");
    expect(own.length).toBeGreaterThanOrEqual(3);
    expect(await predictionMaps(db())).toEqual([]);
    expect(await sessionPrediction(db(), "last")).toMatchObject({ model: "blend-1" });
    expect(await sessionPrediction(db(), 9999)).toBeNull();
  });

  it("of line-ups that anybody names, and everybody's rating", async () => {
    const ratings = await playerRatings(db());
    const [best, second, ...others] = ratings.map(({ guid }) => guid);
    const worst = others.slice(-2);
    const teamA = [best ?? "", second ?? ""];
    const answer = await predictLineUps(db(), { teamA, teamB: worst });
    const mirrored = await predictLineUps(db(), { teamA: worst, teamB: teamA });
    if (!answer.ok || !mirrored.ok) throw new Error("no prediction");
    expect(answer.value.probabilityA).toBeGreaterThan(0.6);
    expect(mirrored.value.probabilityA).toBeCloseTo(1 - answer.value.probabilityA, 12);
    expect(await predictLineUps(db(), { teamA, teamB: teamA })).toMatchObject({
      ok: false,
      error: { code: "player_on_both_sides" },
    });
    expect(await predictLineUps(db(), { teamA, teamB: worst, asOfMs: 0 })).toMatchObject({
      ok: false,
      error: { code: "empty_history" },
    });
  });
});

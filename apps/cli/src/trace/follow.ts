import {
  connect,
  type Database,
  type IncomingFile,
  ingest,
  type Step,
  sessionDetail,
  validate,
} from "@slomix/db";
import type { StopwatchSettings } from "@slomix/stopwatch";
import type { StepValues } from "./step-values.ts";

/** Rows whose number a trace tells. */
const told = [
  "rounds",
  "player_comprehensive_stats",
  "weapon_comprehensive_stats",
  "round_awards",
  "round_vs_stats",
  "lua_round_teams",
  "round_kills",
  "round_objective_events",
  "round_revives",
  "round_hit_regions",
  "round_classes",
  "round_movement",
  "processed_files",
];

/** Told only of rounds whose report has them. */
const ofReports = /^round_(kills|objective_events|revives|hit_regions|classes|movement)$/;

/**
 * Takes files through the write path into a database that keeps nothing, and gives each step's
 * value. Steps that were not reached (every file was refused) are missing.
 */
export async function follow(
  files: readonly IncomingFile[],
  settings: Partial<StopwatchSettings>,
): Promise<Partial<StepValues>> {
  const values: { [S in Step]?: unknown } = {};
  const db = await connect("memory:");
  try {
    const report = await ingest(db, files, {
      settings,
      now: () => new Date(0),
      onStep: (step, value) => {
        values[step] = value;
      },
    });
    if (report.imported === 0) {
      const { download, parse } = values;
      return { download, parse } as Partial<StepValues>;
    }
    const store = { ...(values.store as object), rows: await rowsOf(db) };
    const show = await sessionDetail(db, report.sessions[0] ?? "last");
    return { ...values, store, show } as Partial<StepValues>;
  } finally {
    await db.close();
  }
}

async function rowsOf(db: Database): Promise<Record<string, number>> {
  const { counts } = await validate(db);
  const rows = told.map((table) => [table, counts[table] ?? 0] as const);
  return Object.fromEntries(rows.filter(([table, count]) => count > 0 || !ofReports.test(table)));
}

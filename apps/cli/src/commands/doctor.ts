import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseError } from "@slomix/db";
import type { ExitStatus } from "../command-error.ts";
import { targetName, targetOf } from "../database.ts";
import type { Finding } from "../doctor/finding.ts";
import { runningFinding } from "../doctor/running.ts";
import { storedFindings } from "../doctor/stored.ts";
import { outerFindings } from "../doctor/surroundings.ts";
import { describeFindings } from "../doctor/view.ts";
import type { Context } from "../program.ts";

/** `slomix doctor`: 1 when something does not work. It changes nothing, the tables included. */
export async function doctor(
  context: Context,
  _operands: readonly string[],
  options: { readonly json?: boolean },
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const now = new Date();
  const findings = [
    ...(await outerFindings(config, resolve(terminal.cwd, config.data), now)),
    await runningFinding(config),
    ...(await databaseFindings(context, now)),
  ];
  const ok = findings.every(({ level }) => level !== "bad");
  if (options.json) await terminal.print(JSON.stringify({ ok, findings }));
  else await terminal.print(describeFindings(findings, terminal));
  return ok ? 0 : 1;
}

async function databaseFindings(
  { config, terminal, connect }: Context,
  now: Date,
): Promise<Finding[]> {
  const target = targetOf(config, terminal.cwd);
  if (config.databaseUrl === null && !existsSync(join(target, "pg"))) {
    return [
      {
        topic: "database",
        level: "note",
        message: `there is none in ${config.data} yet`,
        advice:
          "slomix up makes one with a sample season; slomix import PATH makes one with your files",
      },
    ];
  }
  try {
    const db = await connect(target, { migrate: false, connectTimeoutSeconds: 5 });
    try {
      return [
        { topic: "database", level: "ok", message: `${targetName(config)} answers` },
        ...(await storedFindings(db, config, now)),
      ];
    } finally {
      await db.close();
    }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return [troubled(error)];
  }
}

function troubled(error: DatabaseError): Finding {
  const { code, message } = error;
  if (code === "folder_in_use") {
    return {
      topic: "database",
      level: "note",
      message: "another slomix has the embedded database open; only one can",
      advice: "stop it to have doctor look inside, or ask its API: /api/health",
    };
  }
  const advice: Partial<Record<typeof code, string>> = {
    unreachable: "check that the server runs, and the address in SLOMIX_DATABASE_URL",
    refused: "check user, password and database in SLOMIX_DATABASE_URL",
    bad_query: "the tables are of another version: slomix db migrate",
    too_new: "a newer slomix made the tables: update this one",
    folder_damaged: "slomix db restore FILE into a fresh --data folder",
    disk_full: "make room on the disk",
  };
  return {
    topic: "database",
    level: "bad",
    message,
    advice: advice[code] ?? "run again with SLOMIX_DEBUG=1 to see more",
  };
}

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import {
  type ExportPage,
  type ExportValue,
  exportTables,
  listSessions,
  type Reader,
  type SessionDetailMatch,
  sessionDetail,
} from "@slomix/db";
import { CommandError } from "../command-error.ts";
import { type ExportFormat, type TableFile, tableFile } from "./table-file.ts";

/** Table → the file it goes into. Tables about people's accounts and permissions stay here. */
const exported: Readonly<Record<string, string>> = {
  rounds: "rounds",
  player_comprehensive_stats: "players",
  weapon_comprehensive_stats: "weapons",
  round_awards: "awards",
  round_vs_stats: "duels",
  round_kills: "kills",
  round_objective_events: "objectives",
  round_revives: "revives",
  round_hit_regions: "hit-regions",
  round_classes: "classes",
  round_movement: "movement",
  session_teams: "teams",
  session_results: "results",
  lua_round_teams: "webhooks",
  lua_spawn_stats: "spawns",
  player_aliases: "names",
  processed_files: "ledger",
};

/** Sessions read at once. */
const pageSize = 200;

/** One written file. */
export interface WrittenFile {
  readonly name: string;
  readonly rows: number;
}

/**
 * Writes the history into a folder: sessions and matches as they are shown, the tables below them,
 * and the files of the game server as they came, in `files/`, from where `slomix import` takes them
 * again. Give it a reader of one moment.
 *
 * @throws {CommandError} `stopped`; the file system's errors
 */
export async function writeHistory(
  db: Reader,
  folder: string,
  format: ExportFormat,
  stop: AbortSignal,
): Promise<WrittenFile[]> {
  const written: WrittenFile[] = [];
  await writeSessions(db, folder, format, written);
  let file: TableFile | null = null;
  let originals = 0;
  await mkdir(join(folder, "files"));
  for await (const page of exportTables(db)) {
    if (stop.aborted) throw new CommandError("stopped", "stopped; nothing was written");
    const name = exported[page.table];
    if (name === undefined) continue;
    if (page.table === "processed_files") originals += await writeOriginals(page, folder);
    const { columns, rows } = without(page, "raw");
    if (file?.name !== `${name}.${format}`) {
      await close(file, written);
      file = tableFile(folder, name, format, columns);
    }
    for (const row of rows) await file.add(columns, row);
  }
  await close(file, written);
  written.push({ name: "files/", rows: originals });
  return written;
}

async function close(file: TableFile | null, written: WrittenFile[]): Promise<void> {
  if (file === null) return;
  await file.end();
  written.push({ name: file.name, rows: file.rows });
}

async function writeSessions(
  db: Reader,
  folder: string,
  format: ExportFormat,
  written: WrittenFile[],
): Promise<void> {
  let sessionsFile: TableFile | null = null;
  let matchesFile: TableFile | null = null;
  for (let offset = 0; ; offset += pageSize) {
    const { sessions } = await listSessions(db, { limit: pageSize, offset });
    for (const { score, teamNames, ...session } of sessions) {
      const [teamA = null, teamB = null] = teamNames;
      const row = {
        ...session,
        teamA,
        teamB,
        pointsA: score.teamA,
        pointsB: score.teamB,
        draws: score.draws,
      };
      sessionsFile ??= tableFile(folder, "sessions", format, Object.keys(row));
      await sessionsFile.add(Object.keys(row), Object.values(row));
      const detail = await sessionDetail(db, session.id);
      for (const match of detail?.matches ?? []) {
        const line = matchRow(session.id, match);
        matchesFile ??= tableFile(folder, "matches", format, Object.keys(line));
        await matchesFile.add(Object.keys(line), Object.values(line));
      }
    }
    if (sessions.length < pageSize) break;
  }
  for (const [name, file] of [
    ["sessions", sessionsFile],
    ["matches", matchesFile],
  ] as const) {
    await close(file ?? tableFile(folder, name, format, []), written);
  }
}

function matchRow(sessionId: number, match: SessionDetailMatch): Record<string, ExportValue> {
  const { rounds, ...rest } = match;
  return { sessionId, ...rest, roundIds: rounds.map(({ id }) => id) };
}

/** Writes the bytes of the ledger's files; returns how many. */
async function writeOriginals({ columns, rows }: ExportPage, folder: string): Promise<number> {
  const nameAt = columns.indexOf("filename");
  const rawAt = columns.indexOf("raw");
  let files = 0;
  for (const row of rows) {
    const [name, raw] = [row[nameAt], row[rawAt]];
    if (typeof name !== "string" || typeof raw !== "string") continue;
    if (!/^[^/\\\0]{1,255}$/.test(name) || /^\.+$/.test(name)) continue;
    await writeFile(join(folder, "files", name), inflateRawSync(Buffer.from(raw, "base64")));
    files += 1;
  }
  return files;
}

function without(
  { columns, rows }: ExportPage,
  column: string,
): Pick<ExportPage, "columns" | "rows"> {
  const at = columns.indexOf(column);
  if (at < 0) return { columns, rows };
  return { columns: columns.toSpliced(at, 1), rows: rows.map((row) => row.toSpliced(at, 1)) };
}

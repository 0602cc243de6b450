import { mkdir, readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type BackupSummary, backup, type Database, health } from "@slomix/db";
import type { Context } from "./program.ts";
import { plural, size } from "./terminal/figures.ts";

/** Backups that were made before something was changed; older ones go. */
const kept = 7;
const own = /^before-[a-z-]+-\d{8}T\d{6}\.slomix-backup$/;

/** Whether nothing was ever imported. */
export async function isEmpty(db: Database): Promise<boolean> {
  const { rounds, files } = await health(db);
  return rounds === 0 && Object.values(files).every((number) => number === 0);
}

/**
 * Backs the database up before something changes it, into `backups` of the data folder, and keeps
 * the newest of these copies.
 *
 * @throws {DatabaseError} when the copy cannot be made: then nothing may be changed
 */
export async function safetyCopy(
  { config, terminal }: Context,
  db: Database,
  before: string,
): Promise<BackupSummary> {
  const folder = join(resolve(terminal.cwd, config.data), "backups");
  await mkdir(folder, { recursive: true });
  const stamp = new Date().toISOString().slice(0, 19).replace(/[-:]/g, "");
  const summary = await backup(db, join(folder, `before-${before}-${stamp}.slomix-backup`));
  terminal.say(
    `slomix: backed up ${plural(summary.rows, "row")} (${size(summary.bytes)}) to ${summary.file}`,
  );
  const names = (await readdir(folder)).filter((name) => own.test(name));
  const byStamp = names.sort((a, b) => (a.slice(-29) < b.slice(-29) ? 1 : -1));
  for (const name of byStamp.slice(kept)) await rm(join(folder, name), { force: true });
  return summary;
}

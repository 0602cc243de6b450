import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Database } from "@slomix/db";
import { CommandError } from "./command-error.ts";
import type { Config } from "./config.ts";
import type { Context } from "./program.ts";

/** What `connect` opens by this configuration: the server's address, or the folder. */
export function targetOf(config: Config, cwd: string): string {
  return config.databaseUrl ?? resolve(cwd, config.data);
}

/** The database in words, without a password. */
export function targetName(config: Config): string {
  if (config.databaseUrl === null) return `the embedded database in ${config.data}`;
  try {
    const { host, pathname } = new URL(config.databaseUrl);
    return `the PostgreSQL server ${host}${pathname}`;
  } catch {
    return "the PostgreSQL server";
  }
}

/**
 * Opens the configured database, brings its tables up to date, does the work and closes it again.
 * With `mustExist` a folder that holds no database is an error instead of becoming one.
 *
 * @throws {CommandError} `no_database`; {DatabaseError} whatever the database says
 */
export async function withDatabase<T>(
  { config, terminal, connect }: Context,
  work: (db: Database) => Promise<T>,
  { mustExist = true, migrate = true } = {},
): Promise<T> {
  const target = targetOf(config, terminal.cwd);
  if (mustExist && config.databaseUrl === null && !existsSync(join(target, "pg"))) {
    throw new CommandError(
      "no_database",
      `there is no database in ${config.data} yet; slomix import or slomix up makes one`,
    );
  }
  const db = await connect(target, { migrate });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

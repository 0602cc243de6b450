import { cpSync } from "node:fs";
import { connect, type Database } from "@slomix/db";
import { beforeAll, inject } from "vitest";

let opened: Promise<Database> | undefined;

/**
 * A database with four evenings of the sample season, sessions 1 to 4. All test files of a worker
 * share it and only read; a folder is for one process, so each worker has a copy beside it, which
 * the setup removes with it.
 */
export function withSeason(): () => Database {
  let db: Database;
  beforeAll(async () => {
    opened ??= connect(copyOfSeason());
    db = await opened;
  }, 60_000);
  return () => db;
}

function copyOfSeason(): string {
  const folder = inject("seasonFolder");
  const copy = `${folder}-${process.pid}`;
  cpSync(folder, copy, { recursive: true });
  return copy;
}

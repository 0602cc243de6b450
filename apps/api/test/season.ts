import { connect, type Database } from "@slomix/db";
import { beforeAll, inject } from "vitest";

let opened: Promise<Database> | undefined;

/**
 * A database with four evenings of the sample season, sessions 1 to 4. All test files share it and
 * only read; the setup removes its folder.
 */
export function withSeason(): () => Database {
  let db: Database;
  beforeAll(async () => {
    opened ??= connect(inject("seasonFolder"));
    db = await opened;
  }, 60_000);
  return () => db;
}

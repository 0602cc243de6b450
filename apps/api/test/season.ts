import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Database } from "@slomix/db";
import { afterAll, beforeAll, inject } from "vitest";

/** Gives the test file a database with four evenings of the sample season, sessions 1 to 4. */
export function withSeason(): () => Database {
  const root = mkdtempSync(join(tmpdir(), "slomix-api-test-"));
  let db: Database;
  beforeAll(async () => {
    cpSync(inject("seasonFolder"), join(root, "data"), { recursive: true });
    db = await connect(join(root, "data"));
  }, 60_000);
  afterAll(async () => {
    await db?.close();
    rmSync(root, { recursive: true, force: true });
  }, 60_000);
  return () => db;
}

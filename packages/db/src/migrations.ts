import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DatabaseError } from "./database-error.ts";
import { databaseError } from "./driver-error.ts";
import type { EngineDriver } from "./engine.ts";

interface Journal {
  readonly entries: readonly { readonly when: number; readonly tag: string }[];
}

/** Folder of the SQL files. Looked up by the package's name, so that it is found from a bundle too. */
function migrationsFolder(): string {
  return join(
    dirname(createRequire(import.meta.url).resolve("@slomix/db/package.json")),
    "drizzle",
  );
}

/** The migrations of this program, oldest first. */
export function knownMigrations(): Journal["entries"] {
  const path = join(migrationsFolder(), "meta", "_journal.json");
  return (JSON.parse(readFileSync(path, "utf8")) as Journal).entries;
}

/**
 * Runs what is missing. Nothing is ever deleted by it.
 *
 * @throws {DatabaseError} `too_new` when a newer program made the tables, `migration_failed`
 */
export async function runMigrations(driver: EngineDriver): Promise<void> {
  const newest = knownMigrations().at(-1)?.when ?? 0;
  try {
    const applied = await lastApplied(driver);
    if (applied > newest)
      throw new DatabaseError(
        "the database was made by a newer version of Slomix: update the program",
        { code: "too_new" },
      );
    if (applied < newest) await driver.migrate(migrationsFolder());
  } catch (error) {
    const fault = databaseError(error);
    if (fault && passing.has(fault.code)) throw fault;
    throw new DatabaseError(
      `the tables could not be brought up to date: ${(fault ?? (error as Error)).message}`,
      { code: "migration_failed", cause: error, sqlState: fault?.sqlState ?? null },
    );
  }
}

// Faults that say more by their own name.
const passing: ReadonlySet<string> = new Set([
  "too_new",
  "unreachable",
  "refused",
  "gone",
  "disk_full",
  "busy",
]);

async function lastApplied({ statements }: EngineDriver): Promise<number> {
  const { rows } = await statements.query<{ known: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as known",
    [],
  );
  if (!rows[0]?.known) return 0;
  const last = await statements.query<{ when: number | null }>(
    'select max(created_at)::bigint as "when" from drizzle.__drizzle_migrations',
    [],
  );
  return last.rows[0]?.when ?? 0;
}

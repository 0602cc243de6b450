import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { connect, type Database, type Engine } from "../src/connect.ts";

/** A server where tests may make databases; without it they run on PGlite alone. */
export const testServer: string | undefined = process.env["SLOMIX_TEST_DATABASE_URL"];

/** The engines that tests run on here. */
export const engines: readonly Engine[] = testServer ? ["pglite", "postgres"] : ["pglite"];

/** An address to connect to, of a database with nothing in it. */
export interface FreshTarget {
  readonly target: string;
  remove(): Promise<void>;
}

/** A place for a new database: a copy of the empty folder, or a database of its own on the server. */
export async function freshTarget(engine: Engine): Promise<FreshTarget> {
  if (engine === "pglite") {
    const root = mkdtempSync(join(tmpdir(), "slomix-db-"));
    const target = join(root, "data");
    cpSync(inject("emptyFolder"), target, { recursive: true });
    return { target, remove: async () => rmSync(root, { recursive: true, force: true }) };
  }
  const url = new URL(testServer ?? "");
  const name = `slomix_test_${randomBytes(6).toString("hex")}`;
  await onServer(`create database ${name} template template0`);
  url.pathname = `/${name}`;
  return {
    target: url.href,
    remove: () => onServer(`drop database if exists ${name} with (force)`),
  };
}

/** A database with all tables and no rows but the seeds. `remove` closes it and deletes it. */
export async function freshDatabase(
  engine: Engine,
): Promise<{ db: Database; remove(): Promise<void> }> {
  const { target, remove } = await freshTarget(engine);
  try {
    const db = await connect(target);
    return {
      db,
      remove: async () => {
        await db.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The same tests on every engine, with one database for all of them. */
export function onEachEngine(
  title: string,
  tests: (db: () => Database, engine: Engine) => void,
): void {
  describe.each(engines)(`${title} on %s`, (engine) => {
    let fresh: Awaited<ReturnType<typeof freshDatabase>>;
    beforeAll(async () => {
      fresh = await freshDatabase(engine);
    }, 60_000);
    afterAll(() => fresh?.remove(), 60_000);
    tests(() => fresh.db, engine);
  });
}

async function onServer(sql: string): Promise<void> {
  const client = postgres(testServer ?? "", { max: 1, onnotice: () => {} });
  try {
    await client.unsafe(sql);
  } finally {
    await client.end();
  }
}

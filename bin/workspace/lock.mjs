// One process at a time may install or build in this folder.
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Runs `work` while holding the lock in `file`, waiting for whoever holds it now.
 *
 * The lock is SQLite's own on an empty database: the kernel drops it when its holder
 * dies, however that happens, so there is no stale lock to judge and take over.
 *
 * @template T
 * @param {string} file path of the lock; created when absent, its folder must exist
 * @param {() => void} onWait called once, when another process holds the lock
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, onWait, work) {
  const { DatabaseSync } = await importSqlite();
  const database = new DatabaseSync(file);
  try {
    let waited = false;
    while (!tryLock(database)) {
      if (!waited) onWait();
      waited = true;
      await sleep(100);
    }
    return await work();
  } finally {
    database.close();
  }
}

/** @param {import("node:sqlite").DatabaseSync} database */
function tryLock(database) {
  try {
    database.exec("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY) return false;
    throw error;
  }
}

const SQLITE_BUSY = 5;

/** Node 22 calls node:sqlite experimental on every start; nobody who starts Slomix needs to know. */
async function importSqlite() {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return await import("node:sqlite");
  } finally {
    process.emitWarning = emitWarning;
  }
}

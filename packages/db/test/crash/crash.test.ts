import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { comparableDump, dumpDifference } from "../../src/comparable-dump.ts";
import { connect, ingest, validate } from "../../src/index.ts";
import { engines, freshTarget, testServer } from "../engines.ts";
import { seasonFiles } from "../sample-files.ts";
import { runImport } from "./run-import.ts";

/** Kills an engine: SLOMIX_KILLS=40 for the whole measure, some in CI, few at a desk. */
const KILLS = Number(process.env["SLOMIX_KILLS"] ?? (process.env["CI"] ? 6 : 2));
const EVENINGS = Number(process.env["SLOMIX_KILL_EVENINGS"] ?? (KILLS > 10 ? 20 : 4));
const SEED = Number(process.env["SLOMIX_KILL_SEED"] ?? Date.now() % 1_000_000);
const LONG = 60_000 + KILLS * 60_000;

/** 0 to 1, by the seed and the number of the kill alone. */
function moment(i: number): number {
  let state = (SEED + i * 7919) >>> 0;
  for (let n = 0; n < 3; n++) state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}

async function dumpOf(target: string): Promise<string> {
  const db = await connect(target);
  try {
    expect((await validate(db)).errors).toEqual([]);
    return await comparableDump(db);
  } finally {
    await db.close();
  }
}

describe.each(engines)(`an import on %s, killed in the middle (seed ${SEED})`, (engine) => {
  test(
    `ends like one that was left alone, ${KILLS} times of ${KILLS}`,
    async () => {
      const clean = await freshTarget(engine);
      try {
        const first = runImport(clean.target, EVENINGS);
        await first.opened;
        const begun = performance.now();
        expect(await first.ended).toContain("done");
        const duration = performance.now() - begun;
        const want = await dumpOf(clean.target);

        for (let i = 0; i < KILLS; i++) {
          const { target, remove } = await freshTarget(engine);
          try {
            const killed = runImport(target, EVENINGS);
            await killed.opened;
            await wait(moment(i) * duration);
            killed.child.kill("SIGKILL");
            await killed.ended;
            expect(await runImport(target, EVENINGS).ended).toContain("done");
            expect(dumpDifference(await dumpOf(target), want), `kill ${i}`).toEqual([]);
          } finally {
            await remove();
          }
        }
      } finally {
        await clean.remove();
      }
    },
    LONG,
  );
});

describe("two imports at once", () => {
  test(
    "on a folder: the second is told so and changes nothing",
    async () => {
      const alone = await freshTarget("pglite");
      const { target, remove } = await freshTarget("pglite");
      try {
        expect(await runImport(alone.target, EVENINGS).ended).toContain("done");
        // The first stays open until the second has ended, however slow the machine is.
        const db = await connect(target);
        const importing = ingest(db, seasonFiles(EVENINGS));
        const second = await runImport(target, EVENINGS).ended;
        expect(second).toMatch(/^failed folder_in_use .*in use/);
        expect((await importing).failures).toEqual([]);
        await db.close();
        expect(dumpDifference(await dumpOf(target), await dumpOf(alone.target))).toEqual([]);
      } finally {
        await alone.remove();
        await remove();
      }
    },
    LONG,
  );

  test.runIf(testServer)(
    "on a server: both end, and the database is that of one",
    async () => {
      const alone = await freshTarget("postgres");
      const shared = await freshTarget("postgres");
      try {
        expect(await runImport(alone.target, EVENINGS).ended).toContain("done");
        const both = [runImport(shared.target, EVENINGS), runImport(shared.target, EVENINGS)];
        for (const run of both) expect(await run.ended).toContain("done");
        expect(dumpDifference(await dumpOf(shared.target), await dumpOf(alone.target))).toEqual([]);
      } finally {
        await alone.remove();
        await shared.remove();
      }
    },
    LONG,
  );
});

describe.runIf(testServer)("a server that restarts in the middle of an import", () => {
  let url = "";
  let server: ReturnType<typeof spawn>;

  // A server of its own: the shared one serves other tests.
  beforeAll(async () => {
    const program = join(import.meta.dirname, "../../../../bin/test-postgres");
    server = spawn(program, ["--until-stdin-ends"], { stdio: ["pipe", "pipe", "inherit"] });
    url = await new Promise((resolve, reject) => {
      server.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
      server.once("close", () => reject(new Error("no server")));
    });
    // Test servers may lose their last commits in a crash; a real one may not.
    const db = await connect(url);
    await db.query(`alter role current_user set synchronous_commit = on`);
    await db.close();
  }, 60_000);
  afterAll(() => void server.stdin?.end());

  test(
    "is waited for",
    async () => {
      const running = runImport(url, EVENINGS);
      await running.opened;
      await wait(300);
      // One connection killed by force: the server drops all others and recovers from its log.
      const db = await connect(url);
      const [row] = await db.query<{ pid: number }>("select pg_backend_pid() as pid");
      process.kill(row?.pid ?? 0, "SIGKILL");
      await db.close();
      expect(await running.ended).toContain("done");
      const alone = await freshTarget("postgres");
      try {
        expect(await runImport(alone.target, EVENINGS).ended).toContain("done");
        expect(dumpDifference(await dumpOf(url), await dumpOf(alone.target))).toEqual([]);
      } finally {
        await alone.remove();
      }
    },
    LONG,
  );
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, globSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const COMMAND = join(import.meta.dirname, "test-postgres");
const hasServer = globSync("/usr/lib/postgresql/*/bin/initdb").length > 0;

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slomix-server-"));
  chmodSync(folder, 0o755); // as root, the server runs as another user
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string[]} args */
function start(...args) {
  const child = spawn(COMMAND, args, { env: { ...process.env, TMPDIR: folder } });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => (stdout += chunk));
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const done = once(child, "close").then(([status]) => ({ status, stdout, stderr }));
  const url = async () => {
    await expect.poll(() => stdout, { timeout: 20_000 }).toContain("\n");
    return new URL(stdout.trim());
  };
  return { child, done, url };
}

/** @param {URL} url */
async function answers(url) {
  const socket = connect(Number(url.port), url.hostname);
  try {
    return await new Promise((resolve) => {
      socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
    });
  } finally {
    socket.destroy();
  }
}

describe.runIf(hasServer)("bin/test-postgres", { timeout: 30_000 }, () => {
  test("runs a command beside a server, ends with its status, leaves nothing", async () => {
    const { status, stdout } = await start(
      "--",
      "sh",
      "-c",
      'echo "$SLOMIX_TEST_DATABASE_URL"; exit 7',
    ).done;
    expect(stdout).toMatch(/^postgres:\/\/slomix@127\.0\.0\.1:\d+\/slomix_test\n$/);
    expect(status).toBe(7);
    expect(await answers(new URL(stdout.trim()))).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    [
      "the end of its input",
      (/** @type {ReturnType<typeof start>["child"]} */ child) => child.stdin.end(),
    ],
    ["a signal", (/** @type {ReturnType<typeof start>["child"]} */ child) => child.kill("SIGTERM")],
  ])("serves until %s", async (_, end) => {
    const { child, done, url } = start("--until-stdin-ends");
    const server = await url();
    expect(await answers(server)).toBe(true);
    end(child);
    await done;
    expect(await answers(server)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.runIf(existsSync("/usr/bin/setpriv"))(
    "killed outright, the server goes too; the next one tidies up",
    async () => {
      const { child, url } = start();
      const server = await url();
      child.kill("SIGKILL");
      await expect.poll(() => answers(server), { timeout: 10_000 }).toBe(false);
      expect(readdirSync(folder)).toHaveLength(1);
      await start("--", "true").done;
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  test("a temporary folder that the server's user cannot enter is no obstacle", async () => {
    chmodSync(folder, 0o700);
    expect((await start("--", "true").done).status).toBe(0);
  });
});

test("an unknown option is wrong usage", async () => {
  expect((await start("--port").done).status).toBe(2);
});

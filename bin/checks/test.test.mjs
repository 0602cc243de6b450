import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const TEST = pathToFileURL(join(import.meta.dirname, "test.mjs")).href;

/** @type {string} */
let root;

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  chmodSync(join(root, path), 0o755);
}

/** @param {string} name @param {string} lines */
const program = (name, lines) => write(`node_modules/.bin/${name}`, `#!/bin/sh\n${lines}\n`);

/** Vitest, with that many tests passed and failed. @param {number} passed @param {number} failed */
const vitest = (passed, failed, status = failed > 0 ? 1 : 0) =>
  program(
    "vitest",
    `echo "server: $SLOMIX_TEST_DATABASE_URL"
    for arg; do case $arg in --outputFile.json=*)
      echo '{"numPassedTests":${passed},"numFailedTests":${failed}}' >"\${arg#*=}";; esac; done
    exit ${status}`,
  );

const SERVES = "#!/bin/sh\necho postgres://here\ncat >/dev/null\necho gone >stopped\n";
const NO_SERVER = "#!/bin/sh\necho 'no server here' >&2\nexit 3\n";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "slomix-checks-"));
  write("bin/check-dependencies.mjs", "");
  write("bin/test-postgres", SERVES);
  for (const folder of ["packages/a", "packages/b", "apps/c"])
    write(`${folder}/package.json`, "{}");
  write("packages/a/src/x.test.ts", "");
  write("apps/c/test/y.test.ts", "");
  for (const name of ["biome", "tsc", "turbo", "knip", "pnpm"]) program(name, "echo fine");
  vitest(40, 0);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** @param {string} command @param {string[]} args */
function run(command, ...args) {
  const script = `const { test } = await import("${TEST}");
    process.exitCode = await test(process.argv[1], process.argv[2], process.argv.slice(3));`;
  const { SLOMIX_TEST_DATABASE_URL: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "-e", script, root, command, ...args],
    { cwd: root, encoding: "utf8", env },
  );
  return { status, stdout, stderr, last: stdout.trim().split("\n").at(-1) };
}

const CHECKS = 7;

test("every check and every test counts as one", () => {
  const { status, stdout, last } = run("test");
  expect(last).toBe(`${CHECKS + 40} passed, 0 failed`);
  expect(status).toBe(0);
  expect(stdout).toContain("server: postgres://here");
  expect(stdout).not.toContain("fine");
});

test("`check` runs no test", () => {
  vitest(0, 1);
  expect(run("check")).toMatchObject({ status: 0, last: `${CHECKS} passed, 0 failed` });
});

test("--ci runs the packages that have tests by themselves as well", () => {
  const { last, stdout } = run("test", "--ci");
  expect(stdout).toMatch(/ok {6}packages\/a.*\n.*|ok {6}apps\/c/);
  expect(stdout).not.toContain("packages/b");
  expect(last).toBe(`${CHECKS + 1 + 40 + 2} passed, 0 failed`);
});

test("a failing check is shown, and the rest runs all the same", () => {
  program("knip", "echo 'Unused files (1)'; exit 1");
  const { status, stdout, last } = run("test");
  expect(stdout).toContain("Unused files (1)");
  expect(last).toBe(`${CHECKS - 1 + 40} passed, 1 failed`);
  expect(status).toBe(1);
});

test("a program that is not there is a failure", () => {
  rmSync(join(root, "node_modules/.bin/biome"));
  expect(run("check").last).toBe(`${CHECKS - 1} passed, 1 failed`);
});

test("failed tests count each; a run that failed without any counts once", () => {
  vitest(38, 2);
  expect(run("test")).toMatchObject({ status: 1, last: `${CHECKS + 38} passed, 2 failed` });
  vitest(40, 0, 1);
  expect(run("test")).toMatchObject({ status: 1, last: `${CHECKS + 40} passed, 1 failed` });
  program("vitest", "exit 1");
  expect(run("test")).toMatchObject({ status: 1, last: `${CHECKS} passed, 1 failed` });
});

test("a server that is not to be had is said; with --ci it is a failure", () => {
  write("bin/test-postgres", NO_SERVER);
  const plain = run("test");
  expect(plain.stdout).toContain("skipped no PostgreSQL: no server here");
  expect(plain).toMatchObject({ status: 0, last: `${CHECKS + 40} passed, 0 failed` });
  expect(run("test", "--ci")).toMatchObject({ status: 1 });
});

test("wrong usage is said on stderr", () => {
  for (const args of [
    ["test", "--fast"],
    ["check", "--ci"],
    ["test", "--ci", "db"],
  ]) {
    const { status, stdout, stderr } = run(/** @type {string} */ (args[0]), ...args.slice(1));
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("usage: slomix test");
  }
});

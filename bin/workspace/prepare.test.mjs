import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

/** @type {string} */
let root;

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A program of the workspace: notes its name in `log`, then runs the shell lines. */
function program(/** @type {string} */ name, /** @type {string} */ lines) {
  write(`node_modules/.bin/${name}`, `#!/bin/sh\necho ${name} >>log\n${lines}\n`);
  chmodSync(join(root, `node_modules/.bin/${name}`), 0o755);
}

/** Which programs ran since the last call. */
function ran() {
  try {
    const text = readFileSync(join(root, "log"), "utf8");
    // Only whole lines: a program may be about to write.
    if (text.endsWith("\n")) rmSync(join(root, "log"));
    return text.split("\n").slice(0, -1);
  } catch {
    return [];
  }
}

const INSTALLS = "touch node_modules/.modules.yaml";
const BUILDS = "mkdir -p apps/cli/dist && touch apps/cli/dist/main.js";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "slomix-prepare-"));
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"]) write(file, "{}");
  for (const file of ["tsconfig.base.json", "tsup.shared.ts", "turbo.json"]) write(file, "{}");
  write("apps/cli/package.json", "{}");
  write("packages/db/package.json", "{}");
  write("packages/db/src/schema/index.ts", "export {};");
  program("pnpm", INSTALLS);
  program("turbo", BUILDS);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const PREPARE = pathToFileURL(join(import.meta.dirname, "prepare.mjs")).href;

/** A process of its own that prepares the workspace, as every start of `slomix` does. */
function start({ build = true } = {}) {
  const script = `const { prepare } = await import("${PREPARE}");
    await prepare(process.argv[1], { build: ${build} });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, root]);
  let stderr = "";
  let stdout = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  child.stdout.on("data", (chunk) => (stdout += chunk));
  const done = once(child, "close").then(([status]) => ({ status, stderr, stdout }));
  return { child, done };
}

const prepare = (/** @type {{ build?: boolean }} */ wanted = {}) => start(wanted).done;

test("installs and builds once; says so on stderr alone", async () => {
  const first = await prepare();
  expect(first).toEqual({
    status: 0,
    stderr: "slomix: installing packages …\nslomix: building …\n",
    stdout: "",
  });
  expect(ran()).toEqual(["pnpm", "turbo"]);
  expect(await prepare()).toEqual({ status: 0, stderr: "", stdout: "" });
  expect(ran()).toEqual([]);
});

test("tests need no build", async () => {
  await prepare({ build: false });
  expect(ran()).toEqual(["pnpm"]);
});

test.each([
  ["a source", "packages/db/src/schema/index.ts", ["turbo"]],
  ["a new source", "packages/db/src/round.ts", ["turbo"]],
  ["a setting of the build", "packages/db/tsup.config.ts", ["turbo"]],
  ["the manifest of a package", "packages/db/package.json", ["pnpm", "turbo"]],
  ["a new package", "packages/predict/package.json", ["pnpm", "turbo"]],
  ["the lock file", "pnpm-lock.yaml", ["pnpm", "turbo"]],
  ["a test", "packages/db/src/round.test.ts", []],
  ["a golden file", "packages/db/test/golden/x.json", []],
  ["a result", "packages/db/dist/index.js", []],
  ["another result", "packages/db/cluster/template.tar.gz", []],
  ["its maker", "packages/db/cluster/make-template.ts", ["turbo"]],
])("%s has changed", async (_, path, expected) => {
  await prepare();
  ran();
  write(path, '{ "changed": true }');
  await prepare();
  expect(ran()).toEqual(expected);
});

test("what is gone comes back", async () => {
  await prepare();
  ran();
  rmSync(join(root, "apps/cli/dist"), { recursive: true });
  await prepare();
  expect(ran()).toEqual(["turbo"]);
  rmSync(join(root, "node_modules/.modules.yaml"));
  await prepare();
  expect(ran()).toEqual(["pnpm"]);
});

test("a failure shows what was said, and is tried again", async () => {
  program("turbo", "echo 'x.ts: no such thing'; exit 3");
  const failed = await prepare();
  expect(failed.status).toBe(1);
  expect(failed.stderr).toContain("x.ts: no such thing");
  expect(failed.stderr).toContain("failed");
  ran();
  program("turbo", BUILDS);
  expect((await prepare()).status).toBe(0);
  expect(ran()).toEqual(["turbo"]);
});

test("of two at once, one works and the other waits for it", async () => {
  program("pnpm", `sleep 0.5; ${INSTALLS}`);
  const results = await Promise.all([prepare(), prepare(), prepare()]);
  expect(results.map(({ status }) => status)).toEqual([0, 0, 0]);
  expect(results.filter(({ stderr }) => stderr.includes("waiting"))).toHaveLength(2);
  expect(ran()).toEqual(["pnpm", "turbo"]);
});

test("a signal stops the work and leaves it to the next run", async () => {
  program("pnpm", `${INSTALLS}; exec sleep 60`);
  const { child, done } = start();
  await expect.poll(ran, { timeout: 5000 }).toEqual(["pnpm"]);
  child.kill("SIGTERM");
  expect((await done).status).not.toBe(0);
  program("pnpm", INSTALLS);
  expect((await prepare()).status).toBe(0);
  expect(ran()).toEqual(["pnpm", "turbo"]);
});

test("killed outright: the next run lets the orphan end, then does the work again", async () => {
  program("pnpm", `sleep 1; ${INSTALLS}; echo orphan >>log`);
  const { child, done } = start();
  await expect.poll(ran, { timeout: 5000 }).toEqual(["pnpm"]);
  child.kill("SIGKILL");
  await done.catch(() => undefined);
  program("pnpm", INSTALLS);
  expect((await prepare()).status).toBe(0);
  expect(ran()).toEqual(["orphan", "pnpm", "turbo"]);
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const BIN = import.meta.dirname;
const SHELL = existsSync("/bin/dash") ? "/bin/dash" : "/bin/sh";

/** @type {string} */
let root;

/** @param {string} path @param {string} text */
function script(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), `#!/bin/sh\n${text}\n`);
  chmodSync(join(root, path), 0o755);
}

/** The system's Node says that it is of this version; for anything else it is the real one. */
const systemNode = (/** @type {string} */ version) =>
  script(
    "system/node",
    `[ "$1" = --version ] && echo ${version} && exit\nexec ${process.execPath} "$@"`,
  );

/** The system's npm: `ci` brings what the lock file in the working folder asks for. */
const systemNpm = (/** @type {string} */ first) =>
  script(
    "system/npm",
    `echo "$1" >>${root}/npm.log; ${first}
    case $(basename "$PWD") in
      *node*) for arch in x64 arm64; do
        mkdir -p node_modules/node-linux-$arch/bin
        ln -s ${process.execPath} node_modules/node-linux-$arch/bin/node
      done ;;
      *pnpm*) mkdir -p node_modules/.bin; printf '#!/bin/sh\\n' >node_modules/.bin/pnpm; chmod +x node_modules/.bin/pnpm ;;
    esac`,
  );

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "slomix-start-"));
  mkdirSync(join(root, "bin"));
  cpSync(join(BIN, "slomix"), join(root, "bin/slomix"));
  cpSync(join(BIN, "toolchain"), join(root, "bin/toolchain"), { recursive: true });
  writeFileSync(
    join(root, "bin/slomix.mjs"),
    "console.log(JSON.stringify([process.argv.slice(2), process.env.PATH.split(':')]))",
  );
  systemNode("v20.20.2");
  systemNpm("");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** @param {string[]} args @param {string} [command] */
function start(args = [], command = join(root, "bin/slomix")) {
  const child = spawn(SHELL, [command, ...args], {
    env: { PATH: `${join(root, "system")}:/usr/bin:/bin`, HOME: root },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => (stdout += chunk));
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const done = once(child, "close").then(([status]) => ({ status, stdout, stderr }));
  return { child, done };
}

/** How often npm fetched something. */
const fetches = () =>
  existsSync(join(root, "npm.log"))
    ? readFileSync(join(root, "npm.log"), "utf8").trim().split("\n").length
    : 0;
const tools = () => readdirSync(join(root, ".toolchain")).sort();
const BOTH = [
  expect.stringMatching(/^node-[0-9a-f]{16}$/),
  expect.stringMatching(/^pnpm-[0-9a-f]{16}$/),
];

test("an old Node fetches Node and pnpm, once; arguments pass through", async () => {
  const { status, stdout, stderr } = await start(["parse", "a b", ""]).done;
  expect(stderr).toBe("slomix: fetching pnpm (once) …\nslomix: fetching node (once) …\n");
  expect(status).toBe(0);
  const [args, path] = JSON.parse(stdout);
  expect(args).toEqual(["parse", "a b", ""]);
  expect(path[0]).toMatch(/\.toolchain\/pnpm-[0-9a-f]{16}\/node_modules\/\.bin$/);
  expect(path[1]).toMatch(/\.toolchain\/node-[0-9a-f]{16}\/node_modules\/node-linux-\w+\/bin$/);
  expect(tools()).toEqual(BOTH);
  expect((await start().done).stderr).toBe("");
  expect(fetches()).toBe(2);
});

test.each([
  ["v22.18.0", true],
  ["v24.0.0", true],
  ["v26.1.0", true],
  ["v22.17.1", false],
  ["v23.11.0", false],
  ["v25.2.0", false],
  ["v8.0.0", false],
  ["nonsense", false],
])("a system with Node %s: used is %s", async (version, isUsed) => {
  systemNode(version);
  await start().done;
  expect(tools()).toHaveLength(isUsed ? 1 : 2);
});

test("works through a link to a link", async () => {
  symlinkSync("bin/slomix", join(root, "one"));
  symlinkSync(join(root, "one"), join(root, "system/two"));
  expect((await start(["x"], join(root, "system/two")).done).stdout).toContain('["x"]');
});

test("two at once both end well and leave one copy", async () => {
  systemNpm("sleep 0.3");
  const results = await Promise.all([start().done, start().done, start().done]);
  expect(results.map(({ status }) => status)).toEqual([0, 0, 0]);
  expect(tools()).toEqual(BOTH);
  // Not one inside the other either.
  for (const name of tools())
    expect(readdirSync(join(root, ".toolchain", name)).sort()).toEqual([
      "node_modules",
      "npm.log",
      "package-lock.json",
      "package.json",
    ]);
});

test("a signal in the middle leaves nothing", async () => {
  systemNpm("sleep 1");
  const { child, done } = start();
  await expect.poll(fetches, { timeout: 5000 }).toBe(1);
  child.kill("SIGTERM");
  expect((await done).status).toBe(143);
  expect(tools()).toEqual([]);
});

test("what a killed run left is gone after the next", async () => {
  systemNpm("sleep 1");
  const { child, done } = start();
  await expect.poll(fetches, { timeout: 5000 }).toBe(1);
  child.kill("SIGKILL");
  await done;
  expect(tools()).toEqual([expect.stringMatching(/^tmp-pnpm-\d+$/)]);
  systemNpm("");
  expect((await start().done).status).toBe(0);
  expect(tools()).toEqual(BOTH);
});

test("a failing npm is shown and leaves nothing", async () => {
  systemNpm("echo 'npm error EINTEGRITY'; exit 1");
  const { status, stdout, stderr } = await start().done;
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toContain("npm error EINTEGRITY");
  expect(stderr).toContain("slomix: could not fetch pnpm");
  expect(tools()).toEqual([]);
});

test("the lock files name no host and hold a hash of every package", () => {
  for (const name of ["node", "pnpm"]) {
    const { packages } = JSON.parse(
      readFileSync(join(BIN, "toolchain", name, "package-lock.json"), "utf8"),
    );
    const fetched = Object.entries(packages).filter(([path]) => path !== "");
    expect(fetched.length).toBeGreaterThan(0);
    for (const [, { integrity, resolved }] of fetched) {
      expect(integrity).toMatch(/^sha512-/);
      expect(resolved).toBeUndefined();
    }
  }
  expect(readFileSync(join(BIN, "../pnpm-lock.yaml"), "utf8")).not.toMatch(/https?:\/\/|tarball:/);
});

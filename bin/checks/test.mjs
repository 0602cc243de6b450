// `slomix test` and `slomix check`: every gate that a change must pass, and one count at the end.
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { runProgram } from "../workspace/program.mjs";
import { workspaceFolders } from "../workspace/stamps.mjs";
import { startServer } from "./server.mjs";
import { runTests } from "./vitest.mjs";

/** @typedef {{ name: string, command: string[] }} Check */

/** One failing package is no reason not to look at the others. */
const TURBO = ["turbo", "run", "--output-logs=errors-only", "--continue"];

/** What needs no test run. Order: what fails fastest first; the build before what reads `dist`. */
const STATIC_CHECKS = [
  { name: "lint", command: ["biome", "check", "--error-on-warnings", "."] },
  { name: "dependency direction", command: ["node", "bin/check-dependencies.mjs"] },
  { name: "types of the workspace", command: ["tsc", "-p", "tsconfig.json"] },
  { name: "types", command: [...TURBO, "typecheck"] },
  { name: "build", command: [...TURBO, "build"] },
  { name: "packages", command: [...TURBO, "check:package", "--filter=./packages/*"] },
  { name: "unused code and dependencies", command: ["knip"] },
];

const USAGE = `usage: slomix test [--ci]   every check and test
       slomix check       the checks that run no test
--ci skips nothing: installs what is missing, and runs each package's tests by themselves too
`;

/**
 * Prints a section for each check, and at the very end `N passed, N failed`: every test
 * counts as one, and so does every check.
 *
 * @param {string} root the workspace, its packages installed
 * @param {"test" | "check"} command
 * @param {string[]} args
 * @returns {Promise<number>} exit status
 */
export async function test(root, command, args) {
  const ci = command === "test" && args.includes("--ci");
  if (args.some((arg) => !(arg === "--ci" && command === "test"))) {
    process.stderr.write(USAGE);
    return 2;
  }

  const count = { passed: 0, failed: 0 };
  /** @param {Check} check @param {NodeJS.ProcessEnv} [env] */
  const run = async ({ name, command }, env = {}) => {
    const started = performance.now();
    const { status, output } = await runProgram(root, command, { env });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    print(`${status === 0 ? "ok    " : "FAILED"}  ${name}  ${seconds} s`);
    if (status !== 0) process.stdout.write(output);
    count[status === 0 ? "passed" : "failed"]++;
  };

  print("── checks");
  for (const check of STATIC_CHECKS) await run(check);
  if (command === "test") await runAllTests();
  print(`${count.passed} passed, ${count.failed} failed`);
  return count.failed === 0 ? 0 : 1;

  async function runAllTests() {
    print("── database");
    const server = await startServer(root, { install: ci });
    const env = {
      // Vitest leaves a core free for whoever watches; here it may have them all.
      VITEST_MAX_WORKERS: String(availableParallelism()),
      ...(server.url === undefined ? {} : { SLOMIX_TEST_DATABASE_URL: server.url }),
    };
    if (server.url !== undefined) print(`ok      ${server.url}`);
    else print(`${ci ? "FAILED " : "skipped"} no PostgreSQL: ${server.problem}`);
    if (ci) count[server.url === undefined ? "failed" : "passed"]++;
    try {
      print("── tests");
      const tests = await runTests(root, { ...env, SLOMIX_LONG: "1" });
      count.passed += tests.passed;
      count.failed += tests.failed;
      if (!ci) return;
      print("── each package by itself");
      // The quick ones: what takes long has just run.
      for (const folder of workspaceFolders(root).filter((folder) => hasTests(root, folder)))
        await run({ name: folder, command: ["pnpm", "--dir", folder, "test"] }, { CI: "" });
    } finally {
      await server.stop();
    }
  }
}

/** @param {string} root @param {string} folder */
const hasTests = (root, folder) =>
  globSync("{src,test}/**/*.test.{ts,tsx}", { cwd: join(root, folder) }).length > 0;

/** @param {string} line */
const print = (line) => process.stdout.write(`${line}\n`);

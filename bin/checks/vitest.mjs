import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram } from "../workspace/program.mjs";

/**
 * Runs the tests of the whole workspace, showing what Vitest shows.
 *
 * @param {string} root the workspace
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ passed: number, failed: number }>} `failed` is at least 1 when the run
 *   failed in any way: a file that does not load has no tests to count
 */
export async function runTests(root, env) {
  const folder = mkdtempSync(join(tmpdir(), "slomix-test-"));
  const report = join(folder, "report.json");
  try {
    const { status } = await runProgram(
      root,
      ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
      { env, show: true },
    );
    const { passed, failed } = readReport(report);
    return { passed, failed: status === 0 ? failed : Math.max(failed, 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file */
function readReport(file) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, "utf8"));
    return { passed: Number(numPassedTests), failed: Number(numFailedTests) };
  } catch {
    return { passed: 0, failed: 1 }; // Vitest ended before it wrote any.
  }
}

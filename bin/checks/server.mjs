import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/**
 * A private PostgreSQL for one test run. It holds the other end of a pipe to this process, so
 * it goes when this process goes, however that happens. A URL that is set already is used
 * as it is.
 *
 * @param {string} root the workspace
 * @param {{ install: boolean }} options `install`: as root on Debian, installs it when absent
 * @returns {Promise<{ url?: string, problem?: string, stop: () => Promise<void> }>} `problem`
 *   says why there is no `url`
 */
export async function startServer(root, { install }) {
  const given = process.env["SLOMIX_TEST_DATABASE_URL"];
  if (given) return { url: given, stop: async () => {} };

  const args = ["--until-stdin-ends", ...(install ? ["--install"] : [])];
  const child = spawn(join(root, "bin/test-postgres"), args, { stdio: "pipe" });
  const closed = once(child, "close");
  let url = "";
  let messages = "";
  child.stderr.on("data", (chunk) => {
    messages += chunk;
    process.stderr.write(chunk);
  });
  const ready = new Promise((resolve) => {
    child.stdout.on("data", (chunk) => {
      url += chunk;
      if (url.includes("\n")) resolve(undefined);
    });
  });

  await Promise.race([ready, closed]);
  if (!url.includes("\n")) return { problem: messages.trim(), stop: async () => {} };
  return {
    url: url.trim(),
    stop: async () => {
      child.stdin.end();
      await closed;
    },
  };
}

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { samples, slomix } from "./command.ts";

// What only a process of its own shows: its exit status, its pipes, its signals.
const main = join(import.meta.dirname, "../src/main.ts");
const node = ["--conditions=@slomix/source", main];
const evening = join(samples, "small/2025-09-12_s01");
const r2 = join(evening, "gamestats/2025-09-12-205859-supply-round-2.txt");
const folder = mkdtempSync(join(tmpdir(), "slomix-process-"));
afterAll(() => rmSync(folder, { recursive: true }));

const shell = (command: string) =>
  spawnSync(
    "bash",
    ["-c", command.replaceAll(/\bslomix /g, `"${process.execPath}" ${node.join(" ")} `)],
    {
      encoding: "utf8",
    },
  );

describe("pipes", () => {
  test("whoever reads only the beginning spoils nothing", () => {
    const many = `${r2} `.repeat(400);
    const { stdout, stderr } = shell(
      `set -o pipefail; slomix parse --json ${many} | head -c 20; echo " $?"`,
    );
    expect({ stdout, stderr }).toEqual({
      stdout: `{"file":"${samples.slice(0, 11)} 0\n`,
      stderr: "",
    });
  });

  test.runIf(existsSync("/dev/full"))("a full disk under stdout is an error", () => {
    const { status, stderr } = shell(`slomix parse --json ${r2} > /dev/full`);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "slomix: no room left on the disk\n" });
  });

  test("wrong usage gets out as status 2", () => {
    expect(shell("slomix parze").status).toBe(2);
  });
});

/** A process whose output can be waited for. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [...node, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, ended, seen: (text: RegExp) => seen(child, text) };
}

function seen(child: ChildProcess, text: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let all = "";
    const read = (chunk: Buffer) => {
      all += chunk;
      if (text.test(all)) resolve(all);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.on("close", () => reject(new Error(`ended without ${text}: ${all}`)));
  });
}

describe("up", () => {
  test("listens, answers, refuses a second one, and stops at Ctrl-C", async () => {
    const data = join(folder, "data");
    expect((await slomix(["import", evening, "--data", data])).status).toBe(0);
    const running = start("up", "--data", data, "--port", "0");
    const said = await running.seen(/Ctrl-C stops it/);
    expect(said).toMatch(/1 session; the last one on 2025-09-12: .+ \d–\d .+, 3 maps, 6 players\./);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? "";
    const answer = await fetch(`${url}/api/sessions`);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(await answer.json())).toContain('"date":"2025-09-12"');

    const port = url.split(":").at(-1) ?? "";
    const samePort = await slomix(["up", "--data", join(folder, "other"), "--port", port]);
    expect(samePort.status).toBe(1);
    expect(samePort.err).toMatch(
      /^slomix: cannot listen on 127\.0\.0\.1 port \d+: another program listens there; stop it, or give --port another number\n$/,
    );
    expect(existsSync(join(folder, "other"))).toBe(false);
    const sameData = await slomix(["up", "--data", data, "--port", "0"]);
    expect(sameData.status).toBe(1);
    expect(sameData.err).toMatch(/^slomix: the data folder .* is in use by another/);
    const doctor = shell(`slomix doctor --data ${data} --port ${port}`);
    expect(doctor.status).toBe(0);
    expect(doctor.stdout).toMatch(/^ok +api +Slomix answers at /m);
    expect(doctor.stdout).toMatch(
      /^note +database +another slomix has the embedded database open/m,
    );

    running.child.kill("SIGINT");
    expect(await running.ended).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
    expect((await slomix(["sessions", "--data", data])).status).toBe(0);
  }, 60_000);
});

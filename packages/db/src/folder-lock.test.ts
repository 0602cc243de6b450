import { type ChildProcess, spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { connect } from "./connect.ts";
import { lockFolder } from "./folder-lock.ts";

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "slomix-lock-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** Another process that takes the folder; what it says of it. */
async function other(folder: string): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(
    process.execPath,
    ["--conditions=@slomix/source", join(import.meta.dirname, "../test/hold-folder.ts"), folder],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  running.push(child);
  const said = await new Promise<string>((resolve) => {
    child.stdout?.once("data", (data) => resolve(String(data).trim()));
    child.once("exit", () => resolve("ended without a word"));
  });
  return { child, said };
}

const ended = (child: ChildProcess) =>
  new Promise((resolve) =>
    (child.exitCode ?? child.signalCode) === null ? child.once("exit", resolve) : resolve(0),
  );

const long = "a-rather-long-name-for-a-folder-".repeat(5);

test.each([["short"], [long]])("one owner, of %s", async (name) => {
  const folder = join(root, name);
  const lock = await lockFolder(folder);
  expect(await other(folder)).toMatchObject({ said: "folder_in_use" });
  // By another name it is the same folder.
  symlinkSync(folder, join(root, `link-${name.length}`));
  await expect(lockFolder(join(root, `link-${name.length}`))).rejects.toMatchObject({
    name: "DatabaseError",
    code: "folder_in_use",
    message: expect.stringContaining(`process ${process.pid}`),
  });
  await lock.release();
  expect(readdirSync(folder)).toEqual([]);
  expect(await other(folder)).toMatchObject({ said: "mine" });
});

test.each([["killed"], [`${long}killed`]])("freed when its owner is killed: %s", async (name) => {
  const folder = join(root, name);
  const { child, said } = await other(folder);
  expect(said).toBe("mine");
  await expect(connect(folder)).rejects.toMatchObject({
    code: "folder_in_use",
    message: expect.stringContaining(`process ${child.pid}`),
  });
  child.kill("SIGKILL");
  await ended(child);
  const lock = await lockFolder(folder);
  await lock.release();
});

test("a stopped owner still owns", async () => {
  const folder = join(root, "stopped");
  const { child } = await other(folder);
  child.kill("SIGSTOP");
  await expect(lockFolder(folder)).rejects.toMatchObject({ code: "folder_in_use" });
});

test("of many at once, also over a dead owner's mark, one wins", async () => {
  const folder = join(root, "crowd");
  const dead = await other(folder);
  dead.child.kill("SIGKILL");
  await ended(dead.child);
  const said = (await Promise.all(Array.from({ length: 4 }, () => other(folder)))).map(
    (o) => o.said,
  );
  expect(said.sort()).toEqual(["folder_in_use", "folder_in_use", "folder_in_use", "mine"]);
});

test("what a process left that died while it looked is swept away", async () => {
  const folder = join(root, "guarded");
  mkdirSync(folder);
  writeFileSync(join(folder, "owner.guard"), "1");
  utimesSync(join(folder, "owner.guard"), 1, 1);
  const lock = await lockFolder(folder);
  await lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test("a folder that cannot be", async () => {
  writeFileSync(join(root, "file"), "");
  for (const folder of [join(root, "file"), join(root, "file/below")])
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: "folder_damaged" });
});

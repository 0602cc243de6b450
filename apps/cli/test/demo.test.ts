import { execFileSync } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { samples, slomix } from "./command.ts";

const demo = "demos/supply.dm_84";
const bytes = new Uint8Array(readFileSync(join(samples, demo)));

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slomix-demo-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A file of these bytes in the test's folder. */
const file = (name: string, content: Uint8Array | string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe("demo events", () => {
  test("--json is one object of a known shape", async () => {
    const { status, out, err } = await slomix(["demo", "events", demo, "--json"]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const answer = JSON.parse(out);
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining(
        "file protocol mod modVersion map recorder durationMs firstServerTime lastServerTime end players events hits counts".split(
          " ",
        ),
      ),
    );
    expect(answer).toMatchObject({
      file: demo,
      protocol: 84,
      mod: "legacy",
      map: "supply",
      recorder: 0,
      durationMs: 40_000,
      end: "marker",
      damage: null,
      warnings: [],
      counts: { messages: 802, gamestates: 1, snapshots: 801, commands: 12 },
    });
    expect(answer.players[2]).toEqual({ client: 2, name: "Čedo", team: "axis" });
    const kills = answer.events.filter(({ type }: { type: string }) => type === "obituary");
    expect(kills).toHaveLength(answer.counts.obituaries);
    expect(answer.events.every((event: object) => "serverTime" in event)).toBe(true);
  });

  test("for people, as a table", async () => {
    const { status, out, err } = await slomix(["demo", "events", demo]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(/^Time {2}Event\n─+\n/);
    expect(out).toMatch(/0:01 {2}Aurora: gl & hf\n/);
    expect(out).toMatch(/0:03 {2}Bruno! \(team\): they come over the bridge\n/);
    expect(out).toMatch(/0:06 {2}The match was paused\n/);
    expect(out).toMatch(/killed .* {2}mp40\n/);
    expect(out).toMatch(/\n\d+ deaths, \d+ hits seen, \d+ of them on the head\.\n$/);
  });

  test("of a damaged one: what came before, and status 1", async () => {
    const damaged = bytes.slice();
    damaged.fill(255, 100_000, 100_400);
    const path = file("damaged.dm_84", damaged);
    const { status, out, err } = await slomix(["demo", "events", path, "--json"]);
    expect(status).toBe(1);
    expect(err).toMatch(/damaged\.dm_84: read up to here: .* \(message \d+, byte \d+\)\n$/);
    const { end, damage, events } = JSON.parse(out);
    expect(end).toBe("corrupt");
    expect(damage.offset).toBeGreaterThan(99_000);
    expect(events.length).toBeGreaterThan(5);
  });
});

describe("demo info", () => {
  test("for people and as JSON", async () => {
    const people = await slomix(["demo", "info", demo]);
    expect(people).toMatchObject({ status: 0, err: "" });
    expect(people.out).toMatch(/^demos\/supply\.dm_84\n\nLength {4}40 s, 187 kB\n/);
    expect(people.out).toMatch(/\n {3}0 {2}Aurora \(recorded\) {2}Axis {4}medic\n/);
    const { out } = await slomix(["demo", "info", demo, "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      map: "supply",
      bytes: bytes.length,
      parts: [{ gameType: 3, timeLimitMinutes: 12, hostName: "Made by hand", state: "playing" }],
      counts: { snapshots: 801 },
    });
  });

  test("of one that was cut off: a warning, and status 0", async () => {
    const path = file("short.dm_84", bytes.subarray(0, 90_000));
    const { status, out } = await slomix(["demo", "info", path]);
    expect(status).toBe(0);
    expect(out).toMatch(/the file ends within a message: it was cut off \(truncated\)/);
  });
});

describe("demo cut", () => {
  const cut = (...args: string[]) => slomix(["demo", "cut", demo, ...args]);

  test.each([
    ["10", "0:20", 610_000],
    ["@610000", "@620000", 610_000],
    ["0:10.5", "20.5", 610_500],
  ])("from %s to %s", async (from, to, first) => {
    const out = join(folder, "clip.dm_84");
    const { status, err, out: said } = await cut("--from", from, "--to", to, "-o", out, "--json");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(JSON.parse(said)).toMatchObject({
      file: demo,
      firstServerTime: first,
      lastServerTime: first + 10_000,
      messages: 202,
      copied: 200,
    });
    const info = await slomix(["demo", "info", out, "--json"]);
    expect(JSON.parse(info.out)).toMatchObject({ durationMs: 10_000, end: "marker" });
    expect(readdirSync(folder)).toEqual(["clip.dm_84"]);
  });

  test("for people, in a sentence", async () => {
    const { out } = await cut("--from", "1", "--to", "2", "-o", join(folder, "a.dm_84"));
    expect(out).toMatch(
      /a\.dm_84: 1 s \(server time 601000 to 602000\), 22 messages, 20 of them as they were, [\d.]+ kB\.\n$/,
    );
  });

  test("beyond the demo is refused with what there is; nothing is written", async () => {
    const { status, err } = await cut(
      "--from",
      "30",
      "--to",
      "1:00",
      "-o",
      join(folder, "a.dm_84"),
    );
    expect(status).toBe(1);
    expect(err).toBe(
      "slomix: the cut reaches beyond the demo; the demo has supply 0:00.000 to 0:40.000 (@600000 to @640000)\n",
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    [["--from", "x", "--to", "2", "-o", "a"], /--from: a moment is seconds/],
    [["--from", "1", "--to", "2"], /required option '-o, --out <file>' not specified/],
    [["--from", "1", "--to", "2", "-o", demo], /cannot take the place of the recording/],
  ])("%j is wrong usage", async (args, message) => {
    const { status, err } = await cut(...args);
    expect(err).toMatch(message);
    expect(status).toBe(2);
    expect(Buffer.compare(readFileSync(join(samples, demo)), bytes)).toBe(0);
  });

  test("stopped half way leaves nothing", async () => {
    const args = ["demo", "cut", demo, "--from", "1", "--to", "2", "-o", join(folder, "a.dm_84")];
    const { status, err } = await slomix(args, { stop: AbortSignal.abort() });
    expect({ status, err }).toEqual({ status: 1, err: "slomix: stopped; nothing was written\n" });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("into a folder that is not there", async () => {
    const { status, err } = await cut("--from", "1", "--to", "2", "-o", join(folder, "no/a.dm_84"));
    expect(status).toBe(1);
    expect(err).toMatch(/no such file or directory/);
  });
});

describe("what is no demo is refused with a sentence and status 1", () => {
  test.each([
    ["a.dm_84", "", /the file is empty/],
    ["a.dm_84", "PK\u0003\u0004....", /this is no demo but a zip archive: unpack the demo first/],
    ["a.dm_84", "<!doctype html>", /this is no demo but a web page/],
    ["a.tv_84", "....", /this is an ETTV recording \(protocol 284, \.tv_84\), which is not read/],
    ["a.dm_68", "....", /this is a demo of protocol 68/],
  ])("%s %j", async (name, content, message) => {
    const path = file(name, content);
    const people = await slomix(["demo", "events", path]);
    expect(people.err).toMatch(message);
    expect(people).toMatchObject({ status: 1, out: "" });
    for (const command of [
      ["events"],
      ["info"],
      ["cut", "--from=0", "--to=1", "-o", `${path}.out`],
    ]) {
      const { status, out, err } = await slomix(["demo", ...command, path, "--json"]);
      expect({ status, err }).toEqual({ status: 1, err: "" });
      const answer = JSON.parse(out);
      expect(answer).toEqual({
        file: path,
        ok: false,
        error: {
          code: expect.stringMatching(/^[a-z_-]+$/),
          message: expect.stringMatching(message),
        },
      });
      expect(answer.error.message).not.toContain(path);
    }
  });

  test("--json: what is not there is an answer, wrong usage is a sentence", async () => {
    const gone = await slomix(["demo", "info", "gone.dm_84", "--json"]);
    expect(gone).toMatchObject({ status: 1, err: "" });
    expect(JSON.parse(gone.out)).toEqual({
      file: "gone.dm_84",
      ok: false,
      error: { code: "not_found", message: "no such file or folder" },
    });
    const cut = ["demo", "cut", demo, "--from", "x", "--to", "1", "-o", "y", "--json"];
    expect(await slomix(cut)).toMatchObject({ status: 2, out: "" });
  });

  test("4 GB, a folder, a pipe, nothing", async () => {
    const huge = file("huge.dm_84", "");
    truncateSync(huge, 4e9);
    const pipe = join(folder, "pipe.dm_84");
    execFileSync("mkfifo", [pipe]);
    for (const [path, message] of [
      [huge, /4\.0 GB; demos above 1\.1 GB are not read/],
      [folder, /a folder, not a file/],
      [pipe, /a pipe, socket or device, not a file/],
      [join(folder, "none.dm_84"), /no such file or folder/],
    ] as const) {
      const { status, err } = await slomix(["demo", "info", path]);
      expect(err).toMatch(message);
      expect(status).toBe(1);
    }
  });
});

test("a large one with many maps is read in pieces", async () => {
  const part = bytes.subarray(0, bytes.length - 8);
  const path = file("large.dm_84", Buffer.concat(Array.from({ length: 50 }, () => part)));
  const { status, out } = await slomix(["demo", "info", path, "--json"]);
  expect(status).toBe(0);
  expect(JSON.parse(out).parts).toHaveLength(50);
});

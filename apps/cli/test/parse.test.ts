import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { jsonLines, samples, slomix } from "./command.ts";

const evening = "small/2025-09-12_s01/gamestats";
const r1 = `${evening}/2025-09-12-204849-supply-round-1.txt`;
const r2 = `${evening}/2025-09-12-205859-supply-round-2.txt`;
const r2Name = "2025-09-12-205859-supply-round-2.txt";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slomix-parse-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const parse = async (...args: string[]) => {
  const ended = await slomix(["parse", "--json", ...args]);
  return { ...ended, answers: jsonLines(ended.out) as unknown as Answer[] };
};

interface Answer {
  file: string;
  kind: string | null;
  ok: boolean;
  warnings: { code: string }[];
  error?: { code: string; message: string; line?: number };
  value: {
    [key: string]: unknown;
    players: { guid: string; name: string; kills: number; side: number | null; flags: string[] }[];
  };
}

describe("parse --json", () => {
  test("a Round 2 has its Round 1, found beside it, taken off", async () => {
    const { status, err, answers } = await parse(r2);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const [answer] = answers;
    expect(Object.keys(answer ?? {})).toEqual(["file", "kind", "ok", "warnings", "value"]);
    expect(answer).toMatchObject({
      file: r2,
      kind: "stats",
      ok: true,
      warnings: [],
      value: {
        map: "supply",
        round: 2,
        server: "^2Legacy ^7Playground",
        config: "legacy6",
        defenderSide: 1,
        winnerSide: 2,
        outcome: "completed",
        timeLimitSeconds: 638,
        nextTimeLimitSeconds: 505,
        durationSeconds: 505.8,
        durationSource: "header",
        differential: "applied",
        round1File: "2025-09-12-204849-supply-round-1.txt",
      },
    });
    const player = answer?.value.players.find(({ name }) => name === "Grimpickle");
    expect(player).toMatchObject({
      guid: "084EF383",
      side: 1,
      bot: false,
      kills: 13,
      deaths: 11,
      damageGiven: 2016,
      damageReceived: 2074,
      timePlayedSeconds: 505.8,
      weapons: expect.arrayContaining([
        {
          weapon: "MP40",
          hits: expect.any(Number),
          shots: expect.any(Number),
          kills: expect.any(Number),
          deaths: expect.any(Number),
          headshots: expect.any(Number),
        },
      ]),
      flags: expect.any(Array),
    });
    for (const field of [
      "rawName teamDamageGiven teamDamageReceived headshots shots hits gibs selfKills teamKills teamGibs",
      "revivesGiven timesRevived xp dynamitesPlanted dynamitesDefused",
    ].flatMap((list) => list.split(" "))) {
      expect(player).toHaveProperty(field);
    }
  });

  test("every kind of file, in the order given, with the path as given", async () => {
    const files = [
      `${evening}/2025-09-12-205858-supply-round-2-endstats.txt`,
      "small/2025-09-12_s01/webhooks/2025-09-12-205856-supply-round-2-webhook.json",
      `./${r2}`,
      "small/2025-09-12_s01/gametimes/gametime-supply-R2-1757710736.json",
      r1,
      r2,
    ];
    const { status, answers } = await parse(...files);
    expect(status).toBe(0);
    expect(answers.map(({ file }) => file)).toEqual(files);
    expect(answers.map(({ kind }) => kind)).toEqual([
      "endstats",
      "webhook",
      "stats",
      "gametime",
      "stats",
      "stats",
    ]);
    expect(answers[2]?.value).toEqual(answers[5]?.value);
  });

  test("files whose names hold a backslash are called by what stands behind it", async () => {
    const [first, second] = [r1, r2].map((path) => {
      const written = join(folder, `gamestats\\${path.slice(evening.length + 1)}`);
      copyFileSync(join(samples, path), written);
      return written;
    });
    const { status, answers } = await parse(second ?? "");
    expect(status).toBe(0);
    expect(answers[0]).toMatchObject({
      file: second,
      warnings: [],
      value: { differential: "applied", round1File: r1.slice(evening.length + 1) },
    });
    const { out } = await slomix(["parse", first ?? ""]);
    expect(out).toMatch(/ended 2025-09-12 20:48:49/);
  });

  test("a proximity file is known and not read", async () => {
    const name = "2026-01-20-200436-karsiah_te2-round-1_engagements.txt";
    writeFileSync(join(folder, name), "# PROXIMITY_TRACKER_V6\n");
    const { status, answers } = await parse(join(folder, name));
    expect(status).toBe(1);
    expect(answers).toMatchObject([
      { kind: "proximity", ok: false, error: { code: "unsupported_kind" } },
    ]);
  });

  test("without its Round 1 a Round 2 is an orphan; --round1 gives it one", async () => {
    copyFileSync(join(samples, r2), join(folder, r2Name));
    const alone = join(folder, r2Name);
    const orphan = (await parse(alone)).answers[0];
    expect(orphan?.value).toMatchObject({ differential: "orphan", round1File: null });
    expect(orphan?.warnings).toContainEqual(expect.objectContaining({ code: "orphan_r2" }));
    const given = await parse(alone, "--round1", r1);
    expect(given.answers[0]?.value).toEqual((await parse(r2)).answers[0]?.value);
  });

  test("a Round 1 of another map is taken at its word, and said", async () => {
    const other = `${evening}/2025-09-12-202958-te_escape2-round-1.txt`;
    const { answers } = await parse(r2, "--round1", other);
    expect(answers[0]?.warnings).toContainEqual(
      expect.objectContaining({ code: "round1_other_map" }),
    );
  });

  test.each([
    ["missing.txt", "--round1 missing.txt: no such file"],
    [`${evening}/2025-09-12-205858-supply-round-2-endstats.txt`, "not a stats file"],
  ])("--round1 %s is refused as a whole", async (round1, message) => {
    const { status, out, err } = await parse(r2, "--round1", round1);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain(message);
  });

  test("two Round 1 files before one Round 2: the later one is its partner", async () => {
    const gamestats = "edge/r1_replayed/gamestats";
    const names = readdirSync(join(samples, gamestats)).filter((name) =>
      /round-[12]\.txt$/.test(name),
    );
    const second = names.filter((name) => name.includes("round-2"));
    expect(second.length).toBeGreaterThan(0);
    for (const name of second) {
      const before = names.filter((one) => one.includes("round-1") && one < name).sort();
      const { answers } = await parse(`${gamestats}/${name}`);
      expect(answers[0]?.value["round1File"]).toBe(before.at(-1));
    }
  });

  test("a map changed in the middle of Round 1 is aborted", async () => {
    const gamestats = "edge/map_change_mid_r1/gamestats";
    const names = readdirSync(join(samples, gamestats)).filter((name) =>
      /round-[12]\.txt$/.test(name),
    );
    const { answers } = await parse(...names.map((name) => `${gamestats}/${name}`));
    const aborted = answers.filter(({ value }) => value["outcome"] === "aborted");
    expect(aborted.length).toBeGreaterThan(0);
    for (const { value } of aborted) expect(value["durationSeconds"]).toBeNull();
  });

  test("people who share eight characters of their GUID stay two", async () => {
    const gamestats = "edge/guid_prefix_collision/gamestats";
    const names = readdirSync(join(samples, gamestats)).filter((name) =>
      /round-[12]\.txt$/.test(name),
    );
    const { answers } = await parse(...names.map((name) => `${gamestats}/${name}`));
    for (const { value } of answers) {
      const guids = value.players.map(({ guid }) => guid);
      expect(new Set(guids).size).toBe(guids.length);
      expect(guids.filter((guid) => guid.length === 32)).toHaveLength(2);
    }
    // The same without a stamp in the name, where nothing can be paired.
    const [first = ""] = names;
    copyFileSync(join(samples, gamestats, first), join(folder, "copy.txt"));
    const [copy] = (await parse(join(folder, "copy.txt"))).answers;
    expect(copy?.value.players.filter(({ guid }) => guid.length === 32)).toHaveLength(2);
    expect(copy?.warnings).toContainEqual(expect.objectContaining({ code: "bad_name" }));
  });
});

describe("bad input", () => {
  test("each bad file has its error, the good ones are printed all the same", async () => {
    const write = (name: string, content: string | Uint8Array) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const header = "srv\\supply\\legacy6\\1\\1\\2\\12:00\\8:30\\510900\n";
    mkdirSync(join(folder, "dir"));
    execFileSync("mkfifo", [join(folder, "pipe.txt")]);
    symlinkSync("nowhere", join(folder, "dangling.txt"));
    const huge = write("huge.txt", "");
    truncateSync(huge, 17 * 1024 * 1024);
    const cases: [string, string, number?][] = [
      [write("2025-10-10-200000-supply-round-1.txt", ""), "empty"],
      [write("2025-10-10-200001-supply-round-1.txt", header), "empty"],
      [write("2025-10-10-200002-supply-round-1.txt", "srv\\supply\\x\n"), "bad_header", 1],
      [write("2025-10-10-200003-supply-round-1.txt", `${header}junk \u0000\u0001\n`), "no_players"],
      [write("2025-10-10-200004-supply-round-1.txt", Buffer.alloc(5000)), "empty"],
      [write("big.txt", Buffer.alloc(2_000_000, "a\\b\\c\\d\\e\\f\\g\\h\n")), "too_large"],
      [write("x-webhook.json", "{"), "bad_json"],
      [write("notes.txt", "hello"), "unsupported_kind"],
      [join(folder, "dir"), "not_a_file"],
      [join(folder, "pipe.txt"), "not_a_file"],
      [join(folder, "dangling.txt"), "not_found"],
      [join(folder, "missing.txt"), "not_found"],
      [join(folder, `${"n".repeat(300)}.txt`), "not_found"],
      [huge, "too_large"],
    ];
    const { status, err, answers } = await parse(...cases.map(([file]) => file), r1);
    expect({ status, err }).toEqual({ status: 1, err: "" });
    expect(answers).toHaveLength(cases.length + 1);
    for (const [at, [file, code, line]] of cases.entries()) {
      expect(answers[at], file).toMatchObject({
        file,
        ok: false,
        error: { code, message: expect.stringMatching(/./), ...(line ? { line } : {}) },
      });
    }
    expect(answers.at(-1)).toMatchObject({ file: r1, ok: true });
  });

  test("a cut file keeps whom it can and says which line is lost", async () => {
    const cut = "edge/damaged_files/damaged/2025-10-10-201613-frostbite-round-2-cut.txt";
    const { answers } = await parse(cut);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(answers[0]?.warnings).toContainEqual(
      expect.objectContaining({ code: "truncated_line", line: expect.any(Number) }),
    );
  });

  test("damaged neighbours do not matter", async () => {
    for (const name of readdirSync(join(samples, evening))) {
      copyFileSync(join(samples, evening, name), join(folder, name));
    }
    writeFileSync(join(folder, "2025-09-12-205000-supply-round-1.txt"), "\u0000junk");
    mkdirSync(join(folder, "2025-09-12-205100-supply-round-1.txt"));
    symlinkSync("nowhere", join(folder, "2025-09-12-205200-supply-round-2.txt"));
    const { answers } = await parse(join(folder, r2Name));
    expect(answers[0]?.value).toMatchObject({
      differential: "applied",
      round1File: "2025-09-12-204849-supply-round-1.txt",
    });
  });
});

describe("for people", () => {
  test("a round in a pipe", async () => {
    const { status, out } = await slomix(["parse", r2]);
    expect(status).toBe(0);
    await expect(out).toMatchFileSnapshot("golden/parse-for-people/round-2-in-a-pipe.txt");
  });

  test("on a terminal of 80 columns nothing is wider, and names have their colours", async () => {
    const files = ["edge/odd_names/gamestats", evening].flatMap((dir) =>
      readdirSync(join(samples, dir)).map((name) => `${dir}/${name}`),
    );
    const { out } = await slomix(["parse", ...files], { columns: 80 });
    const { out: plain } = await slomix(["parse", r2], { columns: 80, env: { NO_COLOR: "1" } });
    await expect(plain).toMatchFileSnapshot("golden/parse-for-people/round-2-at-80-columns.txt");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
    const colour = /\u001b\[[0-9;]*m/g;
    expect(out).toMatch(colour);
    expect(out.replace(colour, "")).not.toMatch(/[^\P{Cc}\n]/u);
    const { default: stringWidth } = await import("string-width");
    const tables = out.split("\n").filter((line) => /─{20}|\d+\s+\d+\s+\d/.test(line));
    for (const line of tables) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
  });

  test("a file that is refused is one line with file, line and code", async () => {
    const file = join(folder, "2025-10-10-200002-supply-round-1.txt");
    writeFileSync(file, "a\\b\n");
    const { status, out } = await slomix(["parse", file]);
    expect(status).toBe(1);
    expect(out).toBe(`${file}:1: expected at least 8 fields between backslashes (bad_header)\n`);
  });
});

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { samples, slomix } from "./command.ts";

const evening = join(samples, "small/2025-09-12_s01");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "slomix-server-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder as a game server has it: an evening's files, and everything else that lies there. */
function serverFolder(): string {
  const root = join(folder, "etlegacy");
  const put = (path: string, content: string) => writeFileSync(join(root, path), content);
  mkdirSync(join(root, "legacy/demos"), { recursive: true });
  for (const part of ["gamestats", "webhooks", "gametimes"])
    cpSync(join(evening, part), join(root, "legacy", part), { recursive: true });
  put("legacy/pak0.pk3", "");
  truncateSync(join(root, "legacy/pak0.pk3"), 2 ** 31);
  put("legacy/server.cfg", "set sv_hostname x");
  put("legacy/etconsole.log", "log");
  put("legacy/gamestats/readme.txt", "name\tkills\tdeaths\n");
  put("legacy/settings.json", '{"meta":1}');
  put("legacy/half.json", '{"embeds":[');
  put("legacy/red\u001b[31m.cfg", "");
  for (const name of ["a.dm_84", "b.dm_84", "old.dm_83"]) put(`legacy/demos/${name}`, "");
  put("legacy/2025-09-12-204849-supply-round-1_engagements.txt", "# PROXIMITY_TRACKER_V4\n");
  put("legacy/backup.tar.gz", "");
  symlinkSync(folder, join(root, "legacy/out"));
  return root;
}

describe("a whole server folder", () => {
  test("what is ours comes in, what is not is counted and nothing of it set aside", async () => {
    const data = join(folder, "data");
    const root = serverFolder();
    const files = ["gamestats", "webhooks", "gametimes"].flatMap((part) =>
      readdirSync(join(evening, part)),
    );
    const run = (...args: string[]) => slomix(["import", root, "--data", data, ...args]);
    const { status, out } = await run("--json");
    expect(status).toBe(0);
    const summary = JSON.parse(out);
    expect(summary).toMatchObject({ imported: files.length, quarantined: 0, failures: [] });
    expect(summary).not.toHaveProperty("notOurs");
    expect(summary.kinds).toEqual({
      stats: files.filter((name) => /round-\d\.txt$/.test(name)).length,
      endstats: files.filter((name) => name.endsWith("endstats.txt")).length,
      webhook: files.filter((name) => name.endsWith("webhook.json")).length,
      gametime: files.filter((name) => name.startsWith("gametime-")).length,
      report: 0,
      proximity: 1,
      demo: 3,
      archive: 1,
      other: 7,
    });
    expect(summary.skipped).toBe(12);
    expect(summary.files).toBe(summary.imported + summary.skipped);
    expect(existsSync(join(data, "quarantine"))).toBe(false);

    const people = await run("--verbose");
    expect(people.out).toContain("  3 demos: read them with `slomix demo info FILE`\n");
    expect(people.out).toMatch(/\n +1 movement \(proximity\) file, not read yet\n/);
    expect(people.out).toMatch(/\n +7 not ours\n/);
    expect(people.out).toContain(`Not followed out of the folder: ${root}/legacy/out.`);
    expect(people.out).toContain(`  ${root}/legacy/pak0.pk3\n`);
    expect(people.out).toContain(`  ${root}/legacy/red\u241b[31m.cfg\n`);
    expect(people.out).not.toContain("\u001b");
    const verbose = JSON.parse((await run("--json", "--verbose")).out);
    expect(verbose.notOurs.map((path: string) => path.slice(root.length + 8)).sort()).toEqual([
      "etconsole.log",
      "gamestats/readme.txt",
      "half.json",
      "pak0.pk3",
      "red\u001b[31m.cfg",
      "server.cfg",
      "settings.json",
    ]);
  }, 120_000);
});

/** The sample evening's first match on a map of another name, in a folder of its own. */
function renamedMap(name: string, map: string): string {
  const root = join(folder, name);
  for (const part of ["gamestats", "webhooks", "gametimes"]) {
    mkdirSync(join(root, part), { recursive: true });
    for (const file of readdirSync(join(evening, part))) {
      if (!/-supply-/.test(file)) continue;
      const bytes = readFileSync(join(evening, part, file), "latin1");
      const to = Buffer.from(map).toString("latin1");
      const content = bytes.replace(/\bsupply\b/g, () => to);
      writeFileSync(
        join(
          root,
          part,
          file.replace("supply", () => map),
        ),
        Buffer.from(content, "latin1"),
      );
    }
  }
  return root;
}

describe("maps as servers call them", () => {
  test.each([
    ["adlernest (fixed)", "adlernest (fixed)"],
    ["Karte_Ü [v1.2]", "karte_ü [v1.2]"],
    ["karte_u\u0308", "karte_ü"],
    ["карта & 50%", "карта & 50%"],
  ])(
    "%j is read, paired and scored like any other",
    async (map, shown) => {
      const root = renamedMap(`map-${shown}`, map);
      const data = join(folder, `data-${shown}`);
      const imported = await slomix(["import", root, "--data", data, "--json"]);
      expect(JSON.parse(imported.out)).toMatchObject({ quarantined: 0, skipped: 0, orphans: 0 });
      const ask = async (...args: string[]) =>
        JSON.parse((await slomix([...args, "--data", data, "--json"])).out);
      const { matches } = await ask("session", "last");
      const plain = join(folder, "data-plain");
      if (!existsSync(plain)) {
        await slomix(["import", renamedMap("map-plain", "supply"), "--data", plain]);
      }
      const expected = JSON.parse(
        (await slomix(["session", "last", "--data", plain, "--json"])).out,
      ).matches;
      // As the header has it; addresses and comparisons go by lower case.
      expect(matches.map((match: { map: string }) => match.map.toLowerCase())).toEqual([shown]);
      expect(told(matches)).toEqual(told(expected));
      const board = await ask("leaderboard", "kills", "--map", map.toUpperCase(), "--min-rounds=1");
      expect(board.entries?.length ?? board.rows?.length).toBeGreaterThan(0);
    },
    120_000,
  );
});

interface Told {
  readonly result: string;
  readonly winner: string;
  readonly rounds: readonly { readonly durationSeconds: number; readonly players: unknown }[];
}

/** What a match says beside the name of its map. */
function told(matches: readonly Told[]): unknown {
  return matches.map(({ result, winner, rounds }) => ({
    result,
    winner,
    rounds: rounds.map(({ durationSeconds, players }) => ({ durationSeconds, players })),
  }));
}

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  assignVersusOwners,
  linkAwards,
  orThrow,
  parseEndstats,
  parseFile,
  parseStatsFile,
  parseStatsFileOrThrow,
  roundStats,
  type StatsFile,
} from "../src/index.ts";

const GOLDEN = fileURLToPath(new URL("golden/", import.meta.url));

/** The files of a case, by name; the expectation is not among them. */
function filesOf(folder: string): Map<string, Uint8Array> {
  const names = readdirSync(GOLDEN + folder).filter((name) => name !== "expected.json");
  return new Map(names.sort().map((name) => [name, readFileSync(`${GOLDEN}${folder}/${name}`)]));
}

async function expectGolden(folder: string, value: unknown): Promise<void> {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`${GOLDEN}${folder}/expected.json`);
}

describe("golden files: one file, all of what is read from it", () => {
  it.each([
    "endstats-worked-example",
    "endstats-award-records",
    "webhook-odd-names",
    "gametime-1.7.2",
    "report-oldest",
    "report-middle",
    "report-2x",
    "match-report",
  ])("%s", async (folder) => {
    const parsed = [...filesOf(folder)].map(([name, bytes]) => parseFile(bytes, name));
    expect(parsed).toHaveLength(1);
    await expectGolden(folder, parsed[0]);
  });

  it.each(["writer-33-fields", "space-separated", "pause-counted"])(
    "%s: every row, and what is odd about the files",
    async (folder) => {
      let partner: StatsFile | null = null;
      const rounds = [...filesOf(folder)].map(([name, bytes]) => {
        const parsed = parseStatsFile(bytes, name);
        if (!parsed.ok) throw new Error(parsed.error.message);
        const { stats, warnings } = roundStats(parsed.value, { partner });
        partner = parsed.value;
        return { layout: parsed.value.layout, stats, warnings: [...parsed.warnings, ...warnings] };
      });
      await expectGolden(folder, rounds);
    },
  );

  it("endstats-old-writer: owners of the duels found with the round's stats file", async () => {
    const [
      [endstatsName, endstats] = ["", new Uint8Array()],
      [statsName, stats] = ["", new Uint8Array()],
    ] = [...filesOf("endstats-old-writer")];
    const file = orThrow(parseEndstats(endstats, endstatsName));
    const players = parseStatsFileOrThrow(stats, statsName).lines;
    await expectGolden("endstats-old-writer", {
      awards: linkAwards(file.awards, players),
      versus: assignVersusOwners(file, players),
    });
  });
});

import { basename } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  assignVersusOwners,
  awardLabel,
  type EndstatsFile,
  engineClean,
  linkAwards,
  orThrow,
  type ParseResult,
  parseEndstats,
  parseGametime,
  parseRoundWebhook,
  parseStatsFileOrThrow,
  type RoundTelemetry,
  type StatsFile,
} from "../src/index.ts";
import { readArchive } from "./support/archive.ts";
import { sample } from "./support/rounds.ts";
import type { TrueRound, Truth } from "./support/truth.ts";

type Files = Readonly<
  Record<"stats" | "endstats" | "webhook" | "gametime", string | null | undefined>
>;
type Round = Omit<TrueRound, "files"> & { readonly files: Files; readonly end_unix: number };

interface Played {
  readonly truth: Round;
  readonly stats: StatsFile;
  readonly endstats: EndstatsFile;
  readonly webhook: RoundTelemetry;
}

/** Position of damage given among the tab fields of a stats line. */
const TAB_DAMAGE_GIVEN = 0;

const played: Played[] = [];
const warnings: string[] = [];
let gametimes = 0;

function take<T>(result: ParseResult<T>, name: string): T {
  if (result.ok) warnings.push(...result.warnings.map(({ code }) => `${basename(name)} ${code}`));
  return orThrow(result);
}

beforeAll(() => {
  const archive = readArchive(sample("season.tar.gz"));
  const bytesOf = (path: string) => archive.get(path) ?? new Uint8Array();
  for (const path of [...archive.keys()].filter((name) => name.endsWith("/truth.json"))) {
    const folder = path.slice(0, -"truth.json".length);
    const { rounds } = JSON.parse(Buffer.from(bytesOf(path)).toString()) as Truth;
    for (const truth of rounds as unknown as Round[]) {
      const { stats, endstats, webhook, gametime } = truth.files;
      if (!stats || !endstats || !webhook) continue;
      const of = (kind: string, name: string) => bytesOf(`${folder}${kind}/${name}`);
      played.push({
        truth,
        stats: parseStatsFileOrThrow(of("gamestats", stats), stats),
        endstats: take(parseEndstats(of("gamestats", endstats), endstats), endstats),
        webhook: take(parseRoundWebhook(of("webhooks", webhook), webhook), webhook),
      });
      const bytes = gametime ? of("gametimes", gametime) : null;
      if (gametime && bytes && bytes.length > 0) {
        const { spawnStats } = take(parseGametime(bytes, gametime), gametime);
        expect(spawnStats.length).toBeGreaterThan(0);
        gametimes++;
      }
    }
  }
});

describe("the season's endstats, webhooks and gametime files", () => {
  it("are all read, without a single warning", () => {
    expect(played).toHaveLength(1727);
    expect(gametimes).toBe(59);
    expect(warnings).toEqual([]);
  });

  it("tell map, round, winner, defender and end as they were", () => {
    for (const { truth, webhook, endstats, stats } of played) {
      expect(webhook).toMatchObject({
        map: truth.map,
        round: truth.round,
        winnerSide: truth.winner_side,
        defenderSide: truth.defender_side,
      });
      expect(Math.abs(webhook.endUnix - truth.end_unix)).toBeLessThanOrEqual(1);
      expect(endstats).toMatchObject({ map: truth.map, round: truth.round });
      const gap = (stats.stamp?.naiveMs ?? 0) - (endstats.stamp?.naiveMs ?? 0);
      expect(gap).toBeGreaterThanOrEqual(0);
      expect(gap).toBeLessThanOrEqual(2000);
    }
  });

  it("have no unknown award, no false spree, none twice, and a winner for every award", () => {
    const odd: string[] = [];
    for (const { endstats, stats } of played) {
      const seen = new Set<string>();
      for (const award of linkAwards(endstats.awards, stats.lines)) {
        const { name, number, winnerGuid } = award;
        const spree = name !== "Longest killing spree" || (number ?? 0) >= 3;
        if (
          awardLabel(name) &&
          number !== null &&
          winnerGuid !== null &&
          spree &&
          !seen.has(name)
        ) {
          seen.add(name);
        } else odd.push(`${endstats.name} line ${award.line}: ${name}`);
      }
    }
    expect(odd).toEqual([]);
  });

  it("count the damage of both rounds in a Round 2, like the stats file's own line", () => {
    for (const { endstats, stats } of played) {
      const award = endstats.awards.find((x) => x.name === "Most damage given");
      const line = stats.lines.find((x) => engineClean(x.rawName) === award?.player);
      expect(award?.scope).toBe("cum");
      expect(award?.number).toBe(line?.tab?.[TAB_DAMAGE_GIVEN]);
    }
  });
});

describe("owners of the season's duels", () => {
  it("are found in every file of the older writer", () => {
    const older = played.filter(({ endstats }) => !endstats.hasOwners);
    expect(older).toHaveLength(371);
    const open: string[] = [];
    for (const { endstats, stats } of older) {
      const owned = assignVersusOwners(endstats, stats.lines);
      const known = owned.filter(
        (line) =>
          line.subjectSource === "inferred" &&
          line.subjectGuid !== null &&
          line.opponentGuid !== null,
      );
      if (owned.length === 0 || known.length < owned.length) open.push(endstats.name);
    }
    expect(open).toEqual([]);
  });

  it("are the same as in the headers, where the newer writer names them", () => {
    const newer = played.filter(({ endstats }) => endstats.hasOwners);
    expect(newer).toHaveLength(1356);
    let lines = 0;
    for (const { endstats, stats } of newer) {
      const versus = endstats.versus.map((line) => ({ ...line, subject: null, subjectGuid: null }));
      const inferred = assignVersusOwners({ versus, hasOwners: false }, stats.lines);
      const told = assignVersusOwners(endstats, stats.lines);
      expect(inferred.map((line) => line.subjectGuid)).toEqual(
        told.map((line) => line.subjectGuid?.slice(0, 8)),
      );
      expect(inferred.map((line) => line.opponentGuid)).toEqual(
        told.map((line) => line.opponentGuid),
      );
      lines += told.length;
    }
    expect(lines).toBe(58114);
  });
});

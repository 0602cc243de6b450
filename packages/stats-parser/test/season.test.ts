import { basename } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type DerivedRound, parseStatsFileOrThrow } from "../src/index.ts";
import { readArchive } from "./support/archive.ts";
import { deriveInOrder, sample } from "./support/rounds.ts";
import { differences, rowOf, type TrueRound, type Truth } from "./support/truth.ts";

interface Played {
  readonly truth: TrueRound;
  readonly round: DerivedRound;
}

const played: Played[] = [];
const real = () => played.filter(({ truth }) => truth.end_reason !== "map_change");
const label = ({ truth }: Played) => truth.files.stats;

beforeAll(() => {
  const archive = readArchive(sample("season.tar.gz"));
  const paths = [...archive.keys()].sort();
  for (const path of paths.filter((name) => name.endsWith("/truth.json"))) {
    const folder = path.slice(0, -"truth.json".length);
    const { rounds } = JSON.parse(Buffer.from(bytesOf(archive, path)).toString()) as Truth;
    const files = paths
      .filter((name) => name.startsWith(`${folder}gamestats/`) && /-round-[12]\.txt$/.test(name))
      .map((name) => parseStatsFileOrThrow(bytesOf(archive, name), name));
    const derived = deriveInOrder(files);
    for (const truth of rounds) {
      const round = derived.get(basename(truth.files?.stats ?? ""));
      if (round) played.push({ truth, round });
    }
  }
});

function bytesOf(archive: Map<string, Uint8Array>, path: string): Uint8Array {
  const bytes = archive.get(path);
  if (!bytes) throw new Error(`${path} is not in the archive`);
  return bytes;
}

describe("a season of 90 evenings against its truth", () => {
  it("has every round", () => {
    expect(played).toHaveLength(1728);
    expect(real()).toHaveLength(1727);
  });

  it("is exact in 1703 rounds; the others hold what a reconnect or a leaver left in the file", () => {
    const reconnects: string[] = [];
    const others: string[] = [];
    let exact = 0;
    for (const { truth, round } of real()) {
      let right = round.stats.players.length === truth.players.length;
      if (!right) others.push(`${truth.files.stats}: ${round.stats.players.length} rows`);
      for (const player of truth.players) {
        const row = rowOf(round.stats.players, player);
        const off = row ? differences(row, player) : ["missing"];
        if (off.length === 0) continue;
        right = false;
        if (row && player.recoverable) {
          expect(differences(row, player.recoverable)).toEqual([]);
          expect(row.flags.join()).toMatch(/counter_reset|partial_time/);
          reconnects.push(row.guid);
        } else {
          others.push(`${truth.files.stats} ${row?.name}: ${player.present_at_end}`);
        }
      }
      if (right) exact++;
    }
    expect(exact).toBe(1703);
    expect(reconnects).toHaveLength(23);
    // The last seconds of one leaver: his line is the snapshot before he went.
    expect(others).toEqual(["2025-10-29-234817-etl_adlernest-round-2.txt k.o.r.a: false"]);
  });

  it("knows every duration within 7 s", () => {
    const off = real().filter(({ truth, round }) => {
      const seconds = round.stats.durationSeconds;
      return seconds === null || Math.abs(seconds - truth.duration_ms / 1000) > 7;
    });
    expect(off.map(label)).toEqual([]);
  });

  it("knows every winner, defender and outcome; defenders who give up look like a completed attack", () => {
    const off = real().filter(({ truth, round: { stats } }) => {
      const gaveUp = truth.surrender && truth.surrender_side !== truth.defender_side;
      const outcome = gaveUp ? "surrender" : truth.fullhold ? "fullhold" : "completed";
      return (
        stats.outcome !== outcome ||
        stats.winnerSide !== truth.winner_side ||
        stats.defenderSide !== truth.defender_side
      );
    });
    expect(off.map(label)).toEqual([]);
    expect(real().filter(({ truth }) => truth.surrender).length).toBeGreaterThan(20);
  });

  it("never takes an aborted round for a real one, nor a real one for aborted", () => {
    for (const { truth, round } of played) {
      const aborted = truth.end_reason === "map_change";
      expect(round.stats.outcome === "aborted", truth.files.stats ?? "").toBe(aborted);
    }
  });

  it("subtracts Round 1 in every Round 2", () => {
    const second = real().filter(({ truth }) => truth.round === 2);
    expect(second.length).toBeGreaterThan(800);
    expect(second.filter(({ round }) => round.stats.differential !== "applied").map(label)).toEqual(
      [],
    );
  });
});

import {
  BOARD_KEYS,
  leaderboard as boardOfRows,
  filterRows,
  METRIC_KEYS,
  metricValue,
  type Period,
  type PlayerRow,
  type RoundFilter,
  sumRows,
} from "@slomix/analytics";
import { beforeAll, expect, it } from "vitest";
import { fixRange, type IncomingFile, ingest, validate } from "../src/ingest/index.ts";
import { type LeaderboardFilter, leaderboard } from "../src/queries/leaderboard.ts";
import { playerProfile } from "../src/queries/player-profile.ts";
import { roundsWindow } from "../src/queries/rounds-window.ts";
import { sumsOfPlayers } from "../src/queries/sums-of-players.ts";
import { onEachEngine } from "./engines.ts";
import { rawRows } from "./raw-rows.ts";
import { seasonFiles } from "./sample-files.ts";

/** How much of it: the whole season and 50 changes take minutes. */
const EVENINGS = Number(process.env["SLOMIX_EVENINGS"] ?? 6);
const CHANGES = Number(process.env["SLOMIX_CHANGES"] ?? 10);

const files = seasonFiles(EVENINGS);

/** The same question to the kept sums and to the bare rows. */
interface Question {
  readonly asked: Omit<LeaderboardFilter, "limit">;
  readonly filter: RoundFilter;
}

function questions(rows: readonly PlayerRow[]): Question[] {
  const ends = rows.map(({ round }) => round.endMs).sort((a, b) => a - b);
  const asOfMs = ends[Math.floor(ends.length * 0.7)] ?? 0;
  const map = rows[0]?.round.map ?? "";
  const days = (n: number): Period => ({ kind: "days", days: n });
  const season: Period = { kind: "season", id: "2025-Q1" };
  return [
    { asked: {}, filter: {} },
    { asked: { period: "30d" }, filter: { period: days(30) } },
    { asked: { period: "2025-Q1", map }, filter: { period: season, map } },
    { asked: { side: 2, map: map.toUpperCase() }, filter: { side: 2, map } },
    { asked: { period: "20d", asOfMs, side: 1 }, filter: { period: days(20), asOfMs, side: 1 } },
    { asked: { period: "20d", map }, filter: { period: days(20), map } },
    { asked: { period: "90d", map, side: 1 }, filter: { period: days(90), map, side: 1 } },
    { asked: { period: "200d", map, asOfMs }, filter: { period: days(200), map, asOfMs } },
    { asked: { asOfMs }, filter: { asOfMs } },
    { asked: { period: "2025-Q1", asOfMs }, filter: { period: season, asOfMs } },
    { asked: { period: "2d" }, filter: { period: days(2) } },
    { asked: { period: "2025-Q3" }, filter: { period: { kind: "season", id: "2025-Q3" } } },
  ];
}

onEachEngine("sums kept with the rounds", (db) => {
  beforeAll(async () => {
    await ingest(db(), files, { batchSize: 150 });
  }, 300_000);

  async function holdAgainstRows(): Promise<void> {
    const rows = await rawRows(db());
    for (const { asked, filter } of questions(rows)) {
      const found = filterRows(rows, filter);
      const window = await roundsWindow(db(), asked);
      if (!found.ok || !window.ok) throw new Error("the question cannot be asked");
      const kept = await sumsOfPlayers(db(), {
        window: window.value,
        map: asked.map,
        side: asked.side,
      });
      const byPlayer = rowsByPlayer(found.value.rows);
      expect(kept.map(({ guid }) => guid)).toEqual([...byPlayer.keys()].sort());
      for (const { guid, sums } of kept) {
        const naive = sumRows(byPlayer.get(guid) ?? []);
        expect([guid, asked, sums.classes]).toEqual([guid, asked, naive.classes]);
        for (const metric of METRIC_KEYS)
          expect(
            metricValue(metric, sums),
            `${metric} of ${guid} in ${JSON.stringify(asked)}`,
          ).toBeCloseTo(metricValue(metric, naive), 6);
      }
      for (const key of BOARD_KEYS) {
        const board = await leaderboard(db(), key, { ...asked, limit: 100, minRounds: 1 });
        const naive = boardOfRows(key, rows, filter, { limit: 100, minimum: { rounds: 1 } });
        if (!board?.ok || !naive.ok) throw new Error(`no board ${key}`);
        const lines = (of: readonly { rank: number; guid: string; value: number }[]) =>
          of.map(({ rank, guid, value }) => [rank, guid, Number(value.toFixed(6))]);
        expect([key, lines(board.value.rows)]).toEqual([key, lines(naive.value.rows)]);
      }
    }
    for (const [guid, own] of rowsByPlayer(rows.filter((row) => !row.bot))) {
      const profile = await playerProfile(db(), guid);
      const { kills, deaths, rounds } = profile?.totals ?? {};
      const found = filterRows(own);
      const sums = sumRows(found.ok ? found.value.rows : []);
      expect({ rounds, kills, deaths }).toEqual({
        rounds: sums.rounds,
        kills: sums.kills,
        deaths: sums.deaths,
      });
    }
    expect((await validate(db())).errors).toEqual([]);
  }

  it("are what the rows add up to, for every player, metric and filter", holdAgainstRows, 600_000);

  it(`still are after ${CHANGES} imports anew, deletions and corrections`, async () => {
    let state = 20_250_102;
    const dice = (sides: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * sides);
    };
    const stats = files.filter(({ name }) => /-round-[12]\.txt$/.test(name));
    for (let i = 0; i < CHANGES; i += 1) {
      const file = stats[dice(stats.length)] as IncomingFile;
      const day = file.name.slice(0, 10);
      if (i % 3 === 0) await ingest(db(), [corrected(file, dice(100))], { force: true });
      else if (i % 3 === 1) await ingest(db(), [file], { force: true });
      else {
        // The day without a round, and then, mostly, with it again.
        const others = files.filter((one) => one !== file);
        await fixRange(db(), day, day, { files: others });
        if (dice(4) > 0) await ingest(db(), [file]);
      }
    }
    await holdAgainstRows();
  }, 900_000);
});

function rowsByPlayer(rows: readonly PlayerRow[]): Map<string, PlayerRow[]> {
  const players = new Map<string, PlayerRow[]>();
  for (const row of rows) players.set(row.guid, [...(players.get(row.guid) ?? []), row]);
  return players;
}

/** The file with more damage in its first player line that has a tab part. */
function corrected(file: IncomingFile, more: number): IncomingFile {
  const text = Buffer.from(file.bytes).toString("latin1");
  const changed = text.replace(/\t(\d+)/, (_, damage: string) => `\t${Number(damage) + more + 1}`);
  return { ...file, bytes: new Uint8Array(Buffer.from(changed, "latin1")) };
}

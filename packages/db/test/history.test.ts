import {
  type Answer,
  allTimeChampion,
  attackDefence,
  badgeProgress,
  compare,
  consistency as consistencyOf,
  duo as duoOf,
  fatigue as fatigueOf,
  filterRows,
  funAwards,
  type HistoryOptions,
  type MatchRow,
  mapAffinity as mapAffinityOf,
  matchup as matchupOf,
  nemesis as nemesisOf,
  type PlayerRow,
  playerRecord as playerRecordOf,
  type RoundFilter,
  seasonLeaders,
  sessionPlayers,
  sumRows,
  withWithout as withWithoutOf,
} from "@slomix/analytics";
import { beforeAll, describe, expect, it } from "vitest";
import {
  achievements,
  comparePlayers,
  consistency,
  duo,
  fatigue,
  mapAffinity,
  matchup,
  nemesis,
  newestRound,
  playerNames,
  playerPairs,
  playerRecord,
  playstyle,
  seasonOverview,
  sessionAwards,
  withWithout,
} from "../src/history/index.ts";
import { ingest } from "../src/ingest/index.ts";
import { onEachEngine } from "./engines.ts";
import { rawMatches } from "./raw-matches.ts";
import { rawRows } from "./raw-rows.ts";
import { seasonFiles } from "./sample-files.ts";

/** Evenings to read: 90 for all of the season. */
const EVENINGS = Number(process.env["SLOMIX_MATCH_EVENINGS"] ?? 6);
const files = seasonFiles(EVENINGS).filter(({ name }) => name !== "truth.json");

function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

onEachEngine("questions about players", (db) => {
  let rows: PlayerRow[] = [];
  let matches: MatchRow[] = [];
  let guids: string[] = [];
  let options: HistoryOptions = {};

  beforeAll(async () => {
    await ingest(db(), files);
    rows = await rawRows(db());
    matches = await rawMatches(db());
    guids = [...new Set(rows.map(({ guid }) => guid))].sort();
    options = {
      names: await playerNames(db(), guids),
      asOfMs: (await newestRound(db())) as number,
    };
  }, 120_000);

  const filters: readonly (readonly [string, RoundFilter])[] = [
    ["of all time", {}],
    ["of ten days", { period: { kind: "days", days: 10 } }],
    [
      "on supply as Axis in a season",
      { period: { kind: "season", id: "2025-Q1" }, map: "Supply", side: 1 },
    ],
  ];
  it.each(filters)(
    "compare %s: sums made by the database are those of the rows",
    async (_, filter) => {
      for (let i = 0; i + 3 < guids.length; i += 4) {
        const some = guids.slice(i, i + 4);
        const asked = value(await comparePlayers(db(), some, filter));
        const naive = value(compare(some, rows, filter));
        expect(asked.window.words).toBe(naive.window.words);
        expect(asked.metrics).toEqual(naive.metrics);
        expect(asked.players.map(({ sums }) => sums)).toEqual(
          naive.players.map(({ sums }) => sums),
        );
      }
      expect(value(filterRows(rows, filter)).rows.length).toBeGreaterThan(0);
    },
  );

  it("matchup: the rows that are read are enough", async () => {
    const [match] = matches.filter(({ winner }) => winner !== null);
    if (!match) throw new Error("no match");
    // Somebody else in both line-ups: only overlapping meetings, and the exact ones besides.
    const [stranger, other] = guids.filter(
      (guid) => !match.lineUpA.includes(guid) && !match.lineUpB.includes(guid),
    );
    const changed = (lineUp: readonly string[], by = "") => [...lineUp.slice(1), by];
    for (const [a, b] of [
      [match.lineUpA, match.lineUpB],
      [match.lineUpB, match.lineUpA],
      [changed(match.lineUpA, stranger), changed(match.lineUpB, other)],
    ] as const) {
      const asked = value(await matchup(db(), a, b));
      expect(asked).toEqual(value(matchupOf(a, b, matches, rows, options)));
      expect(asked.all.matches).toBeGreaterThan(0);
    }
    expect(await matchup(db(), match.lineUpA, [])).toMatchObject({
      ok: false,
      problem: { code: "empty_lineup" },
    });
  });

  it("duo, nemesis, with and without: of everybody, in short and long windows", async () => {
    for (const days of [3, 90]) {
      const looking = { ...options, days };
      for (const guid of guids.slice(0, 8)) {
        expect(await nemesis(db(), guid, { days })).toEqual(
          nemesisOf(guid, matches, rows, looking),
        );
        const [other = ""] = guids.filter((one) => one !== guid);
        expect(await duo(db(), guid, other, { days })).toEqual(
          duoOf(guid, other, matches, rows, looking),
        );
        expect(await withWithout(db(), guid, other, { days })).toEqual(
          withWithoutOf(guid, other, matches, rows, looking),
        );
      }
    }
  });

  it("records, consistency, maps, roles and fatigue of everybody", async () => {
    const asOfMs = options.asOfMs as number;
    const last = (guid: string) =>
      Math.max(...rows.filter((row) => row.guid === guid).map(({ round }) => round.endMs));
    for (const guid of guids) {
      const own = rows.filter((row) => row.guid === guid);
      const words = `90 days to ${new Date(asOfMs).toISOString().slice(0, 16).replace("T", " ")} UTC`;
      const within = <T extends object>(answer: Answer<T>) =>
        answer.ok ? { ok: true, value: { ...answer.value, words } } : answer;
      expect(await playerRecord(db(), guid)).toEqual(
        playerRecordOf(guid, matches, { kind: "all" }, asOfMs),
      );
      expect(await consistency(db(), guid, { days: 90 })).toEqual(within(consistencyOf(own)));
      expect(await mapAffinity(db(), guid)).toEqual(within(mapAffinityOf(own)));
      expect(await playstyle(db(), guid)).toEqual(within(attackDefence(own)));
      const evening = own.find(({ round }) => round.endMs === last(guid))?.round.sessionId;
      const naive = fatigueOf(own.filter(({ round }) => round.sessionId === evening));
      expect(await fatigue(db(), guid)).toEqual(
        naive.ok ? { ok: true, value: { ...naive.value, sessionId: evening } } : naive,
      );
      const counted = value(filterRows(own)).rows;
      expect((await achievements(db(), guid)).badgeProgress).toEqual(
        badgeProgress(sumRows(counted)),
      );
    }
  });

  it("season: champions and leaders are those of the rows", async () => {
    const asked = value(await seasonOverview(db()));
    const { allTimeChampion: best, ...season } = asked;
    const naive = value(seasonLeaders(season.season.id, rows));
    const nameless = (holders: readonly object[]) => holders.map((one) => ({ ...one, name: "" }));
    expect({
      ...season,
      champions: nameless(season.champions),
      leaders: nameless(season.leaders),
    }).toEqual({
      ...naive,
      champions: nameless(naive.champions),
      leaders: nameless(naive.leaders),
    });
    expect(best).toMatchObject({
      guid: allTimeChampion(rows)?.guid,
      value: allTimeChampion(rows)?.value,
    });
    expect(await seasonOverview(db(), "2019-Q1")).toMatchObject({ ok: false });
    expect(await seasonOverview(db(), "winter")).toMatchObject({
      ok: false,
      problem: { code: "bad_period" },
    });
  });

  it("awards of the last session and of a given one", async () => {
    const last = await sessionAwards(db(), "last");
    const own = rows.filter(({ round }) => round.sessionId === last?.sessionId);
    expect(last?.fun).toEqual(funAwards(sessionPlayers(own)));
    expect(last?.fun.length).toBeGreaterThan(2);
    expect(last?.totals.length).toBeGreaterThan(10);
    expect(new Set(last?.archetypes.map(({ guid }) => guid)).size).toBeGreaterThan(5);
    expect((await sessionAwards(db(), 1))?.sessionId).toBe(1);
    expect(await sessionAwards(db(), 999)).toBeNull();
  });

  it("pairs: everybody met, from what is kept", async () => {
    const [guid = ""] = guids;
    const pairs = await playerPairs(db(), guid);
    for (const { guid: other, with: together, against } of pairs) {
      const naive = value(withWithoutOf(guid, other, matches, rows, { ...options, days: 1e5 }));
      expect([together, against]).toEqual([naive.with, naive.against]);
    }
    expect(pairs.length).toBeGreaterThan(5);
    expect(await playerPairs(db(), guid, "2019-Q1")).toEqual([]);
  });

  describe("of somebody nobody knows", () => {
    it("says so in words, and divides by nothing", async () => {
      const nobody = "00000000";
      const [guid = ""] = guids;
      expect(await nemesis(db(), nobody)).toMatchObject({ ok: false });
      expect(value(await duo(db(), guid, nobody)).record.matches).toBe(0);
      expect(value(await playerRecord(db(), nobody)).matches).toBe(0);
      expect(await consistency(db(), nobody)).toMatchObject({ ok: false });
      expect((await achievements(db(), nobody)).rounds).toBe(0);
      expect(await playerPairs(db(), nobody)).toEqual([]);
      expect(value(await comparePlayers(db(), [guid, nobody])).players).toHaveLength(2);
      expect(await comparePlayers(db(), [guid])).toMatchObject({ ok: false });
    });
  });
});

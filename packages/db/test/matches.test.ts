import {
  countedRows,
  isDecisive,
  lineUpHash,
  matchupId,
  numbersOf,
  playerRecord,
  sumRows,
  synergies,
  withWithout,
} from "@slomix/analytics";
import { beforeAll, expect, it } from "vitest";
import type { Database } from "../src/connect.ts";
import { fixRange, type IncomingFile, ingest, rebuild, validate } from "../src/ingest/index.ts";
import { onEachEngine } from "./engines.ts";
import { rawMatches } from "./raw-matches.ts";
import { rawRows } from "./raw-rows.ts";
import { seasonFiles } from "./sample-files.ts";

/** Evenings, and random changes to them: SLOMIX_MATCH_EVENINGS=90 SLOMIX_MATCH_CHANGES=50 for all of it. */
const EVENINGS = Number(process.env["SLOMIX_MATCH_EVENINGS"] ?? 5);
const CHANGES = Number(process.env["SLOMIX_MATCH_CHANGES"] ?? 12);
const ALL_TIME = { days: 100_000, asOfMs: Date.UTC(2030, 0) };

const files = seasonFiles(EVENINGS).filter(({ name }) => name !== "truth.json");

/** Holds every table of matches against what analytics makes of the raw rows. */
async function expectNaive(db: Database): Promise<void> {
  const [rows, matches] = [await rawRows(db), await rawMatches(db)];
  const decisive = matches.filter(isDecisive);
  const guids = [...new Set(decisive.flatMap((m) => [...m.lineUpA, ...m.lineUpB]))].sort();
  expect(guids.length).toBeGreaterThan(10);

  const history = await db.query<{ match: string; id: string; winner: string | null }>(
    `select match_id as match, matchup_id as id, winner_lineup_hash as winner
     from matchup_history where match_id is not null order by match_id collate "C"`,
  );
  expect(history).toEqual(
    decisive
      .map(({ matchId, lineUpA, lineUpB, winner }) => ({
        match: matchId,
        id: matchupId(lineUpA, lineUpB),
        winner: winner === "draw" ? null : lineUpHash(winner === "A" ? lineUpA : lineUpB),
      }))
      .sort((a, b) => (a.match < b.match ? -1 : 1)),
  );

  const stored = await db.query<Record<string, string | number>>(
    `select player_guid as player, other_guid as other,
       ${["with", "against"]
         .flatMap((where) =>
           [
             "matches",
             "wins",
             "losses",
             "draws",
             "rounds",
             "kills",
             "deaths",
             "damage",
             "time_ms",
           ].map((what) => `sum(${where}_${what})::bigint as ${where}_${what}`),
         )
         .join(", ")},
       sum(duel_kills)::int as duel_kills, sum(duel_deaths)::int as duel_deaths
     from player_pairs group by 1, 2`,
  );
  const pairs = new Map(stored.map((row) => [`${row["player"]} ${row["other"]}`, row]));
  let compared = 0;
  for (const one of guids) {
    const own = playerRecord(one, matches, { kind: "all" });
    const self = pairs.get(`${one} ${one}`);
    expect(self).toMatchObject(
      own.ok ? { with_matches: own.value.matches, with_wins: own.value.wins } : {},
    );
    for (const other of guids) {
      if (one === other) continue;
      const naive = withWithout(one, other, matches, rows, ALL_TIME);
      if (!naive.ok) throw new Error(naive.problem.message);
      const row = pairs.get(`${one} ${other}`);
      for (const where of ["with", "against"] as const) {
        const { record, numbers } = naive.value[where];
        const kept = (what: string) => Number(row?.[`${where}_${what}`] ?? 0);
        expect(
          ["matches", "wins", "losses", "draws", "rounds"].map(kept),
          `${one} ${where} ${other}`,
        ).toEqual([record.matches, record.wins, record.losses, record.draws, numbers.rounds]);
        if (kept("time_ms") > 0)
          expect((kept("damage") * 60_000) / kept("time_ms")).toBeCloseTo(numbers.dpm, 6);
        expect(kept("kills")).toBeCloseTo(numbers.killsPerRound * numbers.rounds, 6);
        compared += 1;
      }
      pairs.delete(`${one} ${other}`);
    }
    pairs.delete(`${one} ${one}`);
  }
  expect(compared).toBeGreaterThan(100);
  expect([...pairs.keys()]).toEqual([]);

  const naive = synergies(matches, rows);
  const kept = await db.query<{ a: string; b: string; score: number; rounds: number }>(
    `select player_a_guid as a, player_b_guid as b, synergy_score as score, games_same_team as rounds
     from player_synergies order by player_a_guid collate "C", player_b_guid collate "C"`,
  );
  expect(kept.map(({ a, b, rounds }) => [a, b, rounds])).toEqual(
    naive.map(({ a, b, parts }) => [a, b, parts.rounds]),
  );
  kept.forEach(({ score }, i) => {
    expect(score).toBeCloseTo(naive[i]?.score ?? Number.NaN, 12);
  });

  const maps = await db.query<Record<string, number | string>>(
    `select player_guid as guid, map_name as map, matches_played as matches, wins, losses,
       total_rounds as rounds, avg_kills as kills, avg_kd_ratio as kd, avg_dpm as dpm
     from map_performance`,
  );
  const counted = countedRows(rows);
  for (const row of maps) {
    const own = counted.filter((one) => one.guid === row["guid"] && one.round.map === row["map"]);
    const numbers = numbersOf(sumRows(own));
    expect(row["rounds"]).toBe(numbers.rounds);
    expect(row["kills"]).toBeCloseTo(numbers.killsPerRound, 9);
    expect(row["kd"]).toBeCloseTo(numbers.kd, 9);
    expect(row["dpm"]).toBeCloseTo(numbers.dpm, 9);
    const record = playerRecord(String(row["guid"]), matches);
    const onMap = record.ok && record.value.maps.find(({ map }) => map === row["map"]);
    const { matches: played, wins, losses } = onMap || { matches: 0, wins: 0, losses: 0 };
    expect([row["matches"], row["wins"], row["losses"]]).toEqual([played, wins, losses]);
  }
  // Of a round whose file is lost a webhook still tells who stood in the line-up.
  const both = [
    ...counted.map(({ guid, round }) => `${guid} ${round.map}`),
    ...decisive.flatMap((m) => [...m.lineUpA, ...m.lineUpB].map((guid) => `${guid} ${m.map}`)),
  ];
  expect(maps).toHaveLength(new Set(both).size);
}

/** The same numbers every time. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A stats file that says less: without its last player. */
function corrected(file: IncomingFile): IncomingFile {
  const lines = new TextDecoder("latin1").decode(file.bytes).trimEnd().split("\n");
  return {
    ...file,
    bytes: Uint8Array.from(Buffer.from(`${lines.slice(0, -1).join("\n")}\n`, "latin1")),
  };
}

onEachEngine("what is kept of matches", (db) => {
  beforeAll(async () => {
    await ingest(db(), files);
  }, 120_000);

  it("is what analytics makes of the raw rows", () => expectNaive(db()), 120_000);

  it("counts each duel of rounds in matches once, both ways", async () => {
    const [kept] = await db().query<{ n: number }>(
      "select sum(duel_kills)::int as n from player_pairs",
    );
    const [raw] = await db().query<{ n: number }>(
      `select sum(v.kills)::int as n from round_vs_stats v join rounds r on r.id = v.round_id
       join matchup_history h on h.match_id = r.match_id
       where v.subject_guid <> v.player_guid and r.is_valid`,
    );
    expect(kept?.n).toBeGreaterThan(100);
    expect(kept?.n).toBe(raw?.n);
  });

  it(`is still so after ${CHANGES} corrections, deletions and imports of the same again`, async () => {
    const roll = dice(42);
    const stats = files.filter(({ name }) => /-round-\d\.txt$/.test(name));
    const dayOf = (file: IncomingFile) => file.name.slice(0, 10);
    for (let i = 0; i < CHANGES; i++) {
      const file = stats[roll(stats.length)] as IncomingFile;
      const ofDay = files.filter((one) => one.path.split("/")[1] === file.path.split("/")[1]);
      const kind = roll(4);
      if (kind === 0) await ingest(db(), [file], { force: true });
      if (kind === 1) await ingest(db(), [corrected(file)], { force: true });
      if (kind === 2)
        await fixRange(db(), dayOf(file), dayOf(file), { files: ofDay.filter((f) => f !== file) });
      if (kind === 3) await ingest(db(), ofDay, { batchSize: 20 });
    }
    expect((await validate(db())).errors).toEqual([]);
    await expectNaive(db());
  }, 600_000);

  it("knows when a table says something else, and a rebuild mends it", async () => {
    await db().query("update player_pairs set with_kills = with_kills + 1 where with_wins > 1");
    await db().query("delete from map_performance where map_name like 's%'");
    await db().query("update matchup_history set lineup_a_score = 9 where match_id is null");
    const { errors } = await validate(db());
    // Synergies are made of pairs, so they differ too.
    expect(errors.map((e) => e.split(":")[0])).toEqual([
      "matchup_history",
      "player_pairs",
      "map_performance",
      "player_synergies",
    ]);
    expect(errors[0]).toMatch(/^matchup_history: \d+ rows differ from what the rounds give/);
    await rebuild(db());
    expect((await validate(db())).errors).toEqual([]);
  }, 120_000);

  it("follows a round that an operator takes out", async () => {
    const [row] = await db().query<{ id: number; file: string }>(
      `update rounds set is_valid = false, invalidated_by_operator = true
       where id = (select max(id) from rounds where is_valid) returning id, file_name as file`,
    );
    const file = files.find(({ name }) => name === row?.file) as IncomingFile;
    await ingest(db(), [corrected(file)], { force: true });
    await expectNaive(db());
    // Of what somebody changes by hand the other sums know nothing.
    const own = /^(match|session_pairs|player_pairs|map_performance|player_synergies)/;
    expect((await validate(db())).errors.filter((error) => own.test(error))).toEqual([]);
  }, 120_000);
});

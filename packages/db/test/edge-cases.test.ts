import { expect, test } from "vitest";
import { type Database, ingest } from "../src/index.ts";
import type { StoredMap } from "../src/schema/stored-map.ts";
import { onEachEngine } from "./engines.ts";
import { edgeFiles, edgeNames, edgeTruth, type TruePlayer, type Truth } from "./sample-files.ts";

/** Zones of the servers whose clocks were not set to UTC. */
const ZONES: Readonly<Record<string, string>> = {
  dst_change: "Europe/Ljubljana",
  local_time_names: "Europe/Ljubljana",
};

/** What stands in the database beyond what the truth lists, by case. */
const EXPECTED: Readonly<Record<string, { sessions?: number; statuses?: Record<string, number> }>> =
  {
    aborted_warmup_only: { sessions: 0, statuses: {} },
    bots_only: { sessions: 0 },
    map_change_mid_r1: { sessions: 0, statuses: { aborted: 1 } },
    map_change_mid_r2: { statuses: { aborted: 1, completed: 1 } },
    r1_file_missing: { statuses: { completed: 1, orphan_r2: 1 } },
    r1_replayed: { statuses: { cancelled: 1, completed: 2 } },
  };

interface Row {
  readonly file: string;
  readonly guid: string;
  readonly name: string;
  readonly bot: boolean;
  readonly kills: number;
  readonly deaths: number;
  readonly given: number;
  readonly received: number;
  readonly headshots: number;
  readonly shots: number;
  readonly hits: number;
  readonly flags: readonly string[];
}

const rowsOf = (db: Database) =>
  db.query<Row>(
    `select r.file_name as file, p.player_guid as guid, p.player_name as name, p.is_bot as bot, p.kills,
       p.deaths, p.damage_given as given, p.damage_received as received, p.headshots, p.shots,
       p.hits, p.flags
     from player_comprehensive_stats p join rounds r on r.id = p.round_id
     where r.round_status not in ('aborted', 'orphan_r2')`,
  );

const numbersOf = (p: TruePlayer) => ({
  kills: p.kills,
  deaths: p.deaths,
  given: p.damage_given,
  received: p.damage_received,
  headshots: p.headshot_hits,
  shots: p.shots,
  hits: p.hits,
});

const numbersIn = ({ kills, deaths, given, received, headshots, shots, hits }: Row) => ({
  kills,
  deaths,
  given,
  received,
  headshots,
  shots,
  hits,
});

/** Truth writes each byte of a name as one character. */
function seen(name: string): string {
  const bytes = Uint8Array.from(name, (c) => c.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function checkPlayers(truth: Truth, rows: readonly Row[], stored: ReadonlySet<string>): void {
  for (const round of truth.rounds) {
    const file = round.files?.stats;
    if (!file || !stored.has(file)) continue;
    const here = rows.filter((row) => row.file === file);
    expect(here, `players of ${file}`).toHaveLength(round.players.length);
    for (const player of round.players) {
      const named = here.filter(
        (r) => r.guid.slice(0, 8) === player.guid.slice(0, 8).toUpperCase(),
      );
      const row = named.find((r) => r.name === seen(player.name)) ?? named[0];
      expect(row, `${player.name} in ${file}`).toBeDefined();
      if (!row) continue;
      const want = numbersOf(player);
      if (JSON.stringify(numbersIn(row)) === JSON.stringify(want)) continue;
      // Who left or reconnected within the round has lost a part, and a flag says so.
      expect(row.flags.join(), `${player.name} in ${file}`).toMatch(
        /counter_reset|partial_time|left_before_end/,
      );
      if (player.recoverable)
        expect(numbersIn(row)).toEqual(numbersOf({ ...player, ...player.recoverable }));
    }
  }
}

/** Letters of the database in terms of the truth's, by who stands in which team. */
async function lettersOf(db: Database, truth: Truth): Promise<Record<string, string>> {
  const [first] = await db.query<{ guids: string[] }>(
    `select player_guids as guids from session_teams where slot = 'A'`,
  );
  const ours = new Set((first?.guids ?? []).map((g) => g.slice(0, 8)));
  const people = truth.rounds.flatMap((r) => r.players).filter((p) => ours.has(p.guid.slice(0, 8)));
  const a = people.filter((p) => p.team === "A").length;
  return a * 2 >= people.length ? { A: "A", B: "B" } : { A: "B", B: "A" };
}

const GAME_DATA = `rounds, processed_files, processed_endstats_files, session_teams,
  session_results, lua_round_teams, lua_spawn_stats, player_aliases, player_totals, player_days,
  player_weapons, player_names`;

onEachEngine("edge cases", (database) => {
  test.each(edgeNames)("%s", async (name) => {
    const db = database();
    await db.query(`truncate ${GAME_DATA} cascade`);
    const truth = edgeTruth(name);
    const files = edgeFiles(name).filter((f) => !f.path.includes("/damaged/"));
    const settings = { serverZone: ZONES[name] ?? null };
    const report = await ingest(db, files, { settings });
    expect(report.failures).toEqual([]);

    const rounds = await db.query<{ file: string; status: string }>(
      "select file_name as file, round_status as status from rounds",
    );
    const counted = rounds.filter((r) => r.status === "completed" || r.status === "cancelled");
    checkPlayers(truth, await rowsOf(db), new Set(counted.map((r) => r.file)));

    const letters = await lettersOf(db, truth);
    const results = await db.query<{ maps: { maps: StoredMap[] } }>(
      "select round_details as maps from session_results order by session_start",
    );
    const expected = EXPECTED[name];
    expect(results).toHaveLength(expected?.sessions ?? 1);
    const maps = results.flatMap((r) => r.maps.maps);
    const want = expected?.sessions === 0 ? [] : truth.maps;
    expect(maps.map((m) => [m.map, m.result, m.winner && (letters[m.winner] ?? m.winner)])).toEqual(
      want.map((m) => [m.map, m.result.replace(/_r[12]$/, ""), m.winner ?? null]),
    );
    if (expected?.statuses) {
      const statuses: Record<string, number> = {};
      for (const r of rounds) statuses[r.status] = (statuses[r.status] ?? 0) + 1;
      expect(statuses).toEqual(expected.statuses);
    }

    // The same files again change nothing.
    expect((await ingest(db, files, { settings })).imported).toBe(0);
  });
});

// How long questions and one more round take when a season has become 165,000 rounds (PostgreSQL).
//
//   bin/test-postgres -- node --conditions=@slomix/source bench/scale.ts [COPIES] [--plans]
//
// The season is imported but for its last two evenings, then stands in the database COPIES times more (95
// unless said): other players, names, sessions, and years. Questions are put one after the other, as
// the pages and the command line put them, and a bare `select` beside each: what a question costs on
// this machine without Slomix. Then both evenings come, file by file, each in a transaction of its own;
// the last one is timed. `--plans` prints how the server reads what. On PGlite the plain season is asked.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { BOARD_KEYS, METRICS, WEAPON_CLASSES } from "../packages/analytics/src/index.ts";
import {
  badgeBoards,
  comparePlayers,
  connect,
  type Database,
  duo,
  findPlayers,
  type IncomingFile,
  ingest,
  leaderboard,
  listMaps,
  matchup,
  nemesis,
  playerProfile,
  playerStanding,
  ROSTER_ORDERS,
  roster,
} from "../packages/db/src/index.ts";
import { seasonFiles } from "../packages/db/test/sample-files.ts";
import { multiply } from "./scale/multiply.ts";

const LIMIT = 50;
const copies = Number(process.argv.find((text) => /^\d+$/.test(text)) ?? 95);
const plans = process.argv.includes("--plans");

const files = seasonFiles().filter(({ name }) => name !== "truth.json");
const evenings = [
  ...new Set(
    files.flatMap(({ name }) => /^(\d{4}-\d\d-\d\d)-\d{6}-.*-round-\d\.txt$/.exec(name)?.[1] ?? []),
  ),
].sort();
const [warmUp = "", lastEvening = ""] = evenings.slice(-2);
const of = (evening: string) => files.filter(({ name }) => name.includes(evening));
const before = files.filter(({ name }) => !name.includes(warmUp) && !name.includes(lastEvening));

console.log(
  `load of this machine: ${loadavg()
    .map((n) => n.toFixed(1))
    .join(" ")}`,
);
await onPglite();
await onServer();

async function onPglite(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "slomix-bench-"));
  try {
    const db = await connect(join(folder, "data"));
    await ingest(db, files);
    await ask(db, "PGlite, the plain season");
    await db.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onServer(): Promise<void> {
  const url = process.env["SLOMIX_TEST_DATABASE_URL"];
  if (!url) {
    console.log("PostgreSQL: not measured, SLOMIX_TEST_DATABASE_URL names no server");
    return;
  }
  const target = new URL(url);
  target.pathname = `/slomix_bench_${randomBytes(6).toString("hex")}`;
  const server = await connect(url, { migrate: false, max: 1 });
  try {
    await server.query(`create database ${target.pathname.slice(1)} template template0`);
    const db = await connect(target.href, { max: 1 });
    await ingest(db, before);
    await multiply(db, copies, (text) => console.log(`  multiplied ${text}`));
    await db.query("vacuum analyze");
    // Writing out what was just made is not part of any question.
    await db.query("checkpoint");
    const [row] = await db.query<{ n: number; size: string }>(
      "select count(*)::int as n, pg_size_pretty(pg_database_size(current_database())) as size from rounds",
    );
    await ask(db, `PostgreSQL, ${row?.n} rounds, ${row?.size}`);
    await bring(db);
    if (plans) await explain(db);
    await db.close();
  } finally {
    await server.query(`drop database if exists ${target.pathname.slice(1)} with (force)`);
    await server.close();
  }
}

// --- Questions.

async function ask(db: Database, what: string): Promise<void> {
  console.log(`\n${what}, load ${loadavg()[0]?.toFixed(1)}:`);
  const guids = (
    await db.query<{ guid: string }>(
      "select player_guid as guid from player_names order by md5(player_guid) limit 200",
    )
  ).map(({ guid }) => guid);
  const borne = await db.query<{ alias: string }>(
    "select alias from player_aliases order by md5(alias) limit 60",
  );
  // Whole, in part, with letters too many, and of nobody.
  const names = borne.flatMap(({ alias }) => [
    alias,
    alias.slice(0, 3),
    `${alias}x`,
    `${alias}xyzzy`,
  ]);
  const lineUps = await db.query<{ a: string[]; b: string[] }>(
    `select lineup_a_guids as a, lineup_b_guids as b from matchup_history
     where match_id is not null order by session_date desc, match_id limit 60`,
  );
  const any = <T>(list: readonly T[], i: number) => list[i % list.length] as T;
  const limit = 25;
  const maps = ["supply", "etl_sp_delivery", "frostbite", "radar"];
  const periods = ["all", "season", "90d", "30d", "365d", "2025-Q2"];
  const byClass = BOARD_KEYS.filter((key) => METRICS[key].weaponFormula !== null);
  const questions: Record<string, (i: number) => Promise<unknown>> = {
    "leaderboard, all time": (i) => leaderboard(db, any(BOARD_KEYS, i), { limit }),
    "leaderboard, a period": (i) =>
      leaderboard(db, any(BOARD_KEYS, i), { limit, period: any(periods, i) }),
    "leaderboard, period and map": (i) =>
      leaderboard(db, any(BOARD_KEYS, i), { limit, period: any(periods, i), map: any(maps, i) }),
    "leaderboard, period and side": (i) =>
      leaderboard(db, any(BOARD_KEYS, i), {
        limit,
        period: any(periods, i),
        side: i % 2 ? 1 : 2,
      }),
    "leaderboard, class of weapons": (i) =>
      leaderboard(db, any(byClass, i), {
        limit,
        period: any(periods, i),
        weaponClass: any(WEAPON_CLASSES, i).key,
      }),
    profile: (i) => playerProfile(db, any(guids, i)),
    "search by name": (i) => findPlayers(db, any(names, i)),
    "search after a write": async (i) => {
      await db.query("update rounds set id = id where id = (select min(id) from rounds)");
      return findPlayers(db, any(names, i));
    },
    roster: (i) => roster(db, { limit, offset: (i % 4) * limit, sort: any(ROSTER_ORDERS, i) }),
    maps: () => listMaps(db),
    badges: () => badgeBoards(db),
    standing: (i) => playerStanding(db, any(guids, i)),
    "compare four, all time": (i) => comparePlayers(db, fourOf(guids, i)),
    "compare four, 90 days on a map": (i) =>
      comparePlayers(db, fourOf(guids, i), {
        period: { kind: "days", days: 90 },
        map: any(maps, i),
      }),
    "matchup, 365 days": (i) => matchup(db, any(lineUps, i).a, any(lineUps, i).b),
    "duo, 90 days": (i) => {
      const [one = "", other = ""] = any(lineUps, i).a;
      return duo(db, one, other);
    },
    "nemesis, 90 days": (i) => nemesis(db, any(lineUps, i).a[0] ?? ""),
  };
  const RUNS = 60;
  for (const [name, question] of Object.entries(questions)) {
    for (let i = 0; i < 8; i += 1) await question(i);
    const own: number[] = [];
    const bare: number[] = [];
    for (let i = 0; i < RUNS; i += 1) {
      bare.push(await timed(() => db.query("select 1")));
      own.push(await timed(() => question(i)));
    }
    print(name, own, bare);
  }
}

function fourOf(guids: readonly string[], i: number): string[] {
  return [0, 1, 2, 3].map((n) => guids[(i + n * 7) % guids.length] as string);
}

// --- One more round.

async function bring(db: Database): Promise<void> {
  // A server that takes rounds in has taken some before.
  await bringEvening(db, of(warmUp));
  const { own, bare } = await bringEvening(db, of(lastEvening));
  print(`one more round (${own.length})`, own, bare);
}

async function bringEvening(
  db: Database,
  evening: readonly IncomingFile[],
): Promise<{ own: number[]; bare: number[] }> {
  const stamped = [...evening].sort((a, b) => (a.name < b.name ? -1 : 1));
  const own: number[] = [];
  const bare: number[] = [];
  for (const file of stamped) {
    bare.push(await timed(() => db.query("select 1")));
    const ms = await timed(() => ingest(db, [file]));
    if (/-round-\d\.txt$/.test(file.name)) own.push(ms);
  }
  return { own, bare };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function print(name: string, own: number[], bare: number[]): void {
  const at = (list: number[], share: number) =>
    [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ??
    Number.NaN;
  const p95 = at(own, 0.95);
  const kept = p95 < LIMIT;
  if (!kept) process.exitCode = 1;
  console.log(
    `  ${name.padEnd(30)} p50 ${at(own, 0.5).toFixed(1).padStart(7)}  p95 ${p95.toFixed(1).padStart(7)} ms` +
      `  ${(at(own, 0.5) / at(bare, 0.5)).toFixed(0).padStart(4)} × a bare select  ${kept ? "kept" : `MISSED (below ${LIMIT})`}`,
  );
}

// --- Plans.

async function explain(db: Database): Promise<void> {
  const asked: [string, readonly unknown[]][] = [];
  const watched: Database = Object.create(db, {
    query: {
      value: (sql: string, params: never[] = []) => {
        asked.push([sql, params]);
        return db.query(sql, params);
      },
    },
  });
  const [player] = await db.query<{ guid: string }>(
    "select player_guid as guid from player_names limit 1",
  );
  const named: Record<string, () => Promise<unknown>> = {
    "leaderboard, all time": () => leaderboard(watched, "dpm", { limit: 25 }),
    "leaderboard, 90 days": () => leaderboard(watched, "accuracy", { limit: 25, period: "90d" }),
    "leaderboard, 90 days on a map": () =>
      leaderboard(watched, "kd", { limit: 25, period: "90d", map: "supply" }),
    profile: () => playerProfile(watched, player?.guid ?? ""),
  };
  for (const [name, question] of Object.entries(named)) {
    asked.length = 0;
    await question();
    console.log(`\n### ${name}\n`);
    for (const [sql, params] of asked) {
      const lines = await db.query<Record<string, string>>(
        `explain (analyze, costs off, buffers off, timing off, summary off) ${sql}`,
        params as never[],
      );
      console.log(
        lines.map((line) => `    ${Object.values(line)[0]?.slice(0, 140)}`).join("\n"),
        "\n",
      );
    }
  }
}

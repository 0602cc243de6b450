// How fast the web page's data is answered: 200 requests a second on PostgreSQL, 100 on PGlite.
//
//   [SLOMIX_TEST_DATABASE_URL=postgres://…] node --conditions=@slomix/source bench/serve.ts [SECONDS]
//
// The season is imported into a database of its own, which is dropped at the end; without a server
// only PGlite is measured. The server is a process of its own. Requests are what visits to the pages
// ask for, half of them about the newest evenings and half about any of the season. Each is due at a
// moment fixed beforehand and its time runs from then, so that a slow answer does not put off those
// behind it. One request in ten is a bare JSON route of the same server, beside the others: what
// answering costs on this machine at this moment, without Slomix.
import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, get } from "node:http";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createApi, serveApi } from "../apps/api/src/index.ts";
import { connect } from "../packages/db/src/index.ts";

const ROOT = join(import.meta.dirname, "..");
const BARE = "/bare";
/** Seconds before the measured ones: compiled code is cold, and no answer has been given yet. */
const FIRST = 5;

interface Load {
  readonly name: string;
  readonly target: string;
  /** Requests a second. */
  readonly rate: number;
  /** What 95 % of the answers must stay below, in ms. */
  readonly limit: number;
}

/** What may be asked about. */
interface Season {
  readonly sessions: readonly number[];
  readonly matches: readonly string[];
  readonly players: readonly { guid: string; name: string }[];
  readonly maps: readonly string[];
  readonly metrics: readonly string[];
}

interface Answer {
  readonly path: string;
  /** From the moment that the request was due to the last byte, in ms. */
  readonly ms: number;
  /** How long after it was due the request was sent: what the machine owes. */
  readonly late: number;
  readonly bytes: number;
  readonly error: string | null;
}

if (process.argv[2] === "--server") await serve(process.argv[3] ?? "");
else await main(Number(process.argv[2] ?? 15));

async function main(seconds: number): Promise<void> {
  if (!(seconds > 0)) throw new Error("the argument is a number of seconds");
  console.log(
    `load of this machine: ${loadavg()
      .map((n) => n.toFixed(1))
      .join(" ")}`,
  );
  const folder = mkdtempSync(join(tmpdir(), "slomix-bench-"));
  const url = process.env["SLOMIX_TEST_DATABASE_URL"];
  try {
    if (url) {
      await withDatabase(url, (target) =>
        measure({ name: "PostgreSQL", target, rate: 200, limit: 20 }, seconds),
      );
    } else console.log("PostgreSQL: not measured, SLOMIX_TEST_DATABASE_URL names no server");
    const target = join(folder, "data");
    await measure({ name: "PGlite", target, rate: 100, limit: 50 }, seconds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withDatabase(url: string, work: (target: string) => Promise<void>): Promise<void> {
  const name = `slomix_bench_${randomBytes(6).toString("hex")}`;
  const target = new URL(url);
  target.pathname = `/${name}`;
  const server = await connect(url, { migrate: false, max: 1 });
  try {
    await server.query(`create database ${name} template template0`);
    await work(target.href);
  } finally {
    await server.query(`drop database if exists ${name} with (force)`);
    await server.close();
  }
}

async function measure(load: Load, seconds: number): Promise<void> {
  const importer = join(ROOT, "test/web/import-season.ts");
  execFileSync(process.execPath, ["--conditions=@slomix/source", importer, load.target], {
    stdio: "inherit",
  });
  const server = fork(import.meta.filename, ["--server", load.target], {
    execArgv: ["--conditions=@slomix/source"],
  });
  try {
    const url = await listening(server);
    const next = requests(await seasonOf(url));
    const first = await fire(url, next, load.rate, FIRST);
    const measured = await fire(url, next, load.rate, seconds);
    report(load, first, measured);
  } finally {
    const ended = once(server, "exit");
    if (server.connected) server.disconnect();
    if (server.exitCode === null) await ended;
  }
}

// --- The server's process.

async function serve(target: string): Promise<void> {
  const db = await connect(target);
  const app = createApi({ db, version: "0.0.0", onFault: ({ error }) => console.error(error) });
  const bare = JSON.stringify({ status: "ok" });
  const server = await serveApi({
    app: {
      fetch: (request) =>
        request.url.endsWith(BARE)
          ? new Response(bare, { headers: { "Content-Type": "application/json" } })
          : app.fetch(request),
    },
    port: 0,
  });
  process.once("disconnect", async () => {
    await server.close();
    await db.close();
  });
  process.send?.(server.url);
}

async function listening(server: ChildProcess): Promise<string> {
  const said = await Promise.race([
    once(server, "message"),
    once(server, "exit").then(() => {
      throw new Error("the server ended before it listened");
    }),
  ]);
  return String(said[0]);
}

// --- What is asked for.

async function seasonOf(url: string): Promise<Season> {
  // biome-ignore lint/suspicious/noExplicitAny: answers are read as a foreign client reads them.
  const read = async (path: string): Promise<any> => (await fetch(`${url}/api${path}`)).json();
  const sessions: { id: number }[] = await read("/sessions?limit=100");
  const matches: string[] = [];
  for (const { id } of sessions)
    for (const { matchId } of (await read(`/sessions/${id}/report`)).matches) matches.push(matchId);
  const ranked = await read("/leaderboards/games?period=all&limit=100&minRounds=1");
  return {
    sessions: sessions.map(({ id }) => id),
    matches,
    players: ranked.rows,
    maps: (await read("/maps")).map(({ map }: { map: string }) => map),
    metrics: (await read("/leaderboards")).map(({ metric }: { metric: string }) => metric),
  };
}

/** Numbers from 0 to 1, the same in every run. */
function* chances(): Generator<number, never> {
  for (let state = 1; ; ) {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    yield ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** The requests of visit after visit, each page as often as the others. */
function requests(season: Season): () => string {
  const dice = chances();
  const any = <T>(of: readonly T[]): T => {
    const one = of[Math.floor(dice.next().value * of.length)];
    if (one === undefined) throw new Error("the season is empty");
    return one;
  };
  // Newest sessions and their matches stand first; players who play most do.
  const mostlyFirst = <T>(of: readonly T[], first: number) =>
    any(dice.next().value < 0.5 ? of.slice(0, first) : of);
  const player = () => mostlyFirst(season.players, 12);
  const pages: readonly (() => string[])[] = [
    // Home.
    () => ["/sessions/last/report", "/activity", "/sessions?limit=8&offset=0", "/seasons/last"],
    // Sessions, also of a player or on a map.
    () => {
      const filter = any(["", "", `&player=${player().guid}`, `&map=${any(season.maps)}`]);
      return [`/sessions?limit=25&offset=${any([0, 0, 25, 50])}${filter}`, "/maps"];
    },
    () => [`/sessions/${mostlyFirst(season.sessions, 3)}/report`],
    () => [`/matches/${mostlyFirst(season.matches, 24)}`],
    () => [`/maps/${any(season.maps)}`],
    () => {
      const { guid } = player();
      return [`/players/${guid}`, `/players/${guid}/standing`];
    },
    () => {
      const period = any(["season", "season", "90d", "30d", "all"]);
      const page = `period=${period}&limit=25&offset=0`;
      return ["/leaderboards", `/leaderboards/${any(season.metrics)}?${page}`];
    },
    // The search, as somebody types.
    () => {
      const { name } = player();
      return [2, 3, 4].map((n) => `/players?search=${encodeURIComponent(name.slice(0, n))}`);
    },
    // About.
    () => ["/numbers", "/leaderboards"],
    // Whatever is looked at asks for this again and again.
    () => ["/health"],
  ];
  const waiting: string[] = [];
  return () => {
    while (waiting.length === 0) waiting.push(...any(pages)());
    return `/api${waiting.shift()}`;
  };
}

// --- Asking.

async function fire(
  url: string,
  next: () => string,
  rate: number,
  seconds: number,
): Promise<Answer[]> {
  const agent = new Agent({ keepAlive: true });
  const due = Array.from({ length: Math.round(rate * seconds) }, (_, i) => (i * 1000) / rate);
  // The bare ones come beside the others, not in their place.
  const all = due.flatMap((at, i) => {
    const own = { at, path: next() };
    return i % 10 === 0 ? [own, { at: at + 500 / rate, path: BARE }] : [own];
  });
  const begin = performance.now() + 50;
  const answers: Promise<Answer>[] = [];
  for (const { at, path } of all) {
    const moment = begin + at;
    const rest = moment - performance.now();
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
    answers.push(ask(agent, url, path, moment));
  }
  const done = await Promise.all(answers);
  agent.destroy();
  return done;
}

function ask(agent: Agent, url: string, path: string, moment: number): Promise<Answer> {
  const late = performance.now() - moment;
  return new Promise((resolve) => {
    let bytes = 0;
    const end = (error: string | null) =>
      resolve({ path, ms: performance.now() - moment, late, bytes, error });
    const headers = { "Accept-Encoding": "gzip, deflate, br" };
    const request = get(url + path, { agent, headers, timeout: 10_000 }, (response) => {
      response.on("data", (chunk: Uint8Array) => {
        bytes += chunk.length;
      });
      response.on("end", () => end(response.statusCode === 200 ? null : `${response.statusCode}`));
      response.on("error", (error) => end(error.message));
    });
    request.on("timeout", () => request.destroy(new Error("no answer within 10 s")));
    request.on("error", (error: NodeJS.ErrnoException) => {
      // The server may close a connection that rested just as it is taken up again: browsers ask anew.
      if (request.reusedSocket && error.code === "ECONNRESET")
        ask(agent, url, path, moment).then(resolve);
      else end(error.message);
    });
  });
}

// --- What came of it.

function report({ name, rate, limit }: Load, first: Answer[], measured: Answer[]): void {
  const own = (answers: Answer[]) => answers.filter(({ path }) => path !== BARE);
  const bare = measured.filter(({ path }) => path === BARE);
  const asked = own(measured);
  console.log(
    `\n${name}, ${rate} requests a second, load ${loadavg()[0]?.toFixed(1)}:\n` +
      `${line("first 5 s, nothing kept yet", own(first))}\n${line("measured", asked)}\n` +
      `${line("bare JSON beside it", bare)}\n` +
      `ratio to bare JSON: p50 ${ratio(asked, bare, 0.5)}, p95 ${ratio(asked, bare, 0.95)}; ` +
      `sent late by ${quantile(
        asked.map(({ late }) => late),
        0.95,
      ).toFixed(1)} ms (p95); ` +
      `${(asked.reduce((sum, { bytes }) => sum + bytes, 0) / asked.length / 1000).toFixed(1)} kB an answer`,
  );
  for (const [route, answers] of byRoute(asked)) console.log(line(`  ${route}`, answers));
  const errors = [...first, ...measured].filter(({ error }) => error !== null);
  for (const { path, error } of errors.slice(0, 5)) console.log(`  ${path}: ${error}`);
  const p95 = quantile(
    asked.map(({ ms }) => ms),
    0.95,
  );
  const kept = p95 < limit && errors.length === 0;
  console.log(
    `${kept ? "kept" : "MISSED"}: p95 ${p95.toFixed(1)} ms (below ${limit}), ${errors.length} errors`,
  );
  if (!kept) process.exitCode = 1;
}

function byRoute(answers: readonly Answer[]): [string, Answer[]][] {
  const routes = new Map<string, Answer[]>();
  for (const answer of answers) {
    const route = answer.path
      .replace(/\?.*/, "")
      .replace(/^(\/api\/(?:sessions|matches|players|leaderboards|seasons))\/[^/]+/, "$1/…");
    routes.set(route, [...(routes.get(route) ?? []), answer]);
  }
  return [...routes].sort(([a], [b]) => (a < b ? -1 : 1));
}

function line(what: string, answers: readonly Answer[]): string {
  const times = answers.map(({ ms }) => ms);
  const at = (share: number) => quantile(times, share).toFixed(1).padStart(9);
  return (
    `${what.padEnd(30)} ${String(times.length).padStart(6)} answers  ` +
    `p50${at(0.5)}  p95${at(0.95)}  p99${at(0.99)} ms`
  );
}

function ratio(own: readonly Answer[], bare: readonly Answer[], share: number): string {
  const of = (answers: readonly Answer[]) =>
    quantile(
      answers.map(({ ms }) => ms),
      share,
    );
  return (of(own) / of(bare)).toFixed(1);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

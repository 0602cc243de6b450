import { beforeAll, describe, expect, it } from "vitest";
import { withSeason } from "../test/season.ts";
import { type Api, createApi } from "./create-api.ts";
import type { RequestLogEntry } from "./request-log.ts";

const db = withSeason();
let app: Api;
const log: RequestLogEntry[] = [];

beforeAll(() => {
  app = createApi({ db: db(), version: "1.2.3", onRequest: (entry) => log.push(entry) });
});

// biome-ignore lint/suspicious/noExplicitAny: bodies are read as a foreign client reads them.
const json = async (path: string): Promise<any> => (await app.request(path)).json();

describe("sessions", () => {
  it("stand newest first, in pages that lead to each other", async () => {
    const all = await json("/api/sessions");
    expect(all.map((s: { id: number }) => s.id)).toEqual([4, 3, 2, 1]);
    const page = await app.request("/api/sessions?limit=2&offset=1");
    expect(((await page.json()) as { id: number }[]).map((s) => s.id)).toEqual([3, 2]);
    expect(page.headers.get("X-Total-Count")).toBe("4");
    expect(page.headers.get("Link")).toBe(
      '</api/sessions?limit=2&offset=3>; rel="next", </api/sessions?limit=2&offset=0>; rel="prev"',
    );
  });

  it("clamps a page to its bounds instead of refusing it", async () => {
    expect(await json("/api/sessions?limit=100000")).toHaveLength(4);
    expect(await json("/api/sessions?limit=0")).toHaveLength(1);
    expect(await json("/api/sessions?offset=1000000000")).toEqual([]);
  });

  it("are filtered by map, player and day", async () => {
    const [newest] = await json("/api/sessions");
    const map = newest.maps[0];
    for (const session of await json(`/api/sessions?map=${map.toUpperCase()}`))
      expect(session.maps).toContain(map);
    expect(await json(`/api/sessions?from=${newest.date}`)).toEqual([newest]);
    expect(await json("/api/sessions?to=2024-12-31")).toEqual([]);
    expect(await json("/api/sessions?player=00000000")).toEqual([]);
    const guid = (await json("/api/sessions/1")).teams[0].guids[0];
    const with1 = await json(`/api/sessions?player=${guid.toLowerCase()}`);
    expect(with1.map((s: { id: number }) => s.id)).toContain(1);
  });

  it("come by number and as the last one", async () => {
    const last = await json("/api/sessions/last");
    expect(last.id).toBe(4);
    expect(await json("/api/sessions/4")).toEqual(last);
    const [summary] = await json("/api/sessions?limit=1");
    expect(last).toMatchObject(summary);
    expect(last.teams).toHaveLength(2);
    expect(last.matches.length).toBeGreaterThan(0);
    expect(last.matches[0].rounds[0].players.length).toBeGreaterThan(4);
    expect((await app.request("/api/sessions/99")).status).toBe(404);
  });
});

describe("a match", () => {
  it("has the rounds of its session, a total, awards and duels", async () => {
    const { matches } = await json("/api/sessions/2");
    const match = await json(`/api/matches/${matches[0].matchId}`);
    expect(match).toMatchObject({ map: matches[0].map, sessionId: 2, winner: matches[0].winner });
    expect(match.rounds).toHaveLength(2);
    expect(match.rounds[0]).toMatchObject(matches[0].rounds[0]);
    expect(match.rounds[0].awards.length).toBeGreaterThan(5);
    expect(match.rounds[0].versus.length).toBeGreaterThan(5);
    const [top] = match.total;
    const parts = match.rounds.flatMap((round: { players: { guid: string }[] }) =>
      round.players.filter((p) => p.guid === top.guid),
    );
    const sum = parts.reduce((a: number, p: { damageGiven: number }) => a + p.damageGiven, 0);
    expect(top.damageGiven).toBe(sum);
  });

  it("of which no report came has rounds without events", async () => {
    const { matches } = await json("/api/sessions/2");
    const { rounds } = await json(`/api/matches/${matches[0].matchId}`);
    expect(rounds.map((round: { hasEvents: boolean }) => round.hasEvents)).toEqual([false, false]);
    const events = await json(`/api/matches/${matches[0].matchId}/events`);
    expect(events.rounds).toHaveLength(2);
    expect(events.rounds[0]).toMatchObject({ round: 1, kills: [], openingKill: null, alive: [] });
  });

  it("that never was is not found", async () => {
    for (const path of ["/api/matches/2020-01-01-200000-supply", "/api/matches/none/events"])
      expect((await app.request(path)).status).toBe(404);
  });
});

describe("players", () => {
  it("are found by a part of a name, then read by GUID in any case", async () => {
    const [player] = (await json("/api/leaderboards/kills?minRounds=1")).rows;
    const found = await json(`/api/players?search=${encodeURIComponent(player.name.slice(1, 4))}`);
    expect(found.players.map((p: { guid: string }) => p.guid)).toContain(player.guid);
    const profile = await json(`/api/players/${player.guid.toLowerCase()}`);
    expect(profile).toMatchObject({ guid: player.guid, name: player.name });
    expect(profile.totals.kills).toBe(player.kills);
    expect((await app.request("/api/players/00000000")).status).toBe(404);
  });

  it("are found by letters alone and by a letter too few, or offered; the last ones without a name", async () => {
    const search = async (text: string) =>
      await json(`/api/players?search=${encodeURIComponent(text)}`);
    expect((await search(" ^1G.R1MPICKLE_")).clear).toMatchObject({
      name: "Grimpickle",
      match: "exact",
    });
    expect((await search("Grmpickle")).players).toMatchObject([{ match: "near" }]);
    expect(await search("Grxmpxcklx")).toMatchObject({
      players: [],
      didYouMean: [{ name: "Grimpickle" }],
    });
    const last = await json("/api/players");
    expect(last.players.length).toBeGreaterThan(5);
    expect(last.players[0]).toMatchObject({ match: null, alias: null });
    expect(await search("  ")).toEqual(last);
  });

  it("are all in the roster, in any order, page by page and by name", async () => {
    const all = await json("/api/roster?limit=100");
    expect(all.rows.length).toBe(all.players);
    expect(all.total).toBe(all.players);
    const times = all.rows.map((row: { lastPlayed: string }) => row.lastPlayed);
    expect(times).toEqual([...times].sort().reverse());
    for (const [sort, key] of [
      ["rounds", "rounds"],
      ["kd", "kdRatio"],
      ["dpm", "dpm"],
      ["time", "timePlayedSeconds"],
    ] as const) {
      const values = async (query: string) =>
        (await json(`/api/roster?${query}`)).rows.map((row: Record<string, number>) => row[key]);
      const down = await values(`limit=100&sort=${sort}`);
      expect(down).toEqual([...down].sort((a: number, b: number) => b - a));
      expect(await values(`limit=100&sort=${sort}.up`)).toEqual([...down].reverse());
      expect(await values(`limit=3&offset=2&sort=${sort}`)).toEqual(down.slice(2, 5));
    }
    const [first, second] = (await json("/api/roster?sort=name")).rows;
    expect(first.name.toLowerCase() < second.name.toLowerCase()).toBe(true);
    const [row] = (await json("/api/roster?search=grimpikcle")).rows;
    const profile = await json(`/api/players/${row.guid}`);
    expect(row).toMatchObject({
      name: "Grimpickle",
      rounds: profile.totals.rounds,
      kdRatio: profile.totals.kdRatio,
      dpm: profile.totals.dpm,
    });
    expect(await json("/api/roster?search=Grxmpxcklx")).toMatchObject({
      total: 0,
      rows: [],
      didYouMean: [{ name: "Grimpickle" }],
    });
  });

  it("hold badges: each level by those who reached it, the furthest in front", async () => {
    const [{ players }, scales] = [await json("/api/roster"), await json("/api/badges")];
    expect(scales.length).toBeGreaterThan(5);
    for (const { levels, leaders, label } of scales) {
      for (const [i, { reached, holders }] of levels.entries())
        expect(reached - (levels[i + 1]?.reached ?? 0), label).toBe(holders);
      expect(levels[0].reached, label).toBeLessThanOrEqual(players);
      expect(leaders.length, label).toBe(Math.min(3, levels[0].reached));
    }
    const [ground] = scales.find(({ category }: { category: string }) => category === "kd").leaders;
    expect(ground.value).toBeGreaterThan(0);
  });

  it("are ranked by every leaderboard that is told of", async () => {
    for (const { metric, best, minimum } of await json("/api/leaderboards")) {
      const board = await json(`/api/leaderboards/${metric}?minRounds=1&limit=100`);
      expect(board.rows.length, metric).toBe(board.total);
      // Four evenings: few have the kills, shots and hits that some rates ask for.
      expect(board.players, metric).toBeGreaterThan(5);
      if (Object.keys(minimum).length === 1) expect(board.total, metric).toBe(board.players);
      const values = board.rows.map((row: { value: number }) => row.value);
      const order = best === "highest" ? -1 : 1;
      expect(values, metric).toEqual([...values].sort((a, b) => order * (a - b)));
      for (const { lacks } of board.unranked) expect(lacks.length, metric).toBeGreaterThan(0);
    }
    expect((await app.request("/api/leaderboards/luck")).status).toBe(404);
  });
});

describe("every answer", () => {
  it("says that all is well, and where to go on", async () => {
    expect(await json("/api/health")).toMatchObject({
      status: "ok",
      version: "1.2.3",
      sessions: 4,
    });
    expect(await json("/")).toEqual({
      name: "Slomix",
      version: "1.2.3",
      health: "/api/health",
      api: "/api/openapi.json",
    });
  });

  it("carries headers that let nothing run, frame or sniff it", async () => {
    for (const path of [
      "/",
      "/api/sessions",
      "/api/nothing",
      "/api/sessions/x",
      "/api/openapi.json",
    ]) {
      const { headers } = await app.request(path);
      expect(headers.get("Content-Security-Policy")).toBe(
        "default-src 'none'; frame-ancestors 'none'",
      );
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Referrer-Policy")).toBe("no-referrer");
      expect(headers.get("X-Frame-Options")).toBe("DENY");
      expect(headers.get("X-Request-Id")).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
    }
  });

  it("is told from its ETag, compressed or not, and kept for a short time only", async () => {
    const first = await app.request("/api/sessions/last");
    const tag = first.headers.get("ETag") as string;
    expect(first.headers.get("Cache-Control")).toBe("public, max-age=10");
    const again = await app.request("/api/sessions/last", {
      headers: { "If-None-Match": `"x", W/${tag}` },
    });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const other = await app.request("/api/sessions/1", { headers: { "If-None-Match": tag } });
    expect(other.status).toBe(200);
    expect((await app.request("/api/health")).headers.get("Cache-Control")).toBe("no-store");
    expect((await app.request("/api/sessions/x")).headers.get("Cache-Control")).toBe("no-store");
  });

  it("is compressed for who can read it, when it is worth it", async () => {
    const headers = { "Accept-Encoding": "gzip" };
    const zipped = await app.request("/api/sessions/last", { headers });
    expect(zipped.headers.get("Content-Encoding")).toBe("gzip");
    expect(zipped.headers.get("Vary")).toBe("Accept-Encoding");
    const stream = (zipped.body as ReadableStream).pipeThrough(new DecompressionStream("gzip"));
    expect(await new Response(stream).json()).toEqual(await json("/api/sessions/last"));
    const small = await app.request("/api/health", { headers });
    expect(small.headers.get("Content-Encoding")).toBeNull();
  });

  it("has the headers of GET and no body for HEAD", async () => {
    const get = await app.request("/api/sessions/last");
    const head = await app.request("/api/sessions/last", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("Content-Length")).toBe(String((await get.text()).length));
    expect(head.headers.get("ETag")).toBe(get.headers.get("ETag"));
    expect((await app.request("/api/sessions/99", { method: "HEAD" })).status).toBe(404);
  });

  it("refuses to write, and says what works", async () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const refused = await app.request("/api/sessions/1", { method });
      expect(refused.status).toBe(405);
      expect(refused.headers.get("Allow")).toBe("GET, HEAD");
      expect(await refused.json()).toMatchObject({ status: 405, code: "method_not_allowed" });
    }
    expect((await app.request("/api/nothing", { method: "POST" })).status).toBe(404);
  });

  it("is logged with its route, without what was searched for", async () => {
    log.length = 0;
    const answer = await app.request("/api/players?search=secret");
    await app.request("/api/sessions/7");
    await app.request("/nowhere");
    expect(log).toEqual([
      {
        requestId: answer.headers.get("X-Request-Id"),
        method: "GET",
        path: "/api/players",
        route: "/api/players",
        status: 200,
        durationMs: expect.any(Number),
      },
      expect.objectContaining({ route: "/api/sessions/:id", status: 404 }),
      expect.objectContaining({ path: "/nowhere", route: null, status: 404 }),
    ]);
  });
});

import type { DatabaseErrorCode } from "@slomix/db";
import { afterEach, expect, it, vi } from "vitest";
import { awayWith, failingDatabase } from "../test/away.ts";
import { createApi } from "./create-api.ts";
import type { Fault } from "./faults.ts";

afterEach(() => {
  vi.useRealTimers();
});

const paths = [
  "/api/health",
  "/api/sessions",
  "/api/sessions/last",
  "/api/matches/2025-01-02-200000-supply",
  "/api/players?search=a",
  "/api/players/AAAA1111",
  "/api/leaderboards/kd",
];

it.each(["unreachable", "gone", "busy", "refused"] as const satisfies DatabaseErrorCode[])(
  "answers 503 on every route while the database is away (%s)",
  async (code) => {
    const faults: Fault[] = [];
    const app = createApi({ db: awayWith(code), version: "1", onFault: (f) => faults.push(f) });
    for (const path of paths) {
      const response = await app.request(path);
      const body = await response.text();
      expect([path, response.status]).toEqual([path, 503]);
      expect(response.headers.get("Retry-After")).toBe("5");
      expect(response.headers.get("Content-Type")).toBe("application/problem+json");
      expect(body).not.toMatch(/password|10\.1\.2\.3/);
      expect(JSON.parse(body)).toMatchObject({ status: 503, code: "database_away" });
      expect(faults.at(-1)?.requestId).toBe(JSON.parse(body).requestId);
    }
    expect(faults).toHaveLength(paths.length);
    expect((await app.request("/api/leaderboards")).status).toBe(200);
  },
);

it("answers 500 for any other fault, and keeps its text for the log", async () => {
  const secret = new Error("relation rounds_v2 does not exist at /srv/slomix/queries.ts:12");
  const faults: Fault[] = [];
  const db = failingDatabase(async () => {
    throw secret;
  });
  const app = createApi({ db, version: "1", onFault: (f) => faults.push(f) });
  const response = await app.request("/api/sessions", { headers: { "X-Request-Id": "abc-1" } });
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({
    type: "about:blank",
    title: "Internal Server Error",
    status: 500,
    code: "internal",
    detail: "Something went wrong in here.",
    requestId: "abc-1",
  });
  expect(faults).toEqual([
    { requestId: "abc-1", method: "GET", path: "/api/sessions", error: secret },
  ]);
});

it("does not wait for ever for a database that hangs", async () => {
  vi.useFakeTimers();
  const app = createApi({ db: failingDatabase(() => new Promise(() => {})), version: "1" });
  const answer = app.request("/api/health");
  await vi.advanceTimersByTimeAsync(3000);
  const response = await answer;
  expect([response.status, (await response.json()) as unknown]).toEqual([
    503,
    expect.objectContaining({ code: "database_away" }),
  ]);
});

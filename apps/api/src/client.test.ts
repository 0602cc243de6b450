import type { PlayerProfile, SessionDetail } from "@slomix/db";
import { hc } from "hono/client";
import { beforeAll, expect, expectTypeOf, it } from "vitest";
import { withSeason } from "../test/season.ts";
import { type Api, createApi } from "./create-api.ts";

const db = withSeason();
let client: ReturnType<typeof hc<Api>>;

beforeAll(() => {
  const app = createApi({ db: db(), version: "1.2.3" });
  client = hc<Api>("http://slomix.test", {
    fetch: (input: Parameters<typeof fetch>[0], init?: RequestInit) =>
      app.fetch(new Request(input, init)),
  });
});

it("knows the parameters and the answers of the routes", async () => {
  const response = await client.api.sessions.$get({ query: { limit: "1" } });
  const [session] = await response.json();
  if (!session) throw new Error("the season has sessions");
  expectTypeOf(session.score.teamA).toBeNumber();

  const one = await client.api.sessions[":id"].$get({ param: { id: String(session.id) } });
  const detail = await one.json();
  expectTypeOf(detail.matches[0]?.rounds[0]?.players[0]?.weapons[0]?.weapon).toEqualTypeOf<
    string | undefined
  >();
  const same: SessionDetail = detail;
  expect(same.id).toBe(session.id);

  const guid = detail.teams[0]?.guids[0] ?? "";
  const player = await (await client.api.players[":guid"].$get({ param: { guid } })).json();
  const profile: PlayerProfile = player;
  expect(profile.totals.rounds).toBeGreaterThan(0);

  const board = await client.api.leaderboards[":metric"].$get({
    param: { metric: "kd" },
    query: { minRounds: "1" },
  });
  expect((await board.json()).rows[0]?.rank).toBe(1);
  expect((await (await client.api.health.$get()).json()).status).toBe("ok");
  const names = await client.api.players.$get({ query: { search: profile.name } });
  expect((await names.json()).clear?.guid).toBe(guid);
});

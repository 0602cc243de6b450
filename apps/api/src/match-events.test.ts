import { connect, type Database, ingest } from "@slomix/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leagueMatch } from "../../../packages/db/test/league-match.ts";
import { type JsonSchema, misfits } from "../test/json-schema.ts";
import { type Api, createApi } from "./create-api.ts";

// biome-ignore lint/suspicious/noExplicitAny: bodies are looked into key by key.
const json = async (path: string): Promise<any> => (await app.request(path)).json();

let db: Database;
let app: Api;
let matchId: string;

beforeAll(async () => {
  db = await connect("memory:");
  await ingest(db, leagueMatch());
  app = createApi({ db, version: "1.2.3" });
  matchId = (await json("/api/sessions/1")).matches[0].matchId;
}, 60_000);
afterAll(() => db?.close());

describe("the events of a match that a league reported", () => {
  it("fit their schema, key by key", async () => {
    const document = await json("/api/openapi.json");
    const told = document.paths["/api/matches/{matchId}/events"].get.responses["200"];
    const schema = told.content["application/json"].schema as JsonSchema;
    const body = await json(`/api/matches/${matchId}/events`);
    expect(misfits(schema, body, document.components.schemas).slice(0, 5)).toEqual([]);
    expect(body.rounds.map((round: { kills: unknown[] }) => round.kills.length > 100)).toEqual([
      true,
      true,
    ]);
  });

  it("are announced by the match, and answered the same again", async () => {
    const match = await json(`/api/matches/${matchId}`);
    expect(match.rounds.map((round: { hasEvents: boolean }) => round.hasEvents)).toEqual([
      true,
      true,
    ]);
    const [first, again] = await Promise.all(
      [1, 2].map(async () => (await app.request(`/api/matches/${matchId}/events`)).text()),
    );
    expect(again).toBe(first);
  });
});

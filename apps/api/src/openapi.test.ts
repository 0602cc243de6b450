import { LEADERBOARDS } from "@slomix/db";
import { beforeAll, describe, expect, it } from "vitest";
import { type JsonSchema, misfits } from "../test/json-schema.ts";
import { withSeason } from "../test/season.ts";
import { type Api, createApi } from "./create-api.ts";

interface Operation {
  operationId: string;
  summary?: string;
  parameters?: { name: string; in: string; required?: boolean; schema: JsonSchema }[];
  responses: Record<
    string,
    { description: string; content: Record<string, { schema: JsonSchema }> }
  >;
}

interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema> };
}

const db = withSeason();
let app: Api;
let document: Document;

beforeAll(async () => {
  app = createApi({ db: db(), version: "1.2.3" });
  document = (await (await app.request("/api/openapi.json")).json()) as unknown as Document;
});

describe("the OpenAPI document", () => {
  it("is of version 3.1 and tells of every route under /api but itself", () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.info).toMatchObject({ title: "Slomix", version: "1.2.3" });
    const routes = app.routes
      .filter((route) => route.method === "GET" && route.path.startsWith("/api/"))
      .map((route) => route.path.replace(/:(\w+)/g, "{$1}"));
    const told = new Set([...Object.keys(document.paths), "/api/openapi.json"]);
    expect(new Set(routes)).toEqual(told);
  });

  it("names each operation once, describes it, and declares the parameters of its path", () => {
    const operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.values(item).map((operation) => ({ path, operation })),
    );
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operations) {
      expect(operation.summary, path).toBeTruthy();
      const inPath = (operation.parameters ?? []).filter((p) => p.in === "path");
      expect(
        inPath.map((p) => `{${p.name}}`),
        path,
      ).toEqual(path.match(/\{\w+\}/g) ?? []);
      for (const parameter of inPath) expect(parameter.required, path).toBe(true);
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(response.description, `${path} ${status}`).toBeTruthy();
        const type = status === "200" ? "application/json" : "application/problem+json";
        expect(Object.keys(response.content), `${path} ${status}`).toEqual([type]);
      }
    }
  });

  it("gives bounds of paging as numbers", () => {
    const parameters = document.paths["/api/sessions"]?.["get"]?.parameters ?? [];
    const limit = parameters.find((p) => p.name === "limit");
    expect(limit?.schema).toMatchObject({ type: "integer", minimum: 1, maximum: 100 });
    expect(limit?.required).toBeUndefined();
  });

  it("refers only to schemas that it holds", () => {
    const refs = JSON.stringify(document).match(/"\$ref":"[^"]+"/g) ?? [];
    expect(refs.length).toBeGreaterThan(10);
    for (const ref of refs) {
      const name = ref.slice('"$ref":"#/components/schemas/'.length, -1);
      expect(Object.keys(document.components.schemas)).toContain(name);
    }
  });
});

describe("each answer", () => {
  const check = async (path: string, template: string, status: number) => {
    const response = await app.request(path);
    expect(response.status, path).toBe(status);
    const responses = document.paths[template]?.["get"]?.responses ?? {};
    const described = responses[String(status)];
    const type = response.headers.get("Content-Type") ?? "";
    expect(Object.keys(described?.content ?? {}), path).toContain(type);
    const schema = described?.content[type]?.schema as JsonSchema;
    const body: unknown = await response.json();
    expect(misfits(schema, body, document.components.schemas).slice(0, 5), path).toEqual([]);
    return body;
  };

  it("fits its schema, key by key", async () => {
    await check("/api/health", "/api/health", 200);
    await check("/api/sessions", "/api/sessions", 200);
    await check("/api/leaderboards", "/api/leaderboards", 200);
    await check("/api/activity?days=30", "/api/activity", 200);
    await check("/api/seasons/last", "/api/seasons/{season}", 200);
    for (const { metric } of LEADERBOARDS) {
      const path = `/api/leaderboards/${metric}`;
      await check(`${path}?minRounds=5`, "/api/leaderboards/{metric}", 200);
      await check(`${path}?period=30d`, "/api/leaderboards/{metric}", 200);
    }
    await check("/api/maps", "/api/maps", 200);
    await check("/api/maps/SUPPLY", "/api/maps/{map}", 200);
    await check("/api/maps/nowhere", "/api/maps/{map}", 404);
    await check("/api/numbers", "/api/numbers", 200);
    await check("/api/roster?search=a&sort=kd.up", "/api/roster", 200);
    await check("/api/roster?search=zzxzzxzz", "/api/roster", 200);
    await check("/api/badges", "/api/badges", 200);
    await check("/api/players", "/api/players", 200);
    const { players } = (await check("/api/players?search=a", "/api/players", 200)) as {
      players: { guid: string }[];
    };
    for (const { guid } of players.slice(0, 3)) {
      await check(`/api/players/${guid}`, "/api/players/{guid}", 200);
      await check(`/api/players/${guid}/standing`, "/api/players/{guid}/standing", 200);
    }
    for (const id of [1, 2, 3]) {
      const session = (await check(`/api/sessions/${id}`, "/api/sessions/{id}", 200)) as {
        matches: { matchId: string }[];
      };
      await check(`/api/sessions/${id}/report`, "/api/sessions/{id}/report", 200);
      for (const { matchId } of session.matches) {
        await check(`/api/matches/${matchId}`, "/api/matches/{matchId}", 200);
        await check(`/api/matches/${matchId}/events`, "/api/matches/{matchId}/events", 200);
      }
    }
  });

  it("fits its schema when it is a problem", async () => {
    await check("/api/sessions/77", "/api/sessions/{id}", 404);
    await check("/api/sessions/x", "/api/sessions/{id}", 400);
    await check("/api/sessions?limit=x&from=y", "/api/sessions", 400);
    await check("/api/sessions/77/report", "/api/sessions/{id}/report", 404);
    await check("/api/activity?days=x", "/api/activity", 400);
    await check("/api/seasons/2003-Q1", "/api/seasons/{season}", 404);
    await check("/api/seasons/2003-Q5", "/api/seasons/{season}", 400);
    await check("/api/roster?sort=luck", "/api/roster", 400);
    await check("/api/players/00000000/standing", "/api/players/{guid}/standing", 404);
    await check("/api/players/9223372036854775808", "/api/players/{guid}", 404);
    await check("/api/players/%25", "/api/players/{guid}", 400);
    await check("/api/players?search=a%01", "/api/players", 400);
    // Half of a surrogate pair is no UTF-8: taken as it stands, it is in nobody's name.
    expect(await check("/api/players?search=%ED%A0%80", "/api/players", 200)).toEqual({
      players: [],
      clear: null,
      didYouMean: [],
    });
    await check("/api/sessions?period=never", "/api/sessions", 400);
    await check("/api/leaderboards/luck", "/api/leaderboards/{metric}", 404);
  });
});

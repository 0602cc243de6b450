import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { connect, type Database, ingest } from "@slomix/db";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApi } from "./create-api.ts";
import { headOf } from "./web/heads/index.ts";

const folder = resolve(import.meta.dirname, "../../../samples/small/2025-09-12_s01/gamestats");

const maps = ["adlernest (fixed)", "Karte_Ü [v1.2]", "50% & more?", "карта#1"];

/** The sample's match on supply, played on each of the maps, one a day. */
function matches() {
  return readdirSync(folder)
    .filter((name) => /-supply-round-\d\.txt$/.test(name))
    .flatMap((name) =>
      maps.map((map, day) => {
        const own = name.replace("2025-09-12", `2025-09-1${day + 2}`).replace("supply", () => map);
        const to = Buffer.from(map).toString("latin1");
        const text = readFileSync(join(folder, name), "latin1").replace("supply", () => to);
        return { name: own, path: own, bytes: Buffer.from(text, "latin1") };
      }),
    );
}

let db: Database;
beforeAll(async () => {
  db = await connect("memory:");
  await ingest(db, matches());
});
afterAll(() => db.close());

it.each(maps)("a match on %j opens by its address, and so does the map", async (map) => {
  const api = createApi({ db, version: "1" });
  const ask = async (path: string) => {
    const response = await api.request(path);
    expect(response.status, path).toBe(200);
    return (await response.json()) as { fastest: { matchId: string }[] };
  };
  const part = encodeURIComponent;
  const known = await ask(`/api/maps/${part(map)}`);
  expect(known).toMatchObject({ map: map.toLowerCase(), matches: 1 });
  const matchId = known.fastest[0]?.matchId ?? "";
  expect(matchId).toMatch(/^2025-09-1\d-\d{6}-/);
  expect(matchId.endsWith(`-${map.toLowerCase()}`)).toBe(true);
  const match = await ask(`/api/matches/${part(matchId)}`);
  expect(match).toMatchObject({ matchId });
  const sessions = await ask(`/api/sessions?map=${part(map.toUpperCase())}`);
  expect(sessions).toHaveLength(1);

  const page = await headOf(db, `/matches/${part(matchId)}`);
  expect(page).toMatchObject({ status: 200, reads: [`/api/matches/${part(matchId)}`] });
  expect(await headOf(db, `/maps/${part(map)}`)).toMatchObject({ status: 200 });
});

it("a map is found whichever way Unicode writes its letters", async () => {
  const api = createApi({ db, version: "1" });
  const response = await api.request(`/api/maps/${encodeURIComponent("karte_u\u0308 [v1.2]")}`);
  expect(response.status).toBe(200);
});

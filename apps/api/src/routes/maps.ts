import { type Database, listMaps } from "@slomix/db";
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import * as v from "valibot";
import { answers } from "../answers.ts";
import { keptFor } from "../caching.ts";
import { PlayedMapShape } from "../shapes/map.ts";

/** `GET /maps`. */
export const mapRoutes = (db: Database) =>
  new Hono().get(
    "/maps",
    keptFor(60),
    describeRoute({
      tags: ["sessions"],
      summary: "Maps that were played, most rounds first",
      responses: answers("All of them.", v.array(PlayedMapShape)),
    }),
    async (c) => c.json(await listMaps(db)),
  );

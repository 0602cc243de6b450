import { type Database, listMaps, mapDetail } from "@slomix/db";
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import * as v from "valibot";
import { answers } from "../answers.ts";
import { keptFor } from "../caching.ts";
import { mapName, parameters } from "../parameters.ts";
import { ProblemError } from "../problem.ts";
import { MapDetailShape, PlayedMapShape } from "../shapes/map.ts";
import { validated } from "../validated.ts";

/** `GET /maps` and `GET /maps/:map`. */
export const mapRoutes = (db: Database) =>
  new Hono()
    .get(
      "/maps",
      keptFor(60),
      describeRoute({
        tags: ["sessions"],
        summary: "Maps that were played, most rounds first",
        responses: answers("All of them.", v.array(PlayedMapShape)),
      }),
      async (c) => c.json(await listMaps(db)),
    )
    .get(
      "/maps/:map",
      keptFor(60),
      describeRoute({
        tags: ["sessions"],
        summary: "A map: how much it was played, how its attacks went, the fastest of them",
        responses: answers("The map.", MapDetailShape, 400, 404),
      }),
      validated("param", parameters({ map: mapName })),
      async (c) => {
        const found = await mapDetail(db, c.req.valid("param").map);
        if (!found) throw new ProblemError("not_found", "This map was never played.");
        return c.json(found);
      },
    );

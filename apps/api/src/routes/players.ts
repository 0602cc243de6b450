import { type Database, findPlayers, playerProfile } from "@slomix/db";
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import * as v from "valibot";
import { answers } from "../answers.ts";
import { keptFor } from "../caching.ts";
import { guid, parameters, searchText } from "../parameters.ts";
import { ProblemError } from "../problem.ts";
import { FoundPlayerShape, PlayerProfileShape } from "../shapes/player.ts";
import { validated } from "../validated.ts";

/** `GET /players?search=` and `GET /players/:guid`. */
export const playerRoutes = (db: Database) =>
  new Hono()
    .get(
      "/players",
      keptFor(10),
      describeRoute({
        tags: ["players"],
        summary: "Players by name or beginning of their GUID",
        description:
          "At most 20, best match first: GUID, whole name, beginning of a name, part of a name. Former names count too.",
        responses: answers("Who fits.", v.array(FoundPlayerShape), 400),
      }),
      validated("query", parameters({ search: searchText })),
      async (c) => c.json(await findPlayers(db, c.req.valid("query").search)),
    )
    .get(
      "/players/:guid",
      keptFor(10),
      describeRoute({
        tags: ["players"],
        summary: "A player's career: totals, maps, weapons, names, latest rounds",
        responses: answers("The player.", PlayerProfileShape, 400, 404),
      }),
      validated("param", parameters({ guid })),
      async (c) => {
        const found = await playerProfile(db, c.req.valid("param").guid);
        if (!found) throw new ProblemError("not_found", "There is no such player.");
        return c.json(found);
      },
    );

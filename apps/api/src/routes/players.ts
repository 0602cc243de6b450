import { type Database, findPlayers, playerProfile, playerStanding } from "@slomix/db";
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { answers } from "../answers.ts";
import { keptFor } from "../caching.ts";
import { guid, parameters, searchText } from "../parameters.ts";
import { ProblemError } from "../problem.ts";
import { FoundPlayersShape, PlayerProfileShape, PlayerStandingShape } from "../shapes/player.ts";
import { validated } from "../validated.ts";

/** `GET /players?search=`, `GET /players/:guid` and `GET /players/:guid/standing`. */
export const playerRoutes = (db: Database) =>
  new Hono()
    .get(
      "/players",
      keptFor(10),
      describeRoute({
        tags: ["players"],
        summary: "Players by name or beginning of their GUID",
        description:
          "At most 20, best match first: whole name, beginning of a name, part of a name, all but a letter or two. Only letters and digits are compared, without case, accents and colour codes. Former names count too. Without a search: who played last.",
        responses: answers("Who fits.", FoundPlayersShape, 400),
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
    )
    .get(
      "/players/:guid/standing",
      keptFor(10),
      describeRoute({
        tags: ["players"],
        summary: "A player among everybody comparable, and whom he meets most",
        description:
          "Over the 90 days up to the newest round. Without measures for who has played less than the minimum in them.",
        responses: answers("The standing.", PlayerStandingShape, 400, 404),
      }),
      validated("param", parameters({ guid })),
      async (c) => {
        const found = await playerStanding(db, c.req.valid("param").guid);
        if (!found) throw new ProblemError("not_found", "There is no such player.");
        return c.json(found);
      },
    );

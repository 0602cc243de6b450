import { type Database, matchDetail, matchEvents } from "@slomix/db";
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { answers } from "../answers.ts";
import { keptFor } from "../caching.ts";
import { matchId, parameters } from "../parameters.ts";
import { ProblemError } from "../problem.ts";
import { MatchDetailShape } from "../shapes/match.ts";
import { MatchEventsShape } from "../shapes/match-events.ts";
import { validated } from "../validated.ts";

/** `GET /matches/:matchId` and `GET /matches/:matchId/events`. */
export const matchRoutes = (db: Database) =>
  new Hono()
    .get(
      "/matches/:matchId",
      keptFor(10),
      describeRoute({
        tags: ["sessions"],
        summary: "One match: Round 1, Round 2 and both together, with awards and duels",
        responses: answers("The match.", MatchDetailShape, 400, 404),
      }),
      validated("param", parameters({ matchId })),
      async (c) => {
        const found = await matchDetail(db, c.req.valid("param").matchId);
        if (!found) throw new ProblemError("not_found", "There is no such match.");
        return c.json(found);
      },
    )
    .get(
      "/matches/:matchId/events",
      keptFor(10),
      describeRoute({
        tags: ["sessions"],
        summary:
          "What happened within a match: kills, objectives, revives, hits, classes, movement",
        responses: answers("The events of both rounds.", MatchEventsShape, 400, 404),
      }),
      validated("param", parameters({ matchId })),
      async (c) => {
        const found = await matchEvents(db, c.req.valid("param").matchId);
        if (!found) throw new ProblemError("not_found", "There is no such match.");
        return c.json(found);
      },
    );

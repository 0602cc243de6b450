import { type Database, LEADERBOARDS, leaderboard } from "@slomix/db";
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import * as v from "valibot";
import { answers } from "../answers.ts";
import { keptFor } from "../caching.ts";
import {
  dayEntries,
  mapEntry,
  metric,
  minRounds,
  pageEntries,
  parameters,
  periodEntry,
} from "../parameters.ts";
import { ProblemError } from "../problem.ts";
import { LeaderboardDefinitionShape, LeaderboardShape } from "../shapes/leaderboard.ts";
import { validated } from "../validated.ts";

/** `GET /leaderboards` and `GET /leaderboards/:metric`. */
export const leaderboardRoutes = (db: Database) =>
  new Hono()
    .get(
      "/leaderboards",
      keptFor(3600),
      describeRoute({
        tags: ["players"],
        summary: "Which leaderboards there are, and how each comes about",
        responses: answers("All of them.", v.array(LeaderboardDefinitionShape)),
      }),
      (c) => c.json(LEADERBOARDS),
    )
    .get(
      "/leaderboards/:metric",
      keptFor(10),
      describeRoute({
        tags: ["players"],
        summary: "Players ranked by one number",
        responses: answers("A page of the ranking.", LeaderboardShape, 400, 404),
      }),
      validated("param", parameters({ metric })),
      validated(
        "query",
        parameters({
          ...pageEntries,
          ...dayEntries,
          period: periodEntry,
          map: mapEntry,
          minRounds,
        }),
      ),
      async (c) => {
        const found = await leaderboard(db, c.req.valid("param").metric, c.req.valid("query"));
        if (!found)
          throw new ProblemError(
            "not_found",
            "There is no such leaderboard. /api/leaderboards lists all.",
          );
        return c.json(found);
      },
    );

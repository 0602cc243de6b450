import { activity, type Database, season } from "@slomix/db";
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import * as v from "valibot";
import { answers } from "../answers.ts";
import { keptFor } from "../caching.ts";
import { activityDays, parameters, seasonId } from "../parameters.ts";
import { ProblemError } from "../problem.ts";
import { ActivityShape } from "../shapes/activity.ts";
import { SeasonShape } from "../shapes/season.ts";
import { validated } from "../validated.ts";

/** `GET /activity` and `GET /seasons/:season`. */
export const activityRoutes = (db: Database) =>
  new Hono()
    .get(
      "/activity",
      keptFor(60),
      describeRoute({
        tags: ["sessions"],
        summary: "How many rounds were played on which evening",
        responses: answers(
          "Days with rounds, oldest first; null before the first round.",
          v.nullable(ActivityShape),
          400,
        ),
      }),
      validated("query", parameters({ days: activityDays })),
      async (c) => c.json(await activity(db, c.req.valid("query").days)),
    )
    .get(
      "/seasons/:season",
      keptFor(60),
      describeRoute({
        tags: ["players"],
        summary: "A quarter of a year and who is ahead in it",
        responses: answers("The season.", SeasonShape, 400, 404),
      }),
      validated("param", parameters({ season: seasonId })),
      async (c) => {
        const found = await season(db, c.req.valid("param").season);
        if (!found) throw new ProblemError("not_found", "Nothing was played in that season.");
        return c.json(found);
      },
    );

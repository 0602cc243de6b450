import { type Database, LEADERBOARDS, leaderboard } from "@slomix/db";
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import * as v from "valibot";
import { answers } from "../answers.ts";
import { keptFor } from "../caching.ts";
import {
  asOfEntry,
  boardPeriodEntry,
  dayEntries,
  mapEntry,
  metric,
  minRounds,
  pageEntries,
  parameters,
  sideEntry,
  weaponClassEntry,
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
          period: boardPeriodEntry,
          asOf: asOfEntry,
          map: mapEntry,
          side: sideEntry,
          weaponClass: weaponClassEntry,
          minRounds,
        }),
      ),
      async (c) => {
        const { asOf, side, ...filter } = c.req.valid("query");
        const found = await leaderboard(db, c.req.valid("param").metric, {
          ...filter,
          asOfMs: asOf,
          side: side === undefined ? undefined : side === "axis" ? 1 : 2,
        });
        if (!found)
          throw new ProblemError(
            "not_found",
            "There is no such leaderboard. /api/leaderboards lists all.",
          );
        if (!found.ok) throw new ProblemError("bad_request", `${sentence(found.problem.message)}.`);
        return c.json(found.value);
      },
    );

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

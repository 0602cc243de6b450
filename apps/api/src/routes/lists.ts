import { badgeBoards, type Database, ROSTER_ORDERS, roster } from "@slomix/db";
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import * as v from "valibot";
import { answers } from "../answers.ts";
import { keptFor } from "../caching.ts";
import { pageEntries, parameters, rosterOrder, searchText } from "../parameters.ts";
import { BadgeBoardShape } from "../shapes/badge.ts";
import { RosterShape } from "../shapes/player.ts";
import { validated } from "../validated.ts";

/** `GET /roster` and `GET /badges`. */
export const listRoutes = (db: Database) =>
  new Hono()
    .get(
      "/roster",
      keptFor(10),
      describeRoute({
        tags: ["players"],
        summary: "Everybody who has played",
        description:
          "All time, over the rounds that count. Narrowed by name in the way of `GET /api/players`.",
        responses: answers("A page of them.", RosterShape, 400),
      }),
      validated("query", parameters({ ...pageEntries, search: searchText, sort: rosterOrder })),
      async (c) => {
        const { sort, ...filter } = c.req.valid("query");
        const order = ROSTER_ORDERS.find((one) => sort.split(".")[0] === one);
        const reversed = sort.endsWith(".up");
        return c.json(await roster(db, { ...filter, sort: order, reversed }));
      },
    )
    .get(
      "/badges",
      keptFor(60),
      describeRoute({
        tags: ["players"],
        summary: "Every badge: what it takes, how many hold it, who has come furthest",
        responses: answers("All scales of badges.", v.array(BadgeBoardShape)),
      }),
      async (c) => c.json(await badgeBoards(db)),
    );

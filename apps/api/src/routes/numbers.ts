import { NUMBERS } from "@slomix/analytics";
import { type Database, timeDeadSince } from "@slomix/db";
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import * as v from "valibot";
import { answers } from "../answers.ts";
import { keptFor } from "../caching.ts";
import { NumberDefinitionShape } from "../shapes/number.ts";

/** `GET /numbers`. */
export const numberRoutes = (db: Database) =>
  new Hono().get(
    "/numbers",
    keptFor(60),
    describeRoute({
      tags: ["service"],
      summary: "What each number means, how it is made and where it comes from",
      responses: answers("All of them.", v.array(NumberDefinitionShape)),
    }),
    async (c) => {
      const since = await timeDeadSince(db);
      return c.json(
        NUMBERS.map(({ ofTimeDead, ...number }) => ({
          ...number,
          measuredSince: ofTimeDead ? since : null,
        })),
      );
    },
  );

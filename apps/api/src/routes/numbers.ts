import { NUMBERS } from "@slomix/analytics";
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import * as v from "valibot";
import { answers } from "../answers.ts";
import { keptFor } from "../caching.ts";
import { NumberDefinitionShape } from "../shapes/number.ts";

/** `GET /numbers`. */
export const numberRoutes = () =>
  new Hono().get(
    "/numbers",
    keptFor(3600),
    describeRoute({
      tags: ["service"],
      summary: "What each number means, how it is made and where it comes from",
      responses: answers("All of them.", v.array(NumberDefinitionShape)),
    }),
    (c) => c.json(NUMBERS),
  );

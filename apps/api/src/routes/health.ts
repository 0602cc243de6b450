import { type Database, health } from "@slomix/db";
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { answers } from "../answers.ts";
import { neverKept } from "../caching.ts";
import { HealthShape } from "../shapes/health.ts";
import { within } from "../within.ts";

/** How long a health check may take, in ms: whoever asks wants to know now. */
const PATIENCE = 3000;

/** `GET /health`. */
export const healthRoutes = (db: Database, version: string) =>
  new Hono().get(
    "/health",
    neverKept,
    describeRoute({
      tags: ["service"],
      summary: "Whether the API and its database answer",
      responses: answers("All is well.", HealthShape),
    }),
    async (c) => {
      const found = await within(PATIENCE, health(db));
      return c.json({ status: "ok" as const, version, ...found });
    },
  );

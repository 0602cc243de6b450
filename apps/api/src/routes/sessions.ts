import { type Database, listSessions, sessionDetail, sessionReport } from "@slomix/db";
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import * as v from "valibot";
import { answers } from "../answers.ts";
import { keptFor } from "../caching.ts";
import { pageHeaders } from "../page-headers.ts";
import {
  dayEntries,
  guid,
  limitOf,
  mapEntry,
  pageEntries,
  parameters,
  periodEntry,
  sessionId,
} from "../parameters.ts";
import { ProblemError } from "../problem.ts";
import { SessionReportShape } from "../shapes/report.ts";
import { SessionDetailShape, SessionShape } from "../shapes/session.ts";
import { validated } from "../validated.ts";

/** `GET /sessions`, `GET /sessions/:id` and `GET /sessions/:id/report`. */
export const sessionRoutes = (db: Database) =>
  new Hono()
    .get(
      "/sessions",
      keptFor(10),
      describeRoute({
        tags: ["sessions"],
        summary: "Gaming sessions, newest first",
        description:
          "`X-Total-Count` says how many fit in all; `Link` leads to the next and the previous page.",
        responses: answers("A page of sessions.", v.array(SessionShape), 400),
      }),
      validated(
        "query",
        parameters({
          ...pageEntries,
          // A season of evenings in one answer.
          limit: limitOf(100),
          ...dayEntries,
          period: periodEntry,
          map: mapEntry,
          player: v.optional(v.pipe(guid, v.description("With this player, by GUID."))),
        }),
      ),
      async (c) => {
        const filter = c.req.valid("query");
        const { sessions, total } = await listSessions(db, filter);
        pageHeaders(c, filter, total);
        return c.json(sessions);
      },
    )
    .get(
      "/sessions/:id",
      keptFor(10),
      describeRoute({
        tags: ["sessions"],
        summary: "One session with matches, teams and players",
        responses: answers("The session.", SessionDetailShape, 400, 404),
      }),
      validated("param", parameters({ id: sessionId })),
      async (c) => {
        const found = await sessionDetail(db, c.req.valid("param").id);
        if (!found) throw new ProblemError("not_found", "There is no such session.");
        return c.json(found);
      },
    )
    .get(
      "/sessions/:id/report",
      keptFor(10),
      describeRoute({
        tags: ["sessions"],
        summary: "One session summed up: score, matches, everybody's sums, who killed whom",
        responses: answers("The session.", SessionReportShape, 400, 404),
      }),
      validated("param", parameters({ id: sessionId })),
      async (c) => {
        const found = await sessionReport(db, c.req.valid("param").id);
        if (!found) throw new ProblemError("not_found", "There is no such session.");
        return c.json(found);
      },
    );

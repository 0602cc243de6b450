import type { Database } from "@slomix/db";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { methodNotAllowed } from "hono/method-not-allowed";
import { requestId } from "hono/request-id";
import { openAPIRouteHandler } from "hono-openapi";
import { keptFor, taggedByContent } from "./caching.ts";
import { answerFault, answerNotFound, type Fault } from "./faults.ts";
import { keptAnswers } from "./kept-answers.ts";
import { problemResponse } from "./problem.ts";
import { type RequestLogEntry, requestLog } from "./request-log.ts";
import { activityRoutes } from "./routes/activity.ts";
import { healthRoutes } from "./routes/health.ts";
import { leaderboardRoutes } from "./routes/leaderboards.ts";
import { mapRoutes } from "./routes/maps.ts";
import { matchRoutes } from "./routes/matches.ts";
import { numberRoutes } from "./routes/numbers.ts";
import { playerRoutes } from "./routes/players.ts";
import { sessionRoutes } from "./routes/sessions.ts";
import { securityHeaders } from "./security-headers.ts";
import { pageSecurity } from "./web/page-security.ts";
import { isOfSite, serveSite } from "./web/serve-site.ts";
import type { Site } from "./web/site.ts";

/** What the API needs. */
export interface ApiOptions {
  readonly db: Database;
  /** Version of Slomix, as `/api/health` and the OpenAPI document tell it. */
  readonly version: string;
  /** The built web page, served beside the API; without it `/` tells where the API is. */
  readonly site?: Site | null;
  /** Called for each answered request. */
  readonly onRequest?: (entry: RequestLogEntry) => void;
  /** Called with every fault behind a 500 or 503. */
  readonly onFault?: (fault: Fault) => void;
}

/** Where answers come out of the database, and nothing else but the address decides on them. */
const FROM_DATABASE = [
  "/api/health",
  "/api/sessions/*",
  "/api/matches/*",
  "/api/players/*",
  "/api/leaderboards/:metric",
  "/api/maps",
  "/api/numbers",
  "/api/activity",
  "/api/seasons/*",
];

/** The web API: everything is read, nothing can be written. Its type is what `hc` makes a client of. */
export function createApi({ db, version, site = null, onRequest, onFault }: ApiOptions) {
  const app = new Hono();
  app.onError(answerFault(onFault ?? (() => {})));
  app.notFound(answerNotFound);
  app.use(requestId({ limitLength: 100 }));
  if (onRequest) app.use(requestLog(onRequest));
  if (site) app.use((c, next) => (isOfSite(c.req.path) ? pageSecurity : securityHeaders)(c, next));
  else app.use(securityHeaders);
  app.use(compress(), taggedByContent);
  if (site) app.use(serveSite(site, db));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header("Allow", methods.join(", "));
        return problemResponse(c, "method_not_allowed", `Only ${methods.join(" and ")} work here.`);
      },
    }),
  );
  const kept = keptAnswers(db);
  for (const path of FROM_DATABASE) app.use(path, kept);
  return app
    .get("/", keptFor(3600), (c) =>
      c.json({ name: "Slomix", version, health: "/api/health", api: "/api/openapi.json" }),
    )
    .route("/api", healthRoutes(db, version))
    .route("/api", sessionRoutes(db))
    .route("/api", matchRoutes(db))
    .route("/api", playerRoutes(db))
    .route("/api", leaderboardRoutes(db))
    .route("/api", mapRoutes(db))
    .route("/api", numberRoutes(db))
    .route("/api", activityRoutes(db))
    .get(
      "/api/openapi.json",
      keptFor(3600),
      openAPIRouteHandler(app, {
        excludeStaticFile: false,
        documentation: {
          info: {
            title: "Slomix",
            version,
            description:
              "Stopwatch sessions of Wolfenstein: Enemy Territory: rounds, matches, teams, players. Everything that is not a good answer is a problem document (RFC 9457).",
          },
          tags: [{ name: "sessions" }, { name: "players" }, { name: "service" }],
        },
      }),
    );
}

/** Type of the API for a typed client: `hc<Api>("http://…")`. */
export type Api = ReturnType<typeof createApi>;

import { Hono } from "hono";
import { problemResponse } from "../problem.ts";
import { securityHeaders } from "../security-headers.ts";
import { pageSecurity } from "./page-security.ts";
import { isOfSite, serveSite } from "./serve-site.ts";
import type { Site } from "./site.ts";

/** What is answered before the database is ready: the web page, and for data "not yet" (503). */
export function createStarting(site: Site | null): {
  fetch(request: Request): Response | Promise<Response>;
} {
  const app = new Hono();
  if (site) {
    app.use((c, next) => (isOfSite(c.req.path) ? pageSecurity : securityHeaders)(c, next));
    app.use(serveSite(site, null));
  } else app.use(securityHeaders);
  app.notFound((c) => {
    c.header("Retry-After", "2");
    return problemResponse(c, "starting", "Slomix is starting; the database is being filled.");
  });
  return app;
}

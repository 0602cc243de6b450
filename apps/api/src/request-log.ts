import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";

/** One answered request, for a log or for metrics. Holds no query string: people search for names. */
export interface RequestLogEntry {
  readonly requestId: string;
  readonly method: string;
  /** As asked for, at most 200 characters. */
  readonly path: string;
  /** The route that answered, e.g. `/api/sessions/:id`; null where there is none. */
  readonly route: string | null;
  readonly status: number;
  readonly durationMs: number;
}

/** Tells `log` of each request when its answer stands. */
export function requestLog(log: (entry: RequestLogEntry) => void): MiddlewareHandler {
  return async (c, next) => {
    const begin = performance.now();
    await next();
    const route = routePath(c, -1);
    log({
      requestId: c.get("requestId"),
      method: c.req.method,
      path: c.req.path.slice(0, 200),
      route: route === "" || route.includes("*") ? null : route,
      status: c.res.status,
      durationMs: Math.round((performance.now() - begin) * 10) / 10,
    });
  };
}

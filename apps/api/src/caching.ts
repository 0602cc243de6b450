import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";

/**
 * Lets browsers and proxies keep a good answer for `seconds`; after that they ask again with its
 * ETag. Short on purpose: a round that was just imported should show on the next look.
 */
export function keptFor(seconds: number): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (c.res.ok) c.res.headers.set("Cache-Control", `public, max-age=${seconds}`);
  };
}

/** Kept nowhere: true only at this moment. */
export const neverKept: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set("Cache-Control", "no-store");
};

/** Puts the length of each body in `Content-Length` and tags good ones by content; 304 for who has it already. */
export const taggedByContent: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.body) return;
  const body = new Uint8Array(await c.res.arrayBuffer());
  const headers = new Headers(c.res.headers);
  headers.set("Content-Length", String(body.length));
  const { status } = c.res;
  if (status !== 200 || headers.get("Cache-Control") === "no-store") {
    c.res = new Response(body, { status, headers });
    return;
  }
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  headers.set("ETag", tag);
  if (knows(c.req.header("If-None-Match"), tag)) {
    headers.delete("Content-Length");
    headers.delete("Content-Type");
    c.res = new Response(null, { status: 304, headers });
    return;
  }
  c.res = new Response(body, { status, headers });
};

/** Weak comparison, as If-None-Match asks for: a compressed copy carries the tag with `W/`. */
function knows(header: string | undefined, tag: string): boolean {
  if (!header) return false;
  if (header.trim() === "*") return true;
  return header.split(",").some((one) => one.trim().replace(/^W\//, "") === tag);
}

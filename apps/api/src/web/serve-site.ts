import type { Database } from "@slomix/db";
import type { Context, MiddlewareHandler } from "hono";
import { within } from "../within.ts";
import { type Head, withHead } from "./head.ts";
import { headOf } from "./heads/index.ts";
import { encodingFor, packer } from "./packed.ts";
import type { Site, SiteFile } from "./site.ts";

/** How long a page's title may take, in ms; after that the page goes without. */
const PATIENCE = 2000;

/** Whether an address is the web page's, and not the API's. */
export const isOfSite = (path: string): boolean => path !== "/api" && !path.startsWith("/api/");

/** A page of which nothing more can be said: the database is away, or not there yet. */
const plainHead: Head = {
  title: "Slomix",
  description: "Stopwatch sessions of Wolfenstein: Enemy Territory.",
  module: "",
  reads: [],
  status: 200,
};

/**
 * Answers every GET that is not the API's: with a file of the built web page, or with the page
 * itself, titled for its address. Without a database pages have no title of their own.
 */
export function serveSite(site: Site, db: Database | null): MiddlewareHandler {
  const pack = packer();
  return async (c, next) => {
    const { path } = c.req;
    if (!isOfSite(path) || (c.req.method !== "GET" && c.req.method !== "HEAD")) return next();
    const file = site.files.get(path);
    if (file) return answerFile(c, file, pack);
    // Files that are not there, of an older build perhaps, are no pages.
    if (path.startsWith("/assets/") || /^\/[^/]+\.[a-z0-9]+$/i.test(path)) return next();
    const head = db ? await within(PATIENCE, headOf(db, path)).catch(() => plainHead) : plainHead;
    c.header("Cache-Control", "no-cache");
    return c.html(withHead(site.shell, head, site.chunksOf(head.module)), head.status);
  };
}

async function answerFile(c: Context, file: SiteFile, pack: ReturnType<typeof packer>) {
  const encoding = encodingFor(file, c.req.header("Accept-Encoding"));
  c.header("Content-Type", file.type);
  c.header("Vary", "Accept-Encoding");
  c.header(
    "Cache-Control",
    file.immutable ? "public, max-age=31536000, immutable" : "public, max-age=3600",
  );
  if (encoding) c.header("Content-Encoding", encoding);
  return c.body(encoding ? await pack(file, encoding) : file.body);
}

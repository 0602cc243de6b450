import { type Database, stateStamp } from "@slomix/db";
import type { Context, MiddlewareHandler } from "hono";
import { within } from "./within.ts";

/** A good answer, as the route gave it. */
interface Answer {
  readonly body: ArrayBuffer;
  readonly headers: readonly (readonly [string, string])[];
}

interface Kept {
  /** What the database held before the answer was made. */
  readonly stamp: string;
  /** Null: it was no good answer, and each has to ask for his own. */
  readonly answer: Promise<Answer | null>;
  bytes: number;
}

/** All bodies together, in bytes; beyond that, what nobody has asked for the longest goes. */
const ROOM = 32_000_000;

/** How long the database may take to tell its state, in ms. */
const PATIENCE = 3000;

/** What a kept answer takes beside its body, roughly, in bytes. */
const OVERHEAD = 500;

/** Headers that routes give; all others are the request's or the server's. */
const HEADERS = ["Content-Type", "Cache-Control", "X-Total-Count", "Link"];

/**
 * Gives an answer again as long as nothing has been written since it was made, by whatever process:
 * every request asks the database for that first, and is answered like any other when the database is
 * away. Requests for one answer at the same time wait for the one that makes it. For answers that
 * depend on the address and the database alone; that the database answers is asked each time.
 */
export function keptAnswers(db: Database, room = ROOM): MiddlewareHandler {
  // In the order in which they were last asked for.
  const kept = new Map<string, Kept>();
  let used = 0;
  const drop = (key: string) => {
    used -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  const put = (key: string, entry: Kept) => {
    drop(key);
    kept.set(key, entry);
    used += entry.bytes;
  };
  const make = async (c: Context, key: string, stamp: string, next: () => Promise<void>) => {
    let done = (_: Answer | null) => {};
    const answer = new Promise<Answer | null>((resolve) => {
      done = resolve;
    });
    const entry = { stamp, answer, bytes: key.length * 2 + OVERHEAD };
    put(key, entry);
    let made: Answer | null = null;
    try {
      await next();
      made = await answerOf(c);
    } finally {
      done(made);
    }
    // Something newer may stand in its place by now.
    if (kept.get(key) !== entry) return;
    if (!made) return drop(key);
    used += made.body.byteLength;
    entry.bytes += made.body.byteLength;
    for (const oldest of kept.keys()) {
      if (used <= room) break;
      drop(oldest);
    }
  };
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const { pathname, search } = new URL(c.req.url);
    const key = pathname + search;
    const stamp = await within(PATIENCE, stateStamp(db));
    const entry = kept.get(key);
    if (entry?.stamp !== stamp) return make(c, key, stamp, next);
    put(key, entry);
    const answer = await entry.answer;
    if (!answer) return next();
    return c.body(answer.body, 200, Object.fromEntries(answer.headers));
  };
}

/** Takes the answer of a route out of its response, which stays as it is; null: it is not to be kept. */
async function answerOf(c: Context): Promise<Answer | null> {
  const { res } = c;
  if (res.status !== 200) return null;
  const body = await res.clone().arrayBuffer();
  const headers = HEADERS.flatMap((name) => {
    const value = res.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { body, headers };
}

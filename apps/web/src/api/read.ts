import type { ClientResponse } from "hono/client";
import { Failure, kindOf } from "./failure.ts";
import { noteAnswer, noteSilence } from "./server-state.ts";

/** How long an answer may take, in ms. */
const PATIENCE = 10_000;

/** Until when answers are asked of the server itself, and not of the browser's memory. */
let pastMemory = 0;

/** For what is read in the next seconds: something new came in, what the browser remembers is old. */
export function readPastMemory(): void {
  pastMemory = Date.now() + 15_000;
}

/** A list and how many there are in all. */
export interface Page<Item> {
  readonly items: Item;
  readonly total: number;
}

/**
 * The body of an answer.
 *
 * @throws {Failure} for every answer but a good one, and for none within ten seconds
 */
export async function read<Body>(
  request: (init: { init: RequestInit }) => Promise<ClientResponse<Body>>,
  signal?: AbortSignal,
): Promise<Body> {
  return (await answerOf(request, signal)).json() as Promise<Body>;
}

/**
 * A page of a list, with the number of all that fit (`X-Total-Count`).
 *
 * @throws {Failure}
 */
export async function readPage<Body>(
  request: (init: { init: RequestInit }) => Promise<ClientResponse<Body>>,
  signal?: AbortSignal,
): Promise<Page<Body>> {
  const response = await answerOf(request, signal);
  const items = (await response.json()) as Body;
  return { items, total: Number(response.headers.get("X-Total-Count") ?? 0) };
}

async function answerOf<Body>(
  request: (init: { init: RequestInit }) => Promise<ClientResponse<Body>>,
  signal?: AbortSignal,
): Promise<ClientResponse<Body>> {
  const late = AbortSignal.timeout(PATIENCE);
  const response = await request({
    init: {
      signal: signal ? AbortSignal.any([signal, late]) : late,
      ...(Date.now() < pastMemory ? { cache: "no-cache" as const } : {}),
    },
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    noteSilence();
    const text = late.aborted
      ? "The server did not answer within 10 seconds."
      : "The server does not answer.";
    throw new Failure("away", text, null, cause);
  });
  if (response.ok) {
    noteAnswer();
    return response;
  }
  const kind = kindOf(response.status);
  if (kind === "away") noteSilence();
  else noteAnswer();
  throw new Failure(kind, await detailOf(response), response.headers.get("X-Request-Id"));
}

/** The sentence of a problem document; a proxy in between may send anything else. */
async function detailOf(response: ClientResponse<unknown>): Promise<string> {
  try {
    const body: unknown = JSON.parse(await response.text());
    if (typeof body === "object" && body && "detail" in body) return String(body.detail);
  } catch {
    // Not JSON: the status has to do.
  }
  return `The server answered ${response.status}.`;
}

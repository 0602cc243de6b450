import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener, RequestError } from "@hono/node-server";
import { ServeError } from "./serve-error.ts";

/** What is served, and where. */
export interface ServeOptions {
  /** Anything with Hono's `fetch`. */
  readonly app: { fetch(request: Request): Response | Promise<Response> };
  /** Address to listen on; default 127.0.0.1, this machine only. */
  readonly host?: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** How long `close` waits for answers under way before it cuts them off, in ms (default 5000). */
  readonly closeTimeoutMs?: number;
}

/** A listening server. */
export interface RunningApi {
  /** Where it answers, e.g. `http://127.0.0.1:8787`. */
  readonly url: string;
  readonly host: string;
  /** The real port, also where 0 was asked for. */
  readonly port: number;
  /** Takes no new requests, lets those under way finish, then frees the port. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Listens and answers with `app`.
 *
 * @throws {ServeError} `port_in_use`, `not_allowed`, `bad_address`
 */
export async function serveApi(options: ServeOptions): Promise<RunningApi> {
  const host = options.host ?? "127.0.0.1";
  const listener = getRequestListener(async (request) => options.app.fetch(request), {
    overrideGlobalObjects: false,
    errorHandler: answerUnreadable,
  });
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 15_000 }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(new ServeError(host, options.port, cause)));
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  let closed: Promise<void> | null = null;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    host,
    port,
    close() {
      closed ??= new Promise<void>((resolve) => {
        const cutOff = setTimeout(
          () => server.closeAllConnections(),
          options.closeTimeoutMs ?? 5000,
        );
        server.close(() => {
          clearTimeout(cutOff);
          resolve();
        });
        server.closeIdleConnections();
      });
      return closed;
    },
  };
}

/** Requests that never became one (a Host header that is no host, a method that fetch refuses). */
function answerUnreadable(error: unknown): Response {
  const [status, title, code] =
    error instanceof RequestError || error instanceof TypeError
      ? ([400, "Bad Request", "bad_request"] as const)
      : ([500, "Internal Server Error", "internal"] as const);
  const body = {
    type: "about:blank",
    title,
    status,
    code,
    detail: "Not a request that can be read.",
    requestId: "",
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store" },
  });
}

import { EventEmitter, once } from "node:events";
import { connect as openSocket } from "node:net";
import { Hono } from "hono";
import { afterEach, expect, it } from "vitest";
import { withSeason } from "../test/season.ts";
import { createApi } from "./create-api.ts";
import { type RunningApi, serveApi } from "./serve-api.ts";
import { ServeError } from "./serve-error.ts";

const db = withSeason();
const running: RunningApi[] = [];
const serve = async (...args: Parameters<typeof serveApi>) => {
  const server = await serveApi(...args);
  running.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

/** Sends bytes as they are and returns all that comes back. */
function raw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = openSocket(port, "127.0.0.1", () => socket.end(request));
    let answer = "";
    socket.setEncoding("latin1").on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("close", () => resolve(answer)).on("error", reject);
  });
}

it("answers over a real socket, and frees the port when it is closed", async () => {
  const { url, close } = await serve({ app: createApi({ db: db(), version: "1" }), port: 0 });
  const response = await fetch(`${url}/api/sessions/last`);
  expect(response.headers.get("Content-Encoding")).toBe("gzip");
  expect(await response.json()).toMatchObject({ id: 4 });
  const head = await fetch(`${url}/api/sessions`, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  const post = await fetch(`${url}/api/sessions`, { method: "POST", body: "x".repeat(100_000) });
  expect([post.status, post.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
  await close();
  await expect(fetch(url)).rejects.toThrow();
});

it("survives requests that are none", async () => {
  const { port } = await serve({ app: new Hono().get("/", (c) => c.text("here")), port: 0 });
  for (const request of [
    "GET / HTTP/1.1\r\nHost: a b c\r\nConnection: close\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: \u0000\r\n\r\n",
    "GET http://[:::1]/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "GARBAGE\r\n\r\n",
    `GET / HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(40_000)}\r\n\r\n`,
  ]) {
    const answer = await raw(port, request);
    expect(answer.slice(0, 12), request.slice(0, 40)).toMatch(/^HTTP\/1\.1 4\d\d$/);
    expect(answer).not.toMatch(/at .*\.(ts|js|mjs):\d+/);
  }
  expect(await raw(port, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).toContain(
    "here",
  );
});

it("lets answers under way finish, takes no new ones, and cuts off what hangs", async () => {
  const gate = new EventEmitter();
  const app = new Hono()
    .get("/slow", async (c) => {
      gate.emit("arrived");
      await once(gate, "open");
      return c.text("done");
    })
    .get("/never", () => new Promise<Response>(() => {}));
  const server = await serve({ app, port: 0, closeTimeoutMs: 300 });
  const arrived = once(gate, "arrived");
  const slow = fetch(`${server.url}/slow`);
  const never = fetch(`${server.url}/never`).catch(() => "cut off");
  await arrived;
  const closing = server.close();
  await expect(fetch(`${server.url}/slow`)).rejects.toThrow();
  gate.emit("open");
  expect(await (await slow).text()).toBe("done");
  await closing;
  expect(await never).toBe("cut off");
  await server.close();
});

it("says why it cannot listen", async () => {
  const app = new Hono();
  const { port } = await serve({ app, port: 0 });
  const refused = await serveApi({ app, port }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ServeError);
  expect(refused).toMatchObject({ code: "port_in_use", cause: { code: "EADDRINUSE" } });
  expect((refused as Error).message).toBe(
    `cannot listen on 127.0.0.1 port ${port}: another program listens there`,
  );
  await expect(serveApi({ app, port: 0, host: "192.0.2.1" })).rejects.toMatchObject({
    code: "bad_address",
  });
});

it("names an IPv6 address in brackets", async () => {
  const server = await serve({
    app: new Hono().get("/", (c) => c.text("six")),
    port: 0,
    host: "::1",
  });
  expect(server.url).toBe(`http://[::1]:${server.port}`);
  expect(await (await fetch(server.url)).text()).toBe("six");
});

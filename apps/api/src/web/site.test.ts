import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awayWith } from "../../test/away.ts";
import { withSeason } from "../../test/season.ts";
import { createApi } from "../create-api.ts";
import { readSite, type Site } from "./site.ts";
import { createStarting } from "./starting.ts";

const folder = mkdtempSync(join(tmpdir(), "slomix-site-"));
const script = `console.log(${JSON.stringify("x".repeat(4000))})`;
const files: Readonly<Record<string, string>> = {
  "index.html": "<!doctype html><head><title>Slomix</title><!--page--></head><body></body>",
  "icon.svg": "<svg/>",
  "assets/ready-1.js": script,
  "assets/ready-1.js.br": "packed by the build",
  "assets/index-1.js": script,
  "assets/session-1.js": "1",
  "assets/shared-1.js": "2",
  "assets/font-1.woff2": "f".repeat(4000),
  ".env": "SECRET=1",
  ".vite/manifest.json": JSON.stringify({
    "index.html": { file: "assets/index-1.js", isEntry: true },
    "src/pages/session/session-page.tsx": {
      file: "assets/session-1.js",
      imports: ["index.html", "_shared.js"],
    },
    "_shared.js": { file: "assets/shared-1.js" },
  }),
};
let site: Site;
beforeAll(() => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  site = readSite(folder) as Site;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const db = withSeason();
const ask = (path: string, headers: Record<string, string> = {}) =>
  Promise.resolve(createApi({ db: db(), version: "1", site }).request(path, { headers }));

it("is not there where nothing was built", () => {
  expect(readSite(join(folder, "assets"))).toBeNull();
  expect(readSite(join(folder, "nowhere"))).toBeNull();
});

describe("a file", () => {
  it("is kept for ever when its name tells its content, and is packed small", async () => {
    const plain = await ask("/assets/index-1.js");
    expect(plain.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(plain.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
    expect(await plain.text()).toBe(script);
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
    for (const encoding of ["br", "gzip"] as const) {
      const packed = await ask("/assets/index-1.js", { "Accept-Encoding": `${encoding}, x` });
      expect(packed.headers.get("Content-Encoding")).toBe(encoding);
      expect(packed.headers.get("Vary")).toBe("Accept-Encoding");
      const body = new Uint8Array(await packed.arrayBuffer());
      expect(body.length).toBeLessThan(200);
      expect(unpack[encoding](body).toString()).toBe(script);
    }
    const refused = await ask("/assets/index-1.js", { "Accept-Encoding": "br;q=0, gzip;q=0.0" });
    expect(refused.headers.get("Content-Encoding")).toBeNull();
    const font = await ask("/assets/font-1.woff2", { "Accept-Encoding": "br" });
    expect(font.headers.get("Content-Encoding")).toBeNull();
  });

  it("goes as the build has packed it", async () => {
    const packed = await ask("/assets/ready-1.js", { "Accept-Encoding": "gzip, br" });
    expect(packed.headers.get("Content-Encoding")).toBe("br");
    expect(await packed.text()).toBe("packed by the build");
    const zipped = await ask("/assets/ready-1.js", { "Accept-Encoding": "gzip" });
    expect(gunzipSync(new Uint8Array(await zipped.arrayBuffer())).toString()).toBe(script);
    expect((await ask("/assets/ready-1.js.br")).status).toBe(404);
  });

  it("is answered 304 to who has it", async () => {
    const tag = (await ask("/icon.svg")).headers.get("ETag") ?? "";
    expect(tag).not.toBe("");
    const again = await ask("/icon.svg", { "If-None-Match": tag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  it.each([
    "/.env",
    "/.vite/manifest.json",
    "/assets/gone-2.js",
    "/index.html",
    "/assets/../.env",
    "/assets/%2e%2e/.env",
    "/%2e%2e/%2e%2e/etc/passwd",
    "//etc/passwd",
  ])("that is none of the page's is not given: %s", async (path) => {
    const answer = await ask(path);
    expect(await answer.text()).not.toMatch(/SECRET|root:|session-page/);
    expect(answer.status).toBe(404);
  });
});

describe("a page", () => {
  it("says what it is before any script runs, and asks for its data ahead", async () => {
    const answer = await ask("/sessions/1");
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Cache-Control")).toBe("no-cache");
    expect(html).toMatch(/<title>[^<]+ \d+ : \d+ [^<]+, 2 January 2025 · Slomix<\/title>/);
    expect(html).toMatch(/property="og:title" content="[^"]+2 January 2025/);
    expect(html).toMatch(/name="description" content="\d+ maps?, \d+ rounds/);
    expect(html).toContain('as="fetch" crossorigin="anonymous" href="/api/sessions/1/report"');
    for (const chunk of ["session-1", "shared-1"])
      expect(html.split(`modulepreload" crossorigin href="/assets/${chunk}.js"`)).toHaveLength(2);
    expect(html).not.toContain('modulepreload" crossorigin href="/assets/index-1.js');
  });

  it("forbids scripts and styles in line, frames, and every other origin", async () => {
    const { headers } = await ask("/sessions/1");
    const policy = headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("default-src 'self'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Permissions-Policy")).toContain("camera=()");
    // The API is data: not even its own scripts may run there.
    const api = await ask("/api/health");
    expect(api.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  });

  it.each([
    ["/", 200],
    ["/sessions", 200],
    ["/sessions/last", 200],
    ["/sessions/1/", 200],
    ["/maps/SUPPLY", 200],
    ["/compare", 200],
    ["/maps/nowhere", 404],
    ["/maps/%25", 404],
    ["/maps/%00", 404],
    ["/maps/%ED%A0%80", 404],
    ["/maps/9223372036854775808", 404],
    ["/leaderboards", 200],
    ["/about", 200],
    ["/sessions/999999", 404],
    ["/sessions/9223372036854775808", 404],
    ["/sessions/99999999999999999999", 404],
    ["/sessions/%25", 404],
    ["/sessions/%ED%A0%80", 404],
    ["/matches/%00", 404],
    ["/matches/%25", 404],
    ["/players/%25", 404],
    ["/players/<script>", 404],
    ["/nowhere", 404],
    ["/%ED%A0%80", 404],
  ])("at %s answers %i", async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Content-Type")).toContain("text/html");
    expect(await answer.text()).toContain("<title>");
  });

  it("shows names as text, whatever is in them", async () => {
    await db().transaction((tx) =>
      tx.query(
        "update session_teams set team_name = $1 where gaming_session_id = 2 and slot = 'A'",
        [`<img src=x onerror="alert('1')">$&`],
      ),
    );
    const html = await (await ask("/sessions/2")).text();
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;$&amp;");
  });

  it("comes without a title of its own when the database is away", async () => {
    const app = createApi({ db: awayWith("unreachable"), version: "1", site });
    const answer = await app.request("/sessions/1");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("<title>Slomix</title>");
  });

  it("leaves the API alone", async () => {
    expect((await ask("/api/nowhere")).headers.get("Content-Type")).toBe(
      "application/problem+json",
    );
    const posted = await createApi({ db: db(), version: "1", site }).request("/", {
      method: "POST",
    });
    expect(posted.status).toBe(405);
  });
});

describe("before the database is ready", () => {
  const starting = async (path: string) =>
    createStarting(site).fetch(new Request(`http://slomix.test${path}`));

  it("the page is there, and data is not yet", async () => {
    const page = await starting("/sessions/1");
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("<title>Slomix</title>");
    const data = await starting("/api/sessions/last/report");
    expect(data.status).toBe(503);
    expect(data.headers.get("Retry-After")).toBe("2");
    expect(await data.json()).toMatchObject({ code: "starting", status: 503 });
  });
});

// How soon the pages show on a slow line and a slow processor, and how many scripts they load.
//
//   node --conditions=@slomix/source bench/first-view.ts
//
// 150 ms latency, 1.6 Mbit/s down, 750 kbit/s up, a processor four times slower; nothing kept by the
// browser, the season on PGlite. Medians of three loads. The slowness is simulated by the browser, so
// that the times hold what this machine's load adds; it is printed with them.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { launchChromium } from "../test/browser/chromium.ts";
import { settled } from "../test/web/looked-at.ts";
import { known } from "../test/web/routes.ts";
import { startSite } from "../test/web/site.ts";

const ROOT = join(import.meta.dirname, "..");
const ASSETS = join(ROOT, "apps/web/dist/assets");
const LOADS = 3;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const SLOWER = 4;
const LIMITS = { lcp: 1500, cls: 0.05, first: 100_000, all: 300_000 };

/** Runs in the page before anything else. */
const WATCH = `
  globalThis.seen = { lcp: 0, cls: 0, what: "" };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      seen.lcp = entry.startTime;
      seen.what = entry.element?.tagName.toLowerCase() + " " + (entry.element?.className ?? "");
    }
  }).observe({ type: "largest-contentful-paint", buffered: true });
  let window = 0, begin = 0, last = 0;
  new PerformanceObserver((list) => {
    for (const { value, startTime, hadRecentInput } of list.getEntries()) {
      if (hadRecentInput) continue;
      // Shifts less than 1 s apart, over at most 5 s, count together; the worst such window counts.
      if (startTime - last > 1000 || startTime - begin > 5000) { window = 0; begin = startTime; }
      window += value;
      last = startTime;
      seen.cls = Math.max(seen.cls, window);
    }
  }).observe({ type: "layout-shift", buffered: true });
`;

interface View {
  /** Largest contentful paint, in ms from the start of navigation. */
  readonly lcp: number;
  readonly cls: number;
  /** The element that was largest. */
  readonly what: string;
  /** Scripts that were loaded, gzipped, in bytes. */
  readonly scripts: number;
}

const load = () => loadavg()[0]?.toFixed(1);
const packed = (body: Buffer) => gzipSync(body, { level: 9 }).length;
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const kilo = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

const work = mkdtempSync(join(tmpdir(), "slomix-bench-"));
const data = join(work, "data");
const run = (file: string, ...args: string[]) =>
  execFileSync(file, args, { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
try {
  run(join(ROOT, "node_modules/.bin/turbo"), "run", "build", "--filter=@slomix/web");
  run(process.execPath, "--conditions=@slomix/source", "test/web/import-season.ts", data);
  const site = await startSite(data);
  const browser = await launchChromium();
  try {
    const { session, player } = await known(site.url);
    const missed: string[] = [];
    for (const [name, path] of [
      ["home", "/"],
      ["session", `/sessions/${session}`],
      ["player", `/players/${player}`],
    ] as const) {
      const views: View[] = [];
      for (let i = 0; i < LOADS; i++) views.push(await look(browser, site.url + path));
      const lcp = median(views.map((view) => view.lcp));
      const cls = median(views.map((view) => view.cls));
      const scripts = Math.max(...views.map((view) => view.scripts));
      const each = views.map((view) => view.lcp.toFixed(0)).join(", ");
      console.log(
        `${name.padEnd(8)} LCP ${lcp.toFixed(0).padStart(5)} ms (${each}; ${views[0]?.what.trim()})  ` +
          `CLS ${cls.toFixed(3)}  scripts ${kilo(scripts)}  load ${load()}`,
      );
      if (!(lcp < LIMITS.lcp)) missed.push(`${name}: LCP`);
      if (!(cls < LIMITS.cls)) missed.push(`${name}: CLS`);
      if (!(scripts <= LIMITS.first)) missed.push(`${name}: scripts`);
    }
    const all = readdirSync(ASSETS)
      .filter((file) => file.endsWith(".js"))
      .reduce((sum, file) => sum + packed(readFileSync(join(ASSETS, file))), 0);
    console.log(`all scripts ${kilo(all)}`);
    if (!(all <= LIMITS.all)) missed.push("all scripts");
    console.log(missed.length > 0 ? `MISSED: ${missed.join(", ")}` : "kept");
    if (missed.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    await site.close();
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Loads a page as somebody does who has never been there. */
async function look(browser: Browser, url: string): Promise<View> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", NETWORK);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.addInitScript(WATCH);
    const scripts: Promise<number>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script")
        scripts.push(response.body().then(packed));
    });
    await page.goto(url);
    await settled(page);
    const { lcp, cls, what } = await page.evaluate<Omit<View, "scripts">>(
      "({ ...globalThis.seen })",
    );
    if (!(lcp > 0)) throw new Error(`${url} painted nothing`);
    const sizes = await Promise.all(scripts);
    return { lcp, cls, what, scripts: sizes.reduce((sum, size) => sum + size, 0) };
  } finally {
    await context.close();
  }
}

// How soon the web page is seen on a slow line and a slow machine, and how much it jumps.
//
//   node --conditions=@slomix/source bench/web-vitals.ts [RUNS]
//
// Home, a session and a player, each opened with an empty cache in Chromium: 150 ms latency,
// 1.6 Mbit/s down, 750 kbit/s up, the processor slowed down four times. Largest contentful paint
// (goal: under 1.5 s) is the median of the runs, cumulative layout shift (under 0.05) the worst.
// Scripts are what the first view had loaded by then, gzipped (100 kB), and all that there are
// (300 kB). Exit status 1 when a goal is missed. Other work on the machine is in the figures: its
// load is printed.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { launchChromium } from "../test/browser/chromium.ts";
import { known } from "../test/web/routes.ts";
import { startSite } from "../test/web/site.ts";

const RUNS = Number(process.argv[2] ?? 5);
const ROOT = join(import.meta.dirname, "..");
const KBIT = 1000 / 8;
const GOALS = { lcp: 1500, cls: 0.05, firstView: 100, all: 300 };
const ASSETS = join(ROOT, "apps/web/dist/assets");

/** Scripts gzipped, in kB. */
const gzipped = (names: readonly string[]) =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(ASSETS, name))).length, 0) / 1000;

/** Runs in the page before anything else. */
const OBSERVE = `globalThis.seen = { lcp: 0, cls: 0, what: "" };
new PerformanceObserver((list) => {
  for (const e of list.getEntries()) { seen.lcp = e.startTime; seen.what = e.element ? e.element.tagName + "." + e.element.className : ""; }
}).observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => {
  for (const e of list.getEntries()) if (!e.hadRecentInput) seen.cls += e.value;
}).observe({ type: "layout-shift", buffered: true });`;

execFileSync(
  join(ROOT, "node_modules/.bin/turbo"),
  ["run", "build", "--filter=@slomix/web", "--output-logs=errors-only"],
  { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] },
);
const work = mkdtempSync(join(tmpdir(), "slomix-vitals-"));
const importer = join(ROOT, "test/web/import-season.ts");
execFileSync(process.execPath, ["--conditions=@slomix/source", importer, join(work, "data")], {
  cwd: ROOT,
  stdio: ["ignore", "ignore", "inherit"],
});
const site = await startSite(join(work, "data"));
const browser = await launchChromium();
try {
  const names = await known(site.url);
  const paths = ["/", `/sessions/${names.session}`, `/players/${names.player}`];
  for (const path of paths) {
    const seen: { lcp: number; cls: number; what: string }[] = [];
    let loaded: string[] = [];
    for (let run = 0; run < RUNS; run++) {
      const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send("Network.enable");
      await session.send("Network.emulateNetworkConditions", {
        offline: false,
        latency: 150,
        downloadThroughput: 1600 * KBIT,
        uploadThroughput: 750 * KBIT,
      });
      await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      await page.addInitScript(OBSERVE);
      await page.goto(site.url + path, { timeout: 120_000 });
      await page.waitForTimeout(4000);
      seen.push(await page.evaluate("globalThis.seen"));
      loaded = await page.evaluate<string[]>(`performance.getEntriesByType("resource")
        .map(({ name }) => name.split("/assets/")[1] ?? "").filter((name) => name.endsWith(".js"))`);
      await context.close();
    }
    const sorted = seen.map(({ lcp }) => lcp).sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    const worst = Math.max(...seen.map(({ cls }) => cls));
    const firstView = gzipped(loaded);
    process.stdout.write(
      `${path.padEnd(20)} LCP ${median.toFixed(0)} ms (${sorted[0]?.toFixed(0)}–${sorted.at(-1)?.toFixed(0)}, ${seen[0]?.what})  CLS ${worst.toFixed(3)}  scripts ${firstView.toFixed(1)} kB  load ${loadavg()[0]?.toFixed(1)}\n`,
    );
    if (median > GOALS.lcp || worst > GOALS.cls || firstView > GOALS.firstView)
      process.exitCode = 1;
  }
  const all = gzipped(readdirSync(ASSETS).filter((name) => name.endsWith(".js")));
  process.stdout.write(`all scripts          ${all.toFixed(1)} kB gzipped\n`);
  if (all > GOALS.all) process.exitCode = 1;
} finally {
  await browser.close();
  await site.close();
  rmSync(work, { recursive: true, force: true });
}

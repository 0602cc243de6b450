// `pnpm screenshots [FOLDER]`: every page, wide and narrow, by day and by night.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchChromium } from "../browser/chromium.ts";
import { settled } from "./looked-at.ts";
import { known, routes } from "./routes.ts";
import { startSite } from "./site.ts";

const ROOT = join(import.meta.dirname, "../..");
const target = process.argv[2] ?? join(ROOT, "docs/screenshots");
const work = mkdtempSync(join(tmpdir(), "slomix-pictures-"));
const run = (file: string, ...args: string[]) =>
  execFileSync(file, args, { cwd: ROOT, stdio: "inherit" });

run(join(ROOT, "node_modules/.bin/turbo"), "run", "build", "--filter=@slomix/web");
const importer = join(import.meta.dirname, "import-season.ts");
run(process.execPath, "--conditions=@slomix/source", importer, join(work, "data"));
mkdirSync(target, { recursive: true });

const site = await startSite(join(work, "data"));
const browser = await launchChromium();
try {
  const names = await known(site.url);
  for (const colorScheme of ["dark", "light"] as const)
    for (const width of [1440, 360]) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        reducedMotion: "reduce",
        timezoneId: "UTC",
      });
      const page = await context.newPage();
      for (const route of routes) {
        const path = route.path(names);
        if (path === null || !route.picture) continue;
        await page.goto(site.url + path);
        await settled(page);
        // Charts are drawn when they come into sight.
        await page.evaluate(`(async () => {
          for (let y = 0; y < document.body.scrollHeight; y += 600) {
            scrollTo(0, y);
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
          scrollTo(0, 0);
        })()`);
        await settled(page);
        // As high as the page, so that the bar at the lower edge of a narrow screen is at its end.
        const height = await page.evaluate<number>("document.documentElement.scrollHeight");
        await page.setViewportSize({ width, height });
        await settled(page);
        const name = `${route.name}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: join(target, name), fullPage: true });
        await page.setViewportSize({ width, height: 900 });
        process.stdout.write(`${name}\n`);
      }
      await context.close();
    }
} finally {
  await browser.close();
  await site.close();
  rmSync(work, { recursive: true, force: true });
}

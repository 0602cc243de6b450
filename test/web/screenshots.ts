// `pnpm screenshots [FOLDER]`: every page, wide and narrow, by day and by night. Without a folder
// they go to docs/screenshots, and three of them to docs/images for the README.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "../browser/chromium.ts";
import { settled } from "./looked-at.ts";
import { known, routes } from "./routes.ts";
import { startSite } from "./site.ts";

const ROOT = join(import.meta.dirname, "../..");
const target = process.argv[2] ?? join(ROOT, "docs/screenshots");
const images = process.argv[2] ? null : join(ROOT, "docs/images");

/** What the README shows: the upper part of a page, so high. */
const README: Readonly<Record<string, number>> = {
  "home-1440-dark": 1180,
  "session-1440-light": 1180,
  "player-1440-dark": 1180,
};

/** A picture as WebP, which is a third of a PNG. */
async function asWebp(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage();
  await page.setContent(`<img src="data:image/png;base64,${png.toString("base64")}">`);
  const url = await page.evaluate<string>(`(async () => {
    const image = document.querySelector("img");
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    canvas.getContext("2d").drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", 0.9);
  })()`);
  await page.close();
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

const work = mkdtempSync(join(tmpdir(), "slomix-pictures-"));
const run = (file: string, ...args: string[]) =>
  execFileSync(file, args, { cwd: ROOT, stdio: "inherit" });

run(join(ROOT, "node_modules/.bin/turbo"), "run", "build", "--filter=@slomix/web");
const importer = join(import.meta.dirname, "import-season.ts");
run(process.execPath, "--conditions=@slomix/source", importer, join(work, "data"));
mkdirSync(target, { recursive: true });
if (images) mkdirSync(images, { recursive: true });

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
        const name = `${route.name}-${width}-${colorScheme}`;
        await page.screenshot({ path: join(target, `${name}.png`), fullPage: true });
        const upper = README[name];
        if (images && upper) {
          const clip = { x: 0, y: 0, width, height: upper };
          const picture = await asWebp(browser, await page.screenshot({ clip }));
          writeFileSync(join(images, `${route.name}.webp`), picture);
        }
        await page.setViewportSize({ width, height: 900 });
        process.stdout.write(`${name}.png\n`);
      }
      await context.close();
    }
} finally {
  await browser.close();
  await site.close();
  rmSync(work, { recursive: true, force: true });
}

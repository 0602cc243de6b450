import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { settled } from "./looked-at.ts";
import { startSite } from "./site.ts";

const ASSETS = join(import.meta.dirname, "../../apps/web/dist/assets");
const FIRST_VIEW = 100_000;
const ALL = 300_000;

const packed = (body: Buffer) => gzipSync(body, { level: 9 }).length;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test("all scripts together stay below 300 kB gzipped", () => {
  const scripts = readdirSync(ASSETS).filter((name) => name.endsWith(".js"));
  const sizes = scripts.map((name) => packed(readFileSync(join(ASSETS, name))));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  expect(all).toBeGreaterThan(0);
  expect(all).toBeLessThanOrEqual(ALL);
});

test("the first view of any page needs at most 100 kB of scripts, and nothing from elsewhere", async () => {
  const site = await startSite();
  try {
    for (const path of [
      "/",
      "/sessions",
      "/sessions/1",
      "/matches/x",
      "/players/AAAA1111",
      "/maps/supply",
      "/compare",
      "/leaderboards",
      "/players",
      "/maps",
      "/badges",
    ]) {
      const page = await browser.newPage();
      const scripts: Promise<number>[] = [];
      const elsewhere: string[] = [];
      page.on("response", (response) => {
        if (!response.url().startsWith(site.url)) elsewhere.push(response.url());
        if (response.request().resourceType() === "script")
          scripts.push(response.body().then(packed));
      });
      await page.goto(site.url + path);
      await settled(page);
      const sizes = await Promise.all(scripts);
      expect(sizes.length).toBeGreaterThan(1);
      expect(
        sizes.reduce((sum, size) => sum + size, 0),
        path,
      ).toBeLessThanOrEqual(FIRST_VIEW);
      expect(elsewhere).toEqual([]);
      await page.close();
    }
  } finally {
    await site.close();
  }
});

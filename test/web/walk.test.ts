import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { axeFaults, complaintsOf, settled, visibleFaults } from "./looked-at.ts";
import { hasRealFiles, importRealFiles } from "./real-files.ts";
import { hostile, type Known, known, routes } from "./routes.ts";
import { type RunningSite, startSite } from "./site.ts";

const WIDTHS = [360, 768, 1280, 1600];
const THEMES = ["dark", "light"] as const;

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), "slomix-walk-"));
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const REAL = `files of real servers${hasRealFiles ? "" : " (left out: no files in ../shared/data/real)"}`;

describe.each([
  ["the season", true],
  ["an empty database", true],
  [REAL, hasRealFiles],
] as const)("with %s", (what, there) => {
  if (!there) {
    test.skip("every page is sound");
    return;
  }
  let site: RunningSite;
  let names: Known;
  beforeAll(async () => {
    if (what === "the season") {
      cpSync(inject("wholeSeason"), join(folder, "season"), { recursive: true });
      site = await startSite(join(folder, "season"));
    } else if (what === REAL) {
      await importRealFiles(join(folder, "real"));
      site = await startSite(join(folder, "real"));
    } else site = await startSite();
    names = await known(site.url);
    expect(names.session === null).toBe(what === "an empty database");
  }, 120_000);
  afterAll(async () => {
    await site?.close();
    expect(site?.faults).toEqual([]);
  });

  test.each(WIDTHS)("every page is sound at %i px, by day and by night", async (width) => {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    const faults: string[] = [];
    for (const route of routes) {
      const path = route.path(names);
      if (path === null) continue;
      const response = await page.goto(site.url + path);
      await settled(page);
      const note = (found: string[]) => faults.push(...found.map((one) => `${path}: ${one}`));
      if (response?.status() !== (route.status ?? 200)) note([`answered ${response?.status()}`]);
      // An address of nothing is answered 404, which Chromium writes down; and so is its data. With an
      // empty database there is no last session and no season either.
      const missing = route.status === 404 || route.lacks || names.session === null;
      const expected = missing ? /^404: |status of 404/ : /^$/;
      note(complaints.take().filter((one) => !expected.test(one)));
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme });
        note((await visibleFaults(page)).map((one) => `${colorScheme}: ${one}`));
        note((await axeFaults(page)).map((one) => `${colorScheme}: ${one}`));
      }
    }
    await context.close();
    expect(faults).toEqual([]);
  });

  test("addresses that nobody links to get a page", async () => {
    const page = await browser.newPage();
    const complaints = complaintsOf(page);
    const faults: string[] = [];
    for (const path of hostile) {
      const response = await page.goto(site.url + path);
      await settled(page);
      if ((response?.status() ?? 500) >= 500) faults.push(`${path}: ${response?.status()}`);
      const found = [...complaints.take(), ...(await visibleFaults(page))];
      faults.push(
        ...found
          .filter((one) => !/^40[04]: |status of 40[04]/.test(one))
          .map((one) => `${path}: ${one}`),
      );
      if ((await page.locator("main").textContent())?.trim() === "") faults.push(`${path}: empty`);
    }
    await page.close();
    expect(faults).toEqual([]);
  });
});

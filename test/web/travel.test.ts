import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { settled } from "./looked-at.ts";
import { type Known, known } from "./routes.ts";
import { type RunningSite, startSite } from "./site.ts";

let browser: Browser;
let site: RunningSite;
let names: Known;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), "slomix-travel-"));
beforeAll(async () => {
  cpSync(inject("wholeSeason"), join(folder, "season"), { recursive: true });
  [browser, site] = await Promise.all([launchChromium(), startSite(join(folder, "season"))]);
  names = await known(site.url);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
});
afterEach(() => page.close());

const open = async (path: string) => {
  await page.goto(site.url + path);
  await settled(page);
};
const path = () => new URL(page.url()).pathname;
const scrolled = () => page.evaluate<number>("scrollY");

describe("links", () => {
  test("go from page to page, there and back, without a reload", async () => {
    await open("/");
    await page.evaluate("globalThis.sameDocument = true");
    await page.getByRole("link", { name: "Open the session" }).click();
    await page.waitForURL(`**/sessions/${names.session}`);
    await settled(page);
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    expect(await scrolled()).toBe(0);
    await page.locator("#players tbody a").first().click();
    await page.waitForURL("**/players/*");
    await settled(page);
    await page.locator("#maps tbody a").first().click();
    await page.waitForURL(/\/sessions\?.*player=/);
    await settled(page);
    await page.goBack();
    await page.waitForURL("**/players/*");
    await page.goBack();
    await page.waitForURL(`**/sessions/${names.session}`);
    await page.goForward();
    await page.waitForURL("**/players/*");
    await settled(page);
    expect(await page.evaluate("globalThis.sameDocument")).toBe(true);
  });

  test("are the browser's when they are to open elsewhere, and those of the API always", async () => {
    await open("/");
    const link = page.getByRole("link", { name: "Open the session" });
    const [other] = await Promise.all([
      page.context().waitForEvent("page"),
      link.click({ modifiers: ["Control"] }),
    ]);
    await other.waitForURL(`**/sessions/${names.session}`);
    await other.close();
    expect(path()).toBe("/");
    await page.getByRole("link", { name: "Open data and API" }).click();
    await page.waitForURL("**/api/openapi.json");
  });

  test("load ahead what is pointed at", async () => {
    await open("/");
    const read = page.waitForRequest(`**/api/sessions/${names.session}/report`);
    await page.getByRole("link", { name: "Open the session" }).hover();
    await read;
    expect(path()).toBe("/");
  });
});

describe("a place further down", () => {
  test("is found again after a reload", async () => {
    await open(`/sessions/${names.session}`);
    await page.locator("#awards").scrollIntoViewIfNeeded();
    const before = await scrolled();
    expect(before).toBeGreaterThan(800);
    await page.reload();
    await settled(page);
    await expect.poll(scrolled).toBe(before);
  });

  test("is found again on the way back", async () => {
    await open(`/sessions/${names.session}`);
    await page.locator("#awards").scrollIntoViewIfNeeded();
    const before = await scrolled();
    await page.locator("#awards a").first().click();
    await page.waitForURL("**/players/*");
    await settled(page);
    expect(await scrolled()).toBe(0);
    await page.goBack();
    await page.waitForURL(`**/sessions/${names.session}`);
    await settled(page);
    await expect.poll(scrolled).toBe(before);
  });

  test("can be linked to", async () => {
    await open(`/sessions/${names.session}#awards`);
    await expect
      .poll(() =>
        page.evaluate<number>("document.querySelector('#awards').getBoundingClientRect().top"),
      )
      .toBeLessThan(200);
  });
});

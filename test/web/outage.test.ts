import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { settled } from "./looked-at.ts";
import { startSite } from "./site.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test("a stopped server is said, and recovered from without a reload", async () => {
  let site = await startSite();
  const { port } = site;
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    await settled(page);
    await page.evaluate("globalThis.sameDocument = true");
    await site.close();
    const notice = page.getByText("The server does not answer.");
    await notice.waitFor({ timeout: 60_000 });
    expect(await page.getByText("Nothing played yet").isVisible()).toBe(true);
    site = await startSite("memory:", port);
    await notice.waitFor({ state: "detached", timeout: 60_000 });
    expect(await page.evaluate("globalThis.sameDocument")).toBe(true);
    await page.close();
  } finally {
    await site.close();
  }
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./chromium.ts";
import { type ServerFile, scoreEvening } from "./evening.ts";
import { bundleForPages, serve } from "./page.ts";

const SAMPLE = join(import.meta.dirname, "../../samples/small/2025-12-05_s02");

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** What the game server wrote in an evening of three maps. */
function sampleFiles(): ServerFile[] {
  return ["gamestats", "webhooks", "gametimes"].flatMap((folder) =>
    readdirSync(join(SAMPLE, folder)).map((name) => ({
      name,
      base64: readFileSync(join(SAMPLE, folder, name)).toString("base64"),
    })),
  );
}

test("a page reads and scores an evening exactly as Node does", async () => {
  const files = sampleFiles();
  const site = await serve(await bundleForPages("evening.ts"));
  try {
    const page = await browser.newPage({ locale: "tr-TR", timezoneId: "America/St_Johns" });
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => faults.push(message.text()));
    await page.goto(site.url);
    const inPage = await page.evaluate(
      (given) => (globalThis as unknown as { slomix: Slomix }).slomix.scoreEvening(given),
      files,
    );
    expect(faults).toEqual([]);
    expect(await page.evaluate("typeof process + typeof Buffer + typeof require")).toBe(
      "undefined".repeat(3),
    );
    expect(JSON.parse(inPage)).toEqual(JSON.parse(scoreEvening(files)));
    expect(inPage).toBe(scoreEvening(files));
  } finally {
    site.close();
  }
});

test("what they agree on is what was played", () => {
  const truth = JSON.parse(readFileSync(join(SAMPLE, "truth.json"), "utf8"));
  const { parsed, scored } = JSON.parse(scoreEvening(sampleFiles()));
  expect(parsed.filter((file: { result: { ok: boolean } }) => !file.result.ok)).toEqual([]);
  expect(scored.sessions).toHaveLength(1);
  const maps = scored.sessions[0].matches.map((match: { map: string }) => match.map);
  expect(maps).toEqual(truth.maps.map((map: { map: string }) => map.map));
});

type Slomix = typeof import("./evening.ts");

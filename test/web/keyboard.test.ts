import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { connect } from "../../packages/db/src/index.ts";
import { launchChromium } from "../browser/chromium.ts";
import { rowsOf } from "./figures-of.ts";
import { axeFaults, complaintsOf, settled, visibleFaults } from "./looked-at.ts";
import { type RunningSite, startSite } from "./site.ts";

/** Somebody called himself this; the page has to show it, and nothing else may come of it. */
const MARKUP = '"><img src=x onerror=globalThis.struck=1><b>^1';
const LONG = `${"W".repeat(60)}100%_`;

let browser: Browser;
let site: RunningSite;
let page: Page;
let complaints: ReturnType<typeof complaintsOf>;
const guids: string[] = [];
const folder = mkdtempSync(join(tmpdir(), "slomix-keyboard-"));
beforeAll(async () => {
  cpSync(inject("wholeSeason"), join(folder, "season"), { recursive: true });
  const db = await connect(join(folder, "season"));
  const most = await db.query<{ guid: string }>(
    `select player_guid as guid from player_comprehensive_stats where not is_bot
     group by player_guid order by count(*) desc limit 2`,
  );
  guids.push(...most.map(({ guid }) => guid));
  for (const [i, name] of [MARKUP, LONG].entries()) {
    await db.query(
      "update player_aliases set alias = $2 where guid = $1 and last_seen = (select max(last_seen) from player_aliases where guid = $1)",
      [guids[i] ?? "", name],
    );
    await db.query(
      "update player_comprehensive_stats set player_name = $2, clean_name = $2 where player_guid = $1",
      [guids[i] ?? "", name],
    );
    await db.query("update player_names set name = $2, raw_name = $2 where player_guid = $1", [
      guids[i] ?? "",
      name,
    ]);
  }
  await db.close();
  browser = await launchChromium();
  site = await startSite(join(folder, "season"));
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  expect(site?.faults).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  complaints = complaintsOf(page);
});
afterEach(async () => {
  // What was asked for while typing is called off when more is typed.
  expect(complaints.take().filter((one) => !one.includes("ERR_ABORTED"))).toEqual([]);
  await page.context().close();
});

const open = async (path: string) => {
  await page.goto(site.url + path);
  await settled(page);
};
const press = (key: string) => page.keyboard.press(key);
const field = () => page.getByRole("combobox", { name: "Find player or map" });
const options = () => page.getByRole("listbox").getByRole("option");
const hasFocus = async (locator: Locator) =>
  (await locator.and(page.locator(":focus")).count()) === 1;
const heading = (name: string) => page.getByRole("heading", { level: 1, name });
const path = () => new URL(page.url()).pathname + new URL(page.url()).search;

describe("the search, by keyboard alone", () => {
  test("finds a player from any page, and has him in front the next time", async () => {
    await open("/about");
    await press("/");
    await field().waitFor();
    expect(await hasFocus(field())).toBe(true);
    await options().first().waitFor();
    expect(await options().first().innerText()).toContain("played lately");
    await page.keyboard.type("zzzzzzzzzz");
    await page.getByText("Nobody and no map is called that.").waitFor();
    await field().fill("kxrx.xa");
    await page.getByText("Nobody is called “kxrx.xa”. Did you mean").waitFor();
    await options().filter({ hasText: "k.o.r.a" }).waitFor();
    await field().fill("kora");
    await page.getByText("1 result, Enter opens one").waitFor();
    await options().filter({ hasText: "k.o.r.a" }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await visibleFaults(page)).toEqual([]);
    await press("ArrowDown");
    const marked = await field().getAttribute("aria-activedescendant");
    expect(await page.locator(`[id="${marked}"]`).innerText()).toContain("k.o.r.a");
    await press("Enter");
    await page.waitForURL(/\/players\/[0-9A-F]{8}$/);
    await settled(page);
    const player = path();
    await heading("k.o.r.a").waitFor();
    expect(await page.title()).toBe("k.o.r.a · Slomix");
    expect(await field().isVisible()).toBe(false);

    await press("/");
    await options().first().waitFor();
    expect(await options().first().innerText()).toContain("k.o.r.a");
    await press("Enter");
    expect(path()).toBe(player);
    await page.goBack();
    await page.waitForURL(/\/about$/);
  });

  test("finds a map, walks round the ends of the list, and closes with Escape", async () => {
    await open("/leaderboards");
    await press("/");
    await field().fill("supp");
    await options().filter({ hasText: "supply" }).waitFor();
    await press("ArrowUp");
    const last = await options().last().getAttribute("id");
    expect(await field().getAttribute("aria-activedescendant")).toBe(last);
    await press("ArrowDown");
    const first = await options().first().getAttribute("id");
    expect(await field().getAttribute("aria-activedescendant")).toBe(first);
    await press("Enter");
    await page.waitForURL(/\/maps\/supply$/);
    await settled(page);
    expect((await rowsOf(page, "Fastest attacks")).length).toBeGreaterThan(5);

    const opener = page.getByRole("button", { name: /Find player or map/ }).first();
    await opener.focus();
    await press("Enter");
    await field().waitFor();
    await press("Escape");
    await field().waitFor({ state: "hidden" });
    expect(await hasFocus(opener)).toBe(true);
  });

  test("takes a slash in a field for a letter", async () => {
    await open("/sessions");
    await page.getByRole("combobox", { name: "Player" }).focus();
    await page.keyboard.type("/");
    expect(await field().isVisible()).toBe(false);
    expect(await page.getByRole("combobox", { name: "Player" }).inputValue()).toBe("/");
  });

  test("takes whatever is typed: patterns, control characters, halves of characters", async () => {
    await open("/");
    await press("/");
    for (const text of [
      "%",
      "_",
      "\\",
      "'; drop table rounds; --",
      "\u0001",
      "\ud800",
      "<b>",
      "x".repeat(500),
    ]) {
      await field().fill(text);
      await page.waitForLoadState("networkidle");
    }
    await field().fill("100%_");
    await options().filter({ hasText: LONG }).waitFor();
    expect(await options().count()).toBe(1);
    expect(await visibleFaults(page)).toEqual([]);
  });
});

describe("filters and tables, by keyboard alone", () => {
  test("sessions are narrowed to a player, and the address tells it", async () => {
    await open("/sessions");
    const all = await page.locator("#list .side").innerText();
    const player = page.getByRole("combobox", { name: "Player" });
    await player.focus();
    await page.keyboard.type("snapd");
    await options().filter({ hasText: "snapdr4gon" }).waitFor();
    await press("ArrowDown");
    await press("Enter");
    await page.waitForURL(/\/sessions\?player=[0-9A-F]{8}$/);
    await settled(page);
    const count = page.locator("#list .side");
    await expect.poll(() => count.innerText()).toMatch(/^\d\d sessions$/);
    await expect.poll(() => count.innerText()).not.toBe(all);
    const found = await count.innerText();
    await page.reload();
    await settled(page);
    expect(await page.locator("#list .side").innerText()).toBe(found);
    await page.getByRole("button", { name: "Any player instead of snapdr4gon" }).press("Enter");
    await page.waitForURL(/\/sessions$/);
    await page.goBack();
    await page.waitForURL(/player=/);
  });

  test("a period is chosen with the arrows, a page with its link", async () => {
    await open("/leaderboards?metric=kills");
    await page.getByRole("radio", { name: "Season" }).focus();
    await press("ArrowRight");
    await page.waitForURL(/period=90d/);
    await settled(page);
    expect(await page.getByRole("radio", { name: "90 days" }).isChecked()).toBe(true);
    expect(new URL(page.url()).searchParams.get("metric")).toBe("kills");
    await open("/sessions");
    const [newest] = await rowsOf(page, "Newest first");
    await page.getByRole("link", { name: "Older" }).press("Enter");
    await page.waitForURL(/page=2/);
    await settled(page);
    expect((await rowsOf(page, "Newest first"))[0]?.href).not.toBe(newest?.href);
    await page.goBack();
    await page.waitForURL(/\/sessions$/);
  });

  test("a table sorts from its head, both ways", async () => {
    await open(`/players/${guids[0]}`);
    const region = page.getByRole("region", { name: "Maps, scrolls sideways" });
    const head = region.getByRole("button", { name: /^Rounds/ });
    const rounds = async () =>
      (await rowsOf(page, "Maps")).map(({ cells }) => Number(cells["Rounds"]));
    await head.press("Enter");
    await page.waitForURL(/maps=rounds/);
    const down = await rounds();
    expect(down).toEqual([...down].sort((a, b) => b - a));
    await head.press(" ");
    await page.waitForURL(/maps=rounds\.up/);
    expect(await rounds()).toEqual([...down].sort((a, b) => a - b));
    expect(await region.locator("th[aria-sort=ascending]").count()).toBe(1);
  });
});

describe("a name that is markup", () => {
  test.each(["/players/0", "/leaderboards?metric=games&period=all", "/sessions?player=0"])(
    "is shown as it was typed on %s",
    async (address) => {
      await open(address.replace(/0$/, guids[0] ?? ""));
      await page
        .getByText('"><img src=x onerror=globalThis.struck=1><b>', { exact: false })
        .first()
        .waitFor();
      expect(await page.evaluate("globalThis.struck ?? null")).toBeNull();
      expect(await page.locator("main img").count()).toBe(0);
    },
  );

  test.each([360, 1280])(
    "as one long word makes nothing wider than a window of %i px",
    async (width) => {
      await page.setViewportSize({ width, height: 800 });
      for (const address of [
        `/players/${guids[1]}`,
        "/leaderboards?metric=games&period=all",
        `/sessions?player=${guids[1]}`,
      ]) {
        await open(address);
        expect(await visibleFaults(page), address).toEqual([]);
      }
    },
  );
});

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { connect, type Database } from "../../packages/db/src/index.ts";
import { launchChromium } from "../browser/chromium.ts";
import { isRounded, numberIn, rowsOf, type ShownRow } from "./figures-of.ts";
import { settled } from "./looked-at.ts";
import { type RunningSite, startSite } from "./site.ts";

// Written anew here: what a page shows is compared with what these words mean in the tables.
const COUNTS =
  "r.is_valid and r.round_status in ('completed', 'substitution') and r.round_number in (1, 2) and not p.is_bot";
const PLAYED = "from player_comprehensive_stats p join rounds r on r.id = p.round_id";
const SUMS = `count(*)::int as rounds, sum(p.kills)::int as kills, sum(p.deaths)::int as deaths,
  sum(p.damage_given)::int as damage, sum(p.time_played_seconds)::float8 as seconds`;

interface Sums {
  readonly rounds: number;
  readonly kills: number;
  readonly deaths: number;
  readonly damage: number;
  readonly seconds: number;
}
const dpm = ({ damage, seconds }: Sums) => (damage * 60) / seconds;
const kd = ({ kills, deaths }: Sums) => (deaths > 0 ? kills / deaths : kills);

let browser: Browser;
let site: RunningSite;
let db: Database;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), "slomix-numbers-"));
beforeAll(async () => {
  // A database folder has one owner: the page has its copy, the questions have theirs.
  for (const copy of ["site", "asked"])
    cpSync(inject("wholeSeason"), join(folder, copy), { recursive: true });
  [browser, site, db] = await Promise.all([
    launchChromium(),
    startSite(join(folder, "site")),
    connect(join(folder, "asked")),
  ]);
  page = await browser.newPage({ timezoneId: "UTC" });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await db?.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (path: string) => {
  await page.goto(site.url + path);
  await settled(page);
};
const guidIn = (href: string | null) => href?.replace("/players/", "") ?? "";

describe("what a page shows is what the database says:", () => {
  test("home, the score of the last session and its season's most kills", async () => {
    const [last] = await db.query<{ id: number; a: number; b: number }>(
      `select x.gaming_session_id as id, x.team_1_score as a, x.team_2_score as b
       from session_results x where x.map_name = 'ALL' order by x.session_start desc limit 1`,
    );
    await open("/");
    const score = page.locator(".scoreboard .score");
    expect((await score.innerText()).replace(/\s/g, "")).toBe(`${last?.a}:${last?.b}`);
    const [most] = await db.query<{ kills: number }>(
      `select sum(p.kills)::int as kills ${PLAYED} where ${COUNTS}
         and date_trunc('quarter', r.round_date) = (select date_trunc('quarter', max(round_date))
           from rounds where is_valid)
       group by p.player_guid order by kills desc limit 1`,
    );
    const season = await page.locator("#season").innerText();
    expect(season.replaceAll("\u202f", "")).toMatch(new RegExp(`Kills[^\\d]*${most?.kills}\\b`));
  });

  test("session, everybody's kills, deaths and damage", async () => {
    const [{ id } = { id: 0 }] = await db.query<{ id: number }>(
      "select max(gaming_session_id)::int as id from rounds where is_valid",
    );
    await open(`/sessions/${id}`);
    const shown = await rowsOf(page, "Players");
    const rows = await db.query<Sums & { guid: string }>(
      `select p.player_guid as guid, ${SUMS} ${PLAYED}
       where ${COUNTS} and r.gaming_session_id = $1 group by p.player_guid`,
      [id],
    );
    expect(shown.map(({ href }) => guidIn(href)).sort()).toEqual(rows.map((r) => r.guid).sort());
    for (const { href, name, cells } of shown) {
      const truth = rows.find(({ guid }) => guid === guidIn(href)) as Sums & { guid: string };
      expect([numberIn(cells["Kills"]), numberIn(cells["Deaths"])], name).toEqual([
        truth.kills,
        truth.deaths,
      ]);
      expect(numberIn(cells["Given"]), name).toBe(truth.damage);
      expect(isRounded(cells["DPM"], dpm(truth)), `${name} ${cells["DPM"]}`).toBe(true);
    }
  });

  test("match, both rounds together", async () => {
    const [{ match } = { match: "" }] = await db.query<{ match: string }>(
      `select match_id as match from rounds where is_valid and round_status = 'completed'
       group by match_id having count(*) = 2 order by max(round_ended_at) desc limit 1`,
    );
    await open(`/matches/${match}`);
    const shown = await rowsOf(page, "Players");
    const rows = await db.query<Sums & { guid: string }>(
      `select p.player_guid as guid, ${SUMS} ${PLAYED}
       where ${COUNTS} and r.match_id = $1 group by p.player_guid`,
      [match],
    );
    expect(shown.map(({ href }) => guidIn(href)).sort()).toEqual(rows.map((r) => r.guid).sort());
    for (const { href, name, cells } of shown) {
      const truth = rows.find(({ guid }) => guid === guidIn(href)) as Sums & { guid: string };
      expect(
        [numberIn(cells["Kills"]), numberIn(cells["Deaths"]), numberIn(cells["Given"])],
        name,
      ).toEqual([truth.kills, truth.deaths, truth.damage]);
    }
  });

  test("player, the career, every map and every weapon", async () => {
    const [{ guid } = { guid: "" }] = await db.query<{ guid: string }>(
      `select p.player_guid as guid ${PLAYED} where ${COUNTS}
       group by p.player_guid order by count(*) desc limit 1`,
    );
    await open(`/players/${guid}`);
    const [career] = await db.query<Sums>(
      `select ${SUMS} ${PLAYED} where ${COUNTS} and p.player_guid = $1`,
      [guid],
    );
    const tile = async (label: string) =>
      page.locator(".tile", { has: page.getByText(label, { exact: true }) }).innerText();
    const truth = career as Sums;
    const figureOf = async (label: string) => /\n([\d.\u202f]+)/.exec(await tile(label))?.[1];
    expect(isRounded(await figureOf("DPM"), dpm(truth))).toBe(true);
    expect(isRounded(await figureOf("K/D"), kd(truth))).toBe(true);
    expect(isRounded(await figureOf("Played"), truth.seconds / 3600)).toBe(true);
    expect((await tile("Played")).replaceAll("\u202f", "")).toContain(
      `${truth.rounds} rounds, ${truth.kills} kills, ${truth.deaths} deaths`,
    );

    const maps = await db.query<Sums & { map: string }>(
      `select lower(r.map_name) as map, ${SUMS} ${PLAYED}
       where ${COUNTS} and p.player_guid = $1 group by 1`,
      [guid],
    );
    const shownMaps = await rowsOf(page, "Maps");
    expect(shownMaps.map(({ name }) => name).sort()).toEqual(maps.map(({ map }) => map).sort());
    for (const { name, cells } of shownMaps) {
      const one = maps.find(({ map }) => map === name) as Sums & { map: string };
      expect(numberIn(cells["Rounds"]), name).toBe(one.rounds);
      expect(isRounded(cells["DPM"], dpm(one)), name).toBe(true);
      expect(isRounded(cells["K/D"], kd(one)), name).toBe(true);
    }

    const weapons = await db.query<{ kills: number }>(
      `select sum(w.kills)::int as kills from weapon_comprehensive_stats w
       join rounds r on r.id = w.round_id
       join player_comprehensive_stats p on p.round_id = r.id and p.player_guid = w.player_guid
       where ${COUNTS} and w.player_guid = $1 group by w.weapon_name`,
      [guid],
    );
    await page.getByRole("button", { name: /more that only the enemies used$/ }).click();
    const shownWeapons = await rowsOf(page, "Weapons");
    const sorted = (values: number[]) => values.sort((a, b) => b - a);
    expect(sorted(shownWeapons.map(({ cells }) => numberIn(cells["Kills"])))).toEqual(
      sorted(weapons.map(({ kills }) => kills)),
    );
  });

  test("leaderboards, who ranks where in damage a minute, and who is short of it", async () => {
    const rows = await db.query<Sums & { guid: string }>(
      `select p.player_guid as guid, ${SUMS} ${PLAYED} where ${COUNTS}
         and r.round_ended_at > (select max(round_ended_at) from rounds where is_valid) - interval '90 days'
       group by p.player_guid`,
    );
    const ranked = rows.filter(({ rounds }) => rounds >= 10).sort((a, b) => dpm(b) - dpm(a));
    expect(ranked.length).toBeGreaterThan(25);
    const shown: ShownRow[] = [];
    for (const number of [1, 2]) {
      await open(`/leaderboards?period=90d&page=${number}`);
      shown.push(...(await rowsOf(page, "Leaderboard")));
    }
    const short = shown.splice(ranked.length);
    expect(shown.map(({ href }) => guidIn(href))).toEqual(ranked.map(({ guid }) => guid));
    for (const [i, truth] of ranked.entries()) {
      const cells = shown[i]?.cells ?? {};
      expect(isRounded(cells["DPM"], dpm(truth)), truth.guid).toBe(true);
      expect(isRounded(cells["K/D"], kd(truth)), truth.guid).toBe(true);
      expect([numberIn(cells["Rounds"]), numberIn(cells["Kills"])]).toEqual([
        truth.rounds,
        truth.kills,
      ]);
    }
    expect(short.length).toBe(Math.min(10, rows.length - ranked.length));
    for (const { href, cells } of short) {
      const rounds = rows.find(({ guid }) => guid === guidIn(href))?.rounds ?? 0;
      expect(Object.values(cells).join(" ")).toMatch(
        new RegExp(`\\b${10 - rounds} rounds? short of the minimum`),
      );
    }
  });

  test("leaderboards, of one side and one class of weapons, as chosen", async () => {
    const rows = await db.query<{ guid: string; hits: number; shots: number; kills: number }>(
      `select w.player_guid as guid, sum(w.hits)::int as hits, sum(w.shots)::int as shots,
         sum(w.kills)::int as kills
       ${PLAYED} join weapon_comprehensive_stats w
         on w.round_id = p.round_id and w.player_guid = p.player_guid
       where ${COUNTS} and p.team = 1 and w.weapon_name in ('WS_LUGER', 'WS_COLT')
       group by w.player_guid`,
    );
    await open("/leaderboards?metric=accuracy&period=all&min=20");
    await page.getByLabel("Side", { exact: true }).selectOption("Axis");
    await page.getByLabel("Weapons", { exact: true }).selectOption("Pistol");
    await settled(page);
    expect(new URL(page.url()).search).toBe(
      "?metric=accuracy&period=all&min=20&side=axis&weapons=pistol",
    );
    const shown = await rowsOf(page, "Leaderboard");
    expect(shown.length).toBeGreaterThan(3);
    for (const { href, name, cells } of shown) {
      const truth = rows.find(({ guid }) => guid === guidIn(href));
      if (!truth) throw new Error(`${name} never fired a pistol as Axis`);
      const accuracy = (100 * truth.hits) / truth.shots;
      expect(isRounded(cells["Accuracy"], accuracy), `${name} ${cells["Accuracy"]}`).toBe(true);
      if (cells["Kills"] !== undefined) expect(numberIn(cells["Kills"])).toBe(truth.kills);
      expect(Object.keys(cells)).not.toContain("Rev");
    }
    await page.getByRole("link", { name: "DPM", exact: true }).click();
    await settled(page);
    expect(await page.getByLabel("Weapons", { exact: true }).count()).toBe(0);
  });

  test("sessions, every evening with its score and its rounds", async () => {
    const rows = await db.query<{ id: number; a: number; b: number; rounds: number }>(
      `select r.gaming_session_id as id, x.team_1_score as a, x.team_2_score as b,
         (count(*) filter (where r.round_status in ('completed', 'substitution')))::int as rounds
       from rounds r left join session_results x
         on x.gaming_session_id = r.gaming_session_id and x.map_name = 'ALL'
       where r.is_valid and r.gaming_session_id is not null
       group by 1, 2, 3 order by max(r.round_ended_at) desc`,
    );
    await open("/sessions");
    const all = await page.locator("#list .side").innerText();
    expect(numberIn(all)).toBe(rows.length);
    const shown = await rowsOf(page, "Newest first");
    expect(shown.map(({ href }) => href)).toEqual(
      rows.slice(0, 25).map(({ id }) => `/sessions/${id}`),
    );
    for (const [i, { cells }] of shown.entries()) {
      expect(cells["Score"]).toBe(`${rows[i]?.a} : ${rows[i]?.b}`);
      expect(numberIn(cells["Rounds"])).toBe(rows[i]?.rounds);
    }
  });

  test("leaderboards, the places won and lost in the last session", async () => {
    const [last] = await db.query<{ start: Date; end: Date }>(
      `select min(round_started_at) - interval '1 second' as start, max(round_ended_at) as "end"
       from rounds where gaming_session_id = (select gaming_session_id from rounds
         where is_valid order by round_ended_at desc limit 1)`,
    );
    const ranking = async (asOf: Date | undefined) => {
      const rows = await db.query<Sums & { guid: string }>(
        `select p.player_guid as guid, ${SUMS} ${PLAYED} where ${COUNTS}
           and r.round_ended_at > $1::timestamptz - interval '90 days' and r.round_ended_at <= $1
         group by p.player_guid`,
        [asOf ?? null],
      );
      const ranked = rows.filter(({ rounds }) => rounds >= 10).sort((a, b) => dpm(b) - dpm(a));
      return ranked.map(({ guid }) => guid);
    };
    const [now, before] = [await ranking(last?.end), await ranking(last?.start)];
    expect(now).not.toEqual(before);
    await open("/leaderboards?period=90d");
    const shown = (await rowsOf(page, "Leaderboard")).slice(0, Math.min(25, now.length));
    for (const [i, { href, cells }] of shown.entries()) {
      const then = before.indexOf(guidIn(href));
      const places = then - i;
      const words = places > 0 ? `▲ ${places}` : places < 0 ? `▼ ${-places}` : "=";
      expect(cells["Change"], guidIn(href)).toBe(then < 0 ? "new" : words);
    }
  });

  test("map, how its attacks went and the fastest of them", async () => {
    const rows = await db.query<{
      round: number;
      outcome: string;
      attackersWon: boolean;
      seconds: number;
    }>(
      `select r.round_number as round, r.round_outcome as outcome,
         r.winner_team <> r.defender_team as "attackersWon",
         case when r.actual_time ~ '^[0-9]+:[0-9]{2}$' then split_part(r.actual_time, ':', 1)::int * 60
           + split_part(r.actual_time, ':', 2)::int end as seconds
       from rounds r
       where r.is_valid and r.round_status in ('completed', 'substitution')
         and r.round_number in (1, 2) and r.map_name = 'supply'`,
    );
    await open("/maps/supply");
    const tile = (label: string) =>
      page.locator(".tile", { has: page.getByText(label, { exact: true }) }).innerText();
    for (const number of [1, 2]) {
      const all = rows.filter(({ round }) => round === number);
      // Also where the defence gave up.
      const through = all.filter(
        ({ outcome, attackersWon }) =>
          outcome === "Completed" || (outcome === "Surrender" && attackersWon),
      );
      expect(await tile(`Attacks in Round ${number}`)).toContain(
        `${through.length} of ${all.length} came through`,
      );
    }
    const quick = rows
      .filter(({ outcome }) => outcome === "Completed")
      .map(({ seconds }) => seconds)
      .sort((a, b) => a - b);
    const shown = await rowsOf(page, "Fastest attacks");
    const seconds = shown.map(({ cells }) => {
      const [minutes = 0, rest = 0] = (cells["Time"] ?? "").split(":").map(Number);
      return minutes * 60 + rest;
    });
    expect(seconds).toEqual(quick.slice(0, 10));
  });

  test("two players, side by side and in either order", async () => {
    const rows = await db.query<Sums & { guid: string }>(
      `select p.player_guid as guid, ${SUMS} ${PLAYED} where ${COUNTS}
       group by p.player_guid order by count(*) desc limit 2`,
    );
    for (const [a, b] of [rows, rows.toReversed()]) {
      if (!a || !b) throw new Error("the season has two players");
      await open(`/compare?a=${a.guid}&b=${b.guid}`);
      const shown = new Map((await rowsOf(page, "Numbers")).map((row) => [row.name, row]));
      for (const [label, figure] of [
        ["DPM", dpm],
        ["K/D", kd],
        ["Rounds", ({ rounds }: Sums) => rounds],
        ["Played", ({ seconds }: Sums) => seconds / 3600],
      ] as const) {
        const cells = Object.values(shown.get(label)?.cells ?? {}).slice(1);
        expect(cells.length, label).toBe(2);
        for (const [i, one] of [a, b].entries())
          expect(isRounded(cells[i], figure(one)), `${label} ${cells[i]}`).toBe(true);
      }
    }
  });

  test("player, the badges of the career", async () => {
    const [truth] = await db.query<{ guid: string; kills: number; rounds: number }>(
      `select p.player_guid as guid, sum(p.kills)::int as kills, count(*)::int as rounds
       ${PLAYED} where ${COUNTS} group by p.player_guid order by kills desc limit 1`,
    );
    await open(`/players/${truth?.guid}`);
    const badge = (label: string) =>
      page.locator(".badge", { has: page.getByText(new RegExp(`^${label} `)) }).innerText();
    expect((await badge("Kills")).replaceAll("\u202f", "")).toContain(`Kills ${truth?.kills}`);
    expect((await badge("Rounds")).replaceAll("\u202f", "")).toContain(`Rounds ${truth?.rounds}`);
  });
});

import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { slomix } from "./command.ts";

const cases = resolve(import.meta.dirname, "../../../../shared/data/real/cases");
const isThere = existsSync(cases);

describe.skipIf(!isThere)(
  `names as real servers write them${isThere ? "" : " (left out: ../shared/data/real is not here)"}`,
  () => {
    let folder = "";
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), "slomix-real-"));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    const lastSession = async (name: string) => {
      const to = ["--data", join(folder, name), "--json"];
      const imported = await slomix(["import", join(cases, name), ...to]);
      expect(JSON.parse(imported.out)).toMatchObject({ quarantined: 0, orphans: 0, failures: [] });
      return JSON.parse((await slomix(["session", "last", ...to])).out);
    };

    test.each([
      ["map_name", "adlernest (fixed)"],
      ["map_name_2", "karte_ü"],
      ["backslash_name", "etl_adlernest"],
    ])(
      "%s: one match, both rounds, a winner",
      async (name, map) => {
        const { matches } = await lastSession(name);
        expect(matches).toMatchObject([{ map, result: "time", winner: "A" }]);
        expect(matches[0].round1File).toMatch(/^2025-/);
        expect(matches[0].round2File).toMatch(/^2025-/);
      },
      60_000,
    );

    test("names_without_letters: who has no visible name is shown by GUID", async () => {
      const { matches } = await lastSession("names_without_letters");
      const players: { guid: string; name: string; rawName: string }[] = matches.flatMap(
        (match: { rounds: { players: never[] }[] }) => match.rounds.flatMap((r) => r.players),
      );
      const blank = players.filter(({ rawName }) => /^(\^.|\s)*$/.test(rawName));
      expect(blank.length).toBeGreaterThan(0);
      for (const { name, guid } of blank) expect(name).toBe(guid.slice(0, 8));
      const others = players.filter((player) => !blank.includes(player));
      for (const { name, guid } of others) expect(name).not.toBe(guid.slice(0, 8));
      const file = readdirSync(join(cases, "names_without_letters")).find((n) =>
        n.endsWith("1.txt"),
      );
      const parsed = await slomix(["parse", join(cases, "names_without_letters", file ?? "")]);
      expect(parsed.out).toContain(blank[0]?.name);
    }, 60_000);
  },
);

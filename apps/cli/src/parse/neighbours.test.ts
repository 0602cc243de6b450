import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { namesWithin, neighbourhood, stretchesAround } from "./neighbours.ts";

const minute = 60_000;
const settings = { pairingWindowMinutes: 60 };

test("stretches reach two windows and an hour's jump, and join where they overlap", () => {
  const at = Date.UTC(2025, 9, 10, 20);
  expect(stretchesAround([at], settings)).toEqual([
    { fromMs: at - 185 * minute, toMs: at + 185 * minute },
  ]);
  const day = 24 * 60 * minute;
  expect(stretchesAround([at + day, at + 20 * minute, at], settings)).toEqual([
    { fromMs: at - 185 * minute, toMs: at + 205 * minute },
    { fromMs: at + day - 185 * minute, toMs: at + day + 185 * minute },
  ]);
  expect(stretchesAround([], settings)).toEqual([]);
});

test("only stats files with a stamp within the stretch are taken", async () => {
  const folder = mkdtempSync(join(tmpdir(), "slomix-near-"));
  const name = (hour: string, end = ".txt") => `2025-10-10-${hour}0000-supply-round-1${end}`;
  for (const file of [
    name("20"),
    name("21"),
    name("12"),
    name("23"),
    name("21", "-endstats.txt"),
    "2025-13-10-200000-supply-round-1.txt",
    "notes.txt",
  ]) {
    writeFileSync(join(folder, file), "");
  }
  const near = await neighbourhood(folder);
  rmSync(folder, { recursive: true });
  const at = Date.UTC(2025, 9, 10, 20);
  expect(namesWithin(near, { fromMs: at, toMs: at + 60 * minute })).toEqual([
    name("20"),
    name("21"),
  ]);
  expect(namesWithin(near, { fromMs: 0, toMs: at - 1 })).toEqual([name("12")]);
  expect(namesWithin(near, { fromMs: at + 400 * minute, toMs: at + 999 * minute })).toEqual([]);
  expect(await neighbourhood(join(folder, "gone"))).toMatchObject({ files: [] });
});

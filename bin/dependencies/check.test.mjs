import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { checkDependencies } from "./check.mjs";
import { LAYERS } from "./layers.mjs";

/** @type {string[]} */
const made = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/**
 * Problems of a workspace with these files; every folder named gets a fitting manifest.
 *
 * @param {Record<string, string>} files
 */
function check(files) {
  const root = mkdtempSync(join(tmpdir(), "slomix-layers-"));
  made.push(root);
  /** @type {Record<string, string>} */
  const manifests = {};
  for (const path of Object.keys(files)) {
    const [group, name] = path.split("/");
    manifests[`${group}/${name}/package.json`] = JSON.stringify({ name: `@slomix/${name}` });
  }
  for (const [path, text] of Object.entries({ ...manifests, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return checkDependencies(root, LAYERS);
}

/** Problems of one line in a pure package. @param {string} line */
const pure = (line) => check({ "packages/stopwatch/src/x.ts": line });

test("the arrows of the architecture are allowed, the other way is not", () => {
  const down = 'import { parse } from "@slomix/stats-parser";';
  const up = 'import { score } from "@slomix/stopwatch";';
  expect(check({ "packages/stopwatch/src/x.ts": down, "apps/api/src/x.ts": up })).toEqual([]);
  expect(check({ "packages/stats-parser/src/x.ts": `\n${up}` })).toEqual([
    "packages/stats-parser/src/x.ts:2 may not import @slomix/stopwatch",
  ]);
  expect(check({ "packages/predict/src/x.ts": down })).toHaveLength(1);
});

test("every way to import counts", () => {
  for (const line of [
    'import "@slomix/db";',
    'import type { A } from "@slomix/db";',
    'export * from "@slomix/db";',
    'export { a } from "@slomix/db";',
    'const a = await import("@slomix/db/schema");',
  ])
    expect(pure(line), line).toHaveLength(1);
  expect(pure('// import "@slomix/db";\nexport const a = \'import "@slomix/db"\';')).toEqual([]);
});

test("tests keep to the arrows too, but are not pure", () => {
  expect(check({ "packages/stats-parser/src/x.test.ts": 'import "@slomix/db";' })).toHaveLength(1);
  expect(check({ "packages/stats-parser/test/x.ts": 'import "node:fs"; console.log(1);' })).toEqual(
    [],
  );
});

test("what is for tests alone is no dependency of what is shipped", () => {
  const line = 'import { parseFile } from "@slomix/stats-parser";';
  const manifest = (/** @type {string} */ kind) =>
    JSON.stringify({ name: "@slomix/predict", [kind]: { "@slomix/stats-parser": "workspace:^" } });
  const path = "packages/predict/package.json";
  expect(
    check({ "packages/predict/test/x.ts": line, [path]: manifest("devDependencies") }),
  ).toEqual([]);
  expect(check({ "packages/predict/src/x.ts": line })).toHaveLength(1);
  expect(check({ [path]: manifest("dependencies") })).toHaveLength(1);
});

test("only the command line imports apps; the page gets types alone", () => {
  expect(check({ "apps/cli/src/x.ts": 'import "@slomix/api";' })).toEqual([]);
  expect(check({ "apps/bot/src/x.ts": 'import "@slomix/api";' })).toHaveLength(1);
  expect(check({ "packages/db/src/x.ts": 'import "@slomix/api";' })).toHaveLength(1);
  expect(check({ "apps/web/src/x.tsx": 'import type { Routes } from "@slomix/api";' })).toEqual([]);
  expect(check({ "apps/web/src/x.tsx": 'import { routes } from "@slomix/api";' })).toEqual([
    "apps/web/src/x.tsx:1 may import only types of @slomix/api",
  ]);
});

test("manifests keep to the arrows; the parser stands alone", () => {
  const manifest = (/** @type {string} */ name, /** @type {object} */ rest) =>
    JSON.stringify({ name, ...rest });
  expect(
    check({
      "packages/stats-parser/package.json": manifest("@slomix/stats-parser", {
        dependencies: { "left-pad": "1" },
        devDependencies: { "@slomix/db": "workspace:^" },
      }),
      "packages/predict/package.json": manifest("@slomix/oracle", {}),
    }),
  ).toEqual([
    "packages/predict/package.json must be named @slomix/predict",
    "packages/stats-parser/package.json may not depend on @slomix/db",
    "packages/stats-parser/package.json must have no dependencies: left-pad",
  ]);
});

test("a folder that is in no layer, or reaches into another, is named", () => {
  expect(check({ "packages/utils/src/x.ts": "" })[0]).toMatch(/^packages\/utils is in no layer/);
  const path = "packages/stopwatch/src/x.ts";
  expect(check({ [path]: 'import "../../stats-parser/src/index.ts";' })).toHaveLength(1);
  expect(check({ [path]: 'import "../../../bin/x.mjs";' })).toHaveLength(1);
  expect(check({ [path]: 'import "../package.json";' })).toEqual([]);
});

test("tests may borrow what a package below them made for its tests", () => {
  const support = 'import "../../stats-parser/test/support/archive.ts";';
  expect(check({ "packages/stopwatch/test/x.ts": support })).toEqual([]);
  expect(check({ "packages/stopwatch/src/x.ts": support })).toHaveLength(1);
  expect(check({ "packages/demo/test/x.ts": support })).toHaveLength(1);
  const source = 'import "../../stats-parser/src/colours.ts";';
  expect(check({ "packages/stopwatch/test/x.ts": source })).toHaveLength(1);
});

test.each([
  ["node modules", 'import { join } from "node:path";', 'import { join } from "path";'],
  ["environment", "export const a = process.env;", "export const a = globalThis;"],
  ["clock", "export const a = Date.now();", "export const a = new Date();"],
  ["timers", "setTimeout(() => {}, 1);", "export const a = performance.now();"],
  ["randomness", "export const a = Math.random();", "export const a = crypto.randomUUID();"],
  ["I/O", 'fetch("x");', "console.log(1);"],
  ["zone", "export const a = (d: Date) => d.getHours();", "export const a = new Date(2026, 1);"],
  [
    "language",
    'export const a = "a".localeCompare("b");',
    "export const a = (1).toLocaleString();",
  ],
  ["Intl", "export const a = new Intl.NumberFormat();", "export const a = Intl.DateTimeFormat();"],
])("a pure package has no %s", (_, first, second) => {
  expect(pure(first)).toHaveLength(1);
  expect(pure(second)).toHaveLength(1);
});

test.each([
  ["a date made of a number", "export const a = (ms: number) => new Date(ms).getUTCHours();"],
  ["a time in UTC", "export const a = Date.UTC(2026, 1);"],
  ["a named zone", 'export const a = new Intl.DateTimeFormat("en", { timeZone: "UTC" });'],
  ["a named language", 'export const a = "a".localeCompare("b", "en");'],
  ["a key of that name", "export const a = { process: 1, b: { crypto: 2 } }.process;"],
  ["a parameter of that name", "export const a = (performance: number) => performance + 1;"],
  ["a type's member of that name", "export interface A { window: number; fetch(): void }"],
  ["a word in a text", 'export const a = "process.env"; // console.log(Date.now())'],
])("a pure package may use %s", (_, line) => {
  expect(pure(line)).toEqual([]);
});

test("files that import each other at run time are named; types may be mutual", () => {
  const a = "packages/predict/src/a.ts";
  const b = "packages/predict/src/b.ts";
  const used = { [a]: 'import { b } from "./b.ts"; export const a = b;' };
  expect(
    check({ ...used, [b]: 'import { a } from "./a.ts"; export const b = 1; export { a };' }),
  ).toEqual([`import cycle: ${a} → ${b} → ${a}`]);
  expect(
    check({
      ...used,
      [b]: 'import type { a } from "./a.ts"; export const b = 1; export type A = typeof a;',
    }),
  ).toEqual([]);
});

test("a file that cannot be read as TypeScript is an error, not silence", () => {
  expect(pure("export const = ;").length).toBeGreaterThan(0);
});

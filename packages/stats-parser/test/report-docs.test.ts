import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { MATCH, ROUND_REPORT } from "../src/reports/report-keys.ts";
import type { SiftFields, SiftRule } from "../src/reports/sift.ts";

const page = readFileSync(
  new URL("../../../docs/formats/match-report.md", import.meta.url),
  "utf8",
);
const tables = page.slice(page.indexOf("## Every field"), page.indexOf("## Errors"));

/** Fields of the page's tables with what becomes of them. */
const rows = [...tables.matchAll(/^\| (`.*?`) \| (.*) \|$/gm)].flatMap(
  ([, fields = "", goes = ""]) =>
    fields
      .split(", ")
      .map((field) => ({ field: field.slice(1, -1), kept: !goes.startsWith("not kept: ") })),
);

/** Times are the same fields in every entry of a log. */
const ENTRY_TIMES = ["leveltime", "unixtime"];

function pathsOf(path: string, rule: SiftRule): string[] {
  switch (rule.kind) {
    case "value":
      return [path];
    case "object":
      return fieldsOf(`${path}.`, rule.fields);
    case "list":
      return pathsOf(`${path}[]`, rule.of);
    case "timed":
      return Object.keys(rule.fields).length === 0 ? [path] : fieldsOf(`${path}.*.`, rule.fields);
    case "players":
      return fieldsOf(`${path}.*.`, rule.fields);
    case "log":
      return Object.entries(rule.labels).flatMap(([label, fields]) => {
        const own = Object.entries(fields).filter(([key]) => !ENTRY_TIMES.includes(key));
        const entry = `${path}[${label}]`;
        return own.length === 0 ? [entry] : fieldsOf(`${entry}.`, Object.fromEntries(own));
      });
  }
}

function fieldsOf(prefix: string, fields: SiftFields): string[] {
  return Object.entries(fields).flatMap(([key, rule]) => pathsOf(prefix + key, rule));
}

it("the page says of every field that is read where it goes, and of no other", () => {
  const read = [
    ...fieldsOf("", ROUND_REPORT),
    ...fieldsOf("match.", MATCH),
    "match.rounds[].round_filename",
    "match.rounds[].round_data",
    "gamelog[].label",
    ...ENTRY_TIMES.map((key) => `gamelog[].${key}`),
  ];
  const kept = rows.filter((row) => row.kept).map(({ field }) => field);
  expect(kept.sort()).toEqual(read.sort());
  expect(rows.filter((row) => !row.kept).length).toBeGreaterThan(30);
});

it("the page names every warning of the parser", () => {
  const folder = new URL("../src/reports/", import.meta.url);
  const sources = readdirSync(folder)
    .filter((name) => !name.endsWith(".test.ts"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"));
  const codes = sources.flatMap((source) => [...source.matchAll(/warn\(\s*["`]([a-z0-9_]+)/g)]);
  expect(codes.length).toBeGreaterThan(7);
  for (const [, code] of codes) expect(page).toContain(`\`${code}`);
});

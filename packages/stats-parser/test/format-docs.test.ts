import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { PLAYER_FIELDS, WEAPONS } from "../src/index.ts";

const docs = readFileSync(new URL("../../../docs/formats/stats-file.md", import.meta.url), "utf8");

it("the format's page has every tab field and weapon as the tables do", () => {
  for (const { index, key, unit, origin, round2, meaning } of PLAYER_FIELDS) {
    expect(docs).toContain(
      `| ${index} | \`${key}\` | ${unit} | ${origin} | ${round2} | ${meaning} |`,
    );
  }
  for (const { bit, weapon, display } of WEAPONS) {
    expect(docs).toContain(`| ${bit} | \`${weapon}\` | ${display} |`);
  }
});

it("the format's page explains every flag and warning that a stats file can get", () => {
  const folder = new URL("../src/", import.meta.url);
  const mine = readdirSync(folder).filter((name) =>
    /^(parse-stats|stats-header|player-|derive-|differential|row-|round-sides|round-outcome|own-)/.test(
      name,
    ),
  );
  const sources = mine
    .filter((name) => !name.endsWith(".test.ts"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"));
  const codes = sources.flatMap((source) => [
    ...source.matchAll(/(?:code: |flag\(|flags\.push\(|extra\.push\(|warn\()["`]([a-z0-9_]+)/g),
  ]);
  expect(codes.length).toBeGreaterThan(30);
  for (const [, code] of codes) expect(docs).toContain(`\`${code}`);
});

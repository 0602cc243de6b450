import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FAULTS } from "../src/stream/fault.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

test("the page on the format names everything that ends reading", () => {
  const page = read("../../../docs/formats/demo-file.md");
  for (const code of [...Object.keys(FAULTS), "bad_length", "too_many_events"])
    if (code !== "ettv_demo") expect(page).toContain(`\`${code}\``);
});

test("the README names every kind of event", () => {
  const readme = read("../README.md");
  const sources = ["demo-event", "popups", "scores", "weapon-stats"].map((name) =>
    read(`../src/events/${name}.ts`),
  );
  const types = sources.flatMap((source) => [...source.matchAll(/readonly type: "(\w+)"/g)]);
  expect(types).toHaveLength(22);
  for (const [, type] of types) expect(readme).toContain(`\`${type}\``);
});

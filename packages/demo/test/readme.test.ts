import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

it("the example of the README runs as it stands, and has ten lines", () => {
  const readme = readFileSync(here("../README.md"), "utf8");
  const example = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? "";
  expect(example.trimEnd().split("\n")).toHaveLength(10);
  const node = ["--conditions=@slomix/source", "--input-type=module-typescript", "-"];
  const run = spawnSync(process.execPath, node, {
    cwd: here(".."),
    input: example,
    encoding: "utf8",
  });
  expect(run.stderr).toBe("");
  expect(run.stdout).toMatch(/^supply: 40 s, 6 players\n/);
  expect(run.stdout).toMatch(/^6\d{5} \S+ → \S+ MOD_[A-Z0-9_]+$/m);
});

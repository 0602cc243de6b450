import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

test("the example of the README runs as it stands", () => {
  const folder = join(import.meta.dirname, "..");
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  const example = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? "";
  const node = ["--conditions=@slomix/source", "--input-type=module-typescript", "-"];
  const files = join(folder, "../../samples/edge/same_map_twice");
  const run = spawnSync(process.execPath, [...node, files], {
    cwd: folder,
    input: example,
    encoding: "utf8",
  });
  expect(run.stderr).toBe("");
  expect(run.stdout).toMatch(/^\d+ files imported\n/);
  expect(run.stdout.match(/frostbite/g)).toHaveLength(4);
  expect(run.stdout).toMatch(/\d+ rows saved and restored\n$/);
});

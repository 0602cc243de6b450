import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

it("the example of the README runs as it stands", () => {
  const readme = readFileSync(here("../README.md"), "utf8");
  const example = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? "";
  const node = ["--conditions=@slomix/source", "--input-type=module-typescript", "-"];
  const run = spawnSync(process.execPath, [...node, here("../../../samples/edge/same_map_twice")], {
    cwd: here(".."),
    input: example,
    encoding: "utf8",
  });
  expect(run.stderr).toBe("");
  expect(run.stdout.split("\n").slice(2)).toEqual([
    "2025-10-10 frostbite held B",
    "2025-10-10 karsiah_te2 double_fullhold draw",
    "2025-10-10 frostbite time B",
    "1 : 3, draws: 1",
    "",
  ]);
});

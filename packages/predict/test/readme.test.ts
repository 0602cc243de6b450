import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

it("the example of the README runs as it stands", () => {
  const readme = readFileSync(here("../README.md"), "utf8");
  const example = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? "";
  const node = ["--conditions=@slomix/source", "--input-type=module-typescript", "-"];
  const run = spawnSync(process.execPath, node, {
    cwd: here(".."),
    input: example,
    encoding: "utf8",
  });
  expect(run.stderr).toBe("");
  expect(run.stdout).toMatch(/^\d+ %, high: In their last five sessions/);
  expect(run.stdout).toMatch(/ana 1[1-4]\d\d.*zoe [5-8]\d\d/s);
  expect(run.stdout).toMatch(/40 2025-01-11 \[/);
});

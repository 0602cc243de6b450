import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

it("the example of the README runs as it stands", () => {
  const readme = readFileSync(here("../README.md"), "utf8");
  const example = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? "";
  const node = ["--conditions=@slomix/source", "--input-type=module-typescript", "-"];
  const folder = here("../../../samples/small/2025-12-05_s02");
  const run = spawnSync(process.execPath, [...node, folder], {
    cwd: here(".."),
    input: example,
    encoding: "utf8",
  });
  expect(run.stderr).toBe("");
  expect(run.stdout.split("\n")).toEqual([
    "8 players, 6 rounds",
    "DPM: damage given × 60 ÷ seconds played",
    "1 crisp 270.5",
    "2 duka 233.9",
    "3 TofuTank 233.7",
    "MVP crisp 121.3",
    "",
  ]);
});

// `pnpm bench` lists the benchmarks; `pnpm bench NAME …` runs those, `pnpm bench all` runs every one.
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const root = dirname(import.meta.dirname);
const files = globSync("bench/*.ts", { cwd: root }).sort();
const names = files.map((file) => basename(file, ".ts"));
const asked = process.argv.slice(2);

if (asked.length === 0) {
  for (const [index, file] of files.entries()) {
    const about = /^\/\/ (.*)/.exec(readFileSync(join(root, file), "utf8"))?.[1] ?? "";
    console.log(`${names[index]?.padEnd(16)} ${about}`);
  }
} else {
  const unknown = asked.filter((name) => name !== "all" && !names.includes(name));
  if (unknown.length > 0) {
    console.error(`no such benchmark: ${unknown.join(", ")}. There are: ${names.join(", ")}`);
    process.exit(2);
  }
  const chosen = files.filter((_, at) => asked.includes("all") || asked.includes(names[at] ?? ""));
  for (const file of chosen) {
    const { status } = spawnSync(process.execPath, ["--conditions=@slomix/source", file], {
      cwd: root,
      stdio: "inherit",
    });
    if (status !== 0) process.exitCode = 1;
  }
}

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** A PGlite folder with the whole sample season. Copy it; do not open it. */
    wholeSeason: string;
  }
}

const ROOT = join(import.meta.dirname, "../..");

/** Builds the web page, and imports the sample season, each in a process of its own. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "slomix-pages-"));
  const quiet = { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] as const };
  execFileSync(
    join(ROOT, "node_modules/.bin/turbo"),
    ["run", "build", "--filter=@slomix/web", "--output-logs=errors-only"],
    { ...quiet, stdio: [...quiet.stdio] },
  );
  const season = join(folder, "season");
  execFileSync(
    process.execPath,
    ["--conditions=@slomix/source", join(import.meta.dirname, "import-season.ts"), season],
    { ...quiet, stdio: [...quiet.stdio] },
  );
  project.provide("wholeSeason", season);
  return () => rmSync(folder, { recursive: true, force: true });
}

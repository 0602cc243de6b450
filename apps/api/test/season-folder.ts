import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** A PGlite folder with the first four evenings of the sample season. For one process to open. */
    seasonFolder: string;
  }
}

/**
 * Imports the evenings once a run. In a process of its own, for a
 * setup does not read the workspace's packages from source.
 */
export default function setup(project: TestProject): () => void {
  const root = mkdtempSync(join(tmpdir(), "slomix-api-"));
  const folder = join(root, "data");
  const script = join(import.meta.dirname, "import-season.ts");
  execFileSync(process.execPath, ["--conditions=@slomix/source", script, folder], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  project.provide("seasonFolder", folder);
  return () => rmSync(root, { recursive: true, force: true });
}

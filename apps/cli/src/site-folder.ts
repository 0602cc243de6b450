import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The built web page of this checkout, wherever this code runs from; null when it was not built. */
export function siteFolder(): string | null {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "pnpm-workspace.yaml"))) {
      const site = join(folder, "apps/web/dist");
      return existsSync(join(site, "index.html")) ? site : null;
    }
    if (dirname(folder) === folder) return null;
  }
}

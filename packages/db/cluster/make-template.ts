// Makes the cluster template that new embedded databases start from. Run by the build; does
// nothing when the template was made by the same PGlite with the same migrations.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { templatePaths } from "../src/cluster-template.ts";
import { knownMigrations, runMigrations } from "../src/migrations.ts";
import { driverOn } from "../src/pglite-driver.ts";

const { archive, stamp } = templatePaths();
const madeFrom = JSON.stringify({ pglite: pgliteVersion(), migrations: knownMigrations() });
if (!existsSync(archive) || !existsSync(stamp) || readFileSync(stamp, "utf8") !== madeFrom) {
  mkdirSync(dirname(archive), { recursive: true });
  const client = await PGlite.create();
  await runMigrations(await driverOn(client));
  write(archive, new Uint8Array(await (await client.dumpDataDir("gzip")).arrayBuffer()));
  write(stamp, madeFrom);
  await client.close();
}

function pgliteVersion(): string {
  // The package exports no package.json; its entry stands beside it.
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  const manifest = join(dirname(entry), "..", "package.json");
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}

function write(path: string, content: Uint8Array | string): void {
  writeFileSync(`${path}.${process.pid}`, content);
  renameSync(`${path}.${process.pid}`, path);
}

import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { knownMigrations } from "./migrations.ts";

/** Where the build leaves the template, and what it was made from. */
export function templatePaths(): { archive: string; stamp: string } {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve("@slomix/db/package.json")),
    "cluster",
  );
  return { archive: join(folder, "template.tar.gz"), stamp: join(folder, "template.json") };
}

/**
 * A PGlite cluster with all tables and no rows, made at build time: a new database that starts from
 * it needs a fraction of the memory and time of making a cluster. Null where it was not built, or
 * was built from other migrations; then the cluster is made.
 */
function templateArchive(): string | null {
  const { archive, stamp } = templatePaths();
  if (!existsSync(stamp) || !existsSync(archive)) return null;
  const made = JSON.parse(readFileSync(stamp, "utf8")) as { migrations: { when: number }[] };
  const known = knownMigrations();
  return made.migrations.every(({ when }, i) => when === known[i]?.when) ? archive : null;
}

/** The template as PGlite takes it for a database in memory. */
export function clusterTemplate(): Blob | null {
  const archive = templateArchive();
  if (archive === null) return null;
  return new Blob([new Uint8Array(readFileSync(archive))], { type: "application/gzip" });
}

/**
 * Unpacks the template into a folder that does not exist yet, without starting PGlite: a second
 * engine in the same process would cost its memory again.
 *
 * @returns whether there is a template
 */
export async function unpackTemplate(folder: string): Promise<boolean> {
  const archive = templateArchive();
  if (archive === null) return false;
  const entries = extract();
  const done = pipeline(createReadStream(archive), createGunzip(), entries);
  for await (const entry of entries) {
    const path = join(folder, entry.header.name);
    if (entry.header.type === "directory") {
      mkdirSync(path, { recursive: true });
      entry.resume();
    } else {
      mkdirSync(dirname(path), { recursive: true });
      await pipeline(entry, createWriteStream(path));
    }
  }
  await done;
  return true;
}

// Stamps say for which state of the workspace it was last installed and last built.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const FOLDERS_NOT_BUILT_FROM = new Set(["node_modules", "dist", "test", "coverage", ".turbo"]);
/** Tests, and the cluster template that the build of `db` makes beside its maker. */
const FILES_NOT_BUILT_FROM = /\.test\.tsx?$|\/cluster\/template\.[^/]*$/;

/**
 * What `pnpm install` depends on: the lock file and every manifest, by content, so that
 * a change of branch and back installs nothing.
 *
 * @param {string} root the workspace
 */
export function installStamp(root) {
  const hash = createHash("sha256").update(process.version);
  const manifests = workspaceFolders(root).map((folder) => join(folder, "package.json"));
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", ...manifests])
    hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/**
 * What the build depends on: name, size and time of change of every source file. It reads
 * no content, because every start of `slomix` asks.
 *
 * @param {string} root the workspace
 */
export function buildStamp(root) {
  const hash = createHash("sha256").update(installStamp(root));
  for (const file of ["tsconfig.base.json", "tsup.shared.ts", "turbo.json"]) add(file);
  for (const folder of workspaceFolders(root)) walk(folder);
  return hash.digest("hex");

  /** @param {string} file */
  function add(file) {
    // Gone since it was listed, an editor's file perhaps: as if it had not been there.
    const stats = statSync(join(root, file), { throwIfNoEntry: false });
    if (stats) hash.update(`${file}\0${stats.size}\0${stats.mtimeMs}\n`);
  }

  /** @param {string} folder */
  function walk(folder) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!FOLDERS_NOT_BUILT_FROM.has(entry.name)) walk(path);
      } else if (entry.isFile() && !FILES_NOT_BUILT_FROM.test(path)) add(path);
    }
  }
}

/**
 * The folders that hold a package or an app, as `packages/db`.
 *
 * @param {string} root the workspace
 */
export function workspaceFolders(root) {
  return ["packages", "apps"]
    .filter((group) => existsSync(join(root, group)))
    .flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`))
    .filter((folder) => existsSync(join(root, folder, "package.json")))
    .sort();
}

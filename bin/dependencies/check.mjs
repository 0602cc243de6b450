// Holds the source files of a workspace against the table of layers.
import { globSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, posix } from "node:path";
import { parseSync } from "vite";
import { workspaceFolders } from "../workspace/stamps.mjs";
import { findCycle } from "./cycle.mjs";
import { impurities } from "./purity.mjs";

/** @typedef {import("./layers.mjs").Layer} Layer */
/** @typedef {{ specifier: string, typeOnly: boolean, start: number }} Import */

/**
 * Everything that breaks the rules, one line each: `packages/db/src/x.ts:3 …`.
 *
 * @param {string} root the workspace
 * @param {Record<string, Layer>} layers by folder, as `packages/db`
 * @returns {string[]}
 */
export function checkDependencies(root, layers) {
  return workspaceFolders(root).flatMap((folder) => {
    const layer = layers[folder];
    return layer
      ? [...checkManifest(root, folder, layer), ...checkSources(root, folder, layer)]
      : [`${folder} is in no layer: say in bin/dependencies/layers.mjs what it may use`];
  });
}

/** @param {string} root @param {string} folder @param {Layer} layer */
function checkManifest(root, folder, layer) {
  const file = `${folder}/package.json`;
  const manifest = JSON.parse(readFileSync(join(root, file), "utf8"));
  const dependencies = { ...manifest.dependencies, ...manifest.peerDependencies };
  const problems = [
    ...Object.keys(dependencies).filter((name) => !mayUse(layer, name, true, true)),
    ...Object.keys(manifest.devDependencies ?? {}).filter((n) => !mayUse(layer, n, true, false)),
  ].map((name) => `${file} may not depend on ${name}`);
  if (layer.alone && Object.keys(dependencies).length > 0)
    problems.push(`${file} must have no dependencies: ${Object.keys(dependencies).join(", ")}`);
  if (manifest.name !== `@slomix/${posix.basename(folder)}`)
    problems.push(`${file} must be named @slomix/${posix.basename(folder)}`);
  return problems;
}

/** @param {string} root @param {string} folder @param {Layer} layer */
function checkSources(root, folder, layer) {
  /** @type {string[]} */
  const problems = [];
  /** @type {Map<string, string[]>} imports at run time, file to files */
  const graph = new Map();

  for (const file of globSync("{src,test,bench}/**/*.{ts,tsx}", {
    cwd: join(root, folder),
  }).sort()) {
    const path = `${folder}/${file.replaceAll("\\", "/")}`;
    const text = readFileSync(join(root, path), "utf8");
    const { program, module, errors } = parseSync(path, text);
    /** @param {number} start @param {string} what */
    const report = (start, what) =>
      problems.push(`${path}:${text.slice(0, start).split("\n").length} ${what}`);
    for (const { message, labels } of errors) report(labels[0]?.start ?? 0, message);

    const isShipped = path.startsWith(`${folder}/src/`) && !/\.test\.tsx?$/.test(path);
    const imports = importsOf(module, text);
    for (const { specifier, typeOnly, start } of imports) {
      const problem = judgeImport(path, folder, layer, specifier, typeOnly, isShipped);
      if (problem) report(start, problem);
    }
    if (isShipped && layer.pure)
      for (const { start, what } of impurities(program)) report(start, what);
    if (isShipped)
      graph.set(
        path,
        imports.filter((i) => !i.typeOnly).map((i) => posix.join(posix.dirname(path), i.specifier)),
      );
  }
  const cycle = findCycle(graph);
  if (cycle) problems.push(`import cycle: ${cycle.join(" → ")}`);
  return problems;
}

/**
 * @param {string} path of the importing file
 * @param {string} folder of its package
 * @param {Layer} layer
 * @param {string} specifier
 * @param {boolean} typeOnly
 * @param {boolean} isShipped false in tests and benchmarks
 * @returns {string | undefined}
 */
function judgeImport(path, folder, layer, specifier, typeOnly, isShipped) {
  if (specifier.startsWith(".")) {
    const target = posix.join(posix.dirname(path), specifier);
    if (target.startsWith(`${folder}/`)) return undefined;
    const isOfRoot = !/^(?:packages|apps)\//.test(target);
    // What a package made for its tests may serve those above it too.
    const lent = /^packages\/([^/]+)\/test\//.exec(target)?.[1] ?? "";
    if (!isShipped && (isOfRoot || usable(layer, false).includes(lent))) return undefined;
    return `reaches out of its package: ${specifier}`;
  }
  if (!mayUse(layer, specifier, typeOnly, isShipped))
    return layer.usesTypesOf?.includes(slomixName(specifier) ?? "")
      ? `may import only types of ${specifier}`
      : `may not import ${specifier}`;
  if (isShipped && layer.pure && isBuiltin(specifier)) return `a pure package imports ${specifier}`;
  return undefined;
}

/** @param {Layer} layer @param {string} specifier @param {boolean} typeOnly @param {boolean} isShipped */
function mayUse(layer, specifier, typeOnly, isShipped) {
  const name = slomixName(specifier);
  if (name === undefined || usable(layer, isShipped).includes(name)) return true;
  return typeOnly && layer.usesTypesOf?.includes(name) === true;
}

/** @param {Layer} layer @param {boolean} isShipped */
function usable(layer, isShipped) {
  return isShipped ? layer.uses : [...layer.uses, ...(layer.testsUse ?? [])];
}

/** `@slomix/db/schema` → `db`; undefined for what is not of this workspace. @param {string} specifier */
function slomixName(specifier) {
  return /^@slomix\/([^/]+)/.exec(specifier)?.[1];
}

/**
 * @param {ReturnType<typeof parseSync>["module"]} module
 * @param {string} text
 * @returns {Import[]}
 */
function importsOf(module, text) {
  /** @type {Import[]} */
  const imports = [];
  for (const { moduleRequest, entries, start } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType);
    imports.push({ specifier: moduleRequest.value, typeOnly, start });
  }
  for (const { entries, start } of module.staticExports) {
    const from = entries.find((entry) => entry.moduleRequest)?.moduleRequest?.value;
    if (from === undefined) continue;
    imports.push({ specifier: from, typeOnly: entries.every((entry) => entry.isType), start });
  }
  for (const { moduleRequest, start } of module.dynamicImports) {
    const literal = /^(["'`])([^$]*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    if (literal?.[2] !== undefined) imports.push({ specifier: literal[2], typeOnly: false, start });
  }
  return imports;
}

import type { Options } from "tsup";

const base: Options = {
  format: "esm",
  target: "node22.18",
  sourcemap: true,
  clean: true,
};

/** A package: one module for npm, its dependencies left to whoever installs it. */
export const packageBuild: Options = { ...base, entry: ["src/index.ts"] };

/**
 * An app: a few files with everything in them, which start far faster and smaller than
 * drizzle-orm's module tree. Bundled from the sources of the workspace's packages, so no
 * package needs a build first. What holds binaries stays outside: PGlite reads its WASM
 * files from its own folder.
 */
export const appBuild: Options = {
  ...base,
  entry: ["src/main.ts"],
  noExternal: [/^(?!@electric-sql\/pglite)/],
  splitting: true,
  esbuildOptions(options) {
    options.conditions = ["@slomix/source"];
  },
  // CommonJS inside (pino, tar-stream, …) still asks for Node's own modules by `require`.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
};

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** Smaller than this a file gains nothing, in bytes. */
const LEAST = 1024;

/** Writes a `.br` and a `.gz` beside each text asset, as small as it gets: nobody waits for that. */
export function packedAssets(): Plugin {
  return {
    name: "packed-assets",
    apply: "build",
    writeBundle({ dir }) {
      const folder = join(dir ?? "dist", "assets");
      for (const name of readdirSync(folder)) {
        if (!/\.(?:js|css|svg)$/.test(name)) continue;
        const body = readFileSync(join(folder, name));
        if (body.length < LEAST) continue;
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(body, { params }));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(body, { level: 9 }));
      }
    },
  };
}

// A page with one script in it, as strict as a page can be.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * A module of this folder as one script for a page, with the packages it uses, from their sources; its
 * exports are `slomix`. A `node:` import fails here.
 */
export async function bundleForPages(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, file)],
    bundle: true,
    write: false,
    platform: "browser",
    format: "iife",
    globalName: "slomix",
    conditions: ["@slomix/source"],
  });
  return outputFiles[0]?.text ?? "";
}

/** Serves a page with that script, and a policy under which it can load nothing and eval nothing. */
export async function serve(script: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const isScript = request.url === "/slomix.js";
    response.writeHead(200, {
      "content-type": `text/${isScript ? "javascript" : "html"}; charset=utf-8`,
      "content-security-policy": "default-src 'none'; script-src 'self'",
    });
    response.end(isScript ? script : "<!doctype html><script src=/slomix.js></script>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** How a body can be packed for the way. */
export type Encoding = "br" | "gzip";

const PACKED: readonly (readonly [Encoding, string])[] = [
  ["br", ".br"],
  ["gzip", ".gz"],
];

/** A file of the built web page. */
export interface SiteFile {
  readonly path: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Its name changes with its content: kept for ever. */
  readonly immutable: boolean;
  /** As the build has packed it for the way already. */
  readonly packed: Readonly<Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>>;
}

/** The built web page, in memory: what is not in it cannot be asked for. */
export interface Site {
  /** By address, e.g. `/assets/index-Cd7BCUFQ.css`. */
  readonly files: ReadonlyMap<string, SiteFile>;
  /** `index.html`, into which each page's title and links go. */
  readonly shell: string;
  /** Source module → scripts and style sheets that it needs, itself first. */
  chunksOf(module: string): readonly string[];
}

/** One entry of Vite's manifest. */
interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  woff2: "font/woff2",
};

/** Reads what the build of the web page left in a folder; null when there is none. */
export function readSite(folder: string): Site | null {
  if (!existsSync(join(folder, "index.html"))) return null;
  const files = new Map<string, SiteFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[/\.([a-z0-9]+)$/.exec(entry.name)?.[1] ?? ""];
    if (!entry.isFile() || !type) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length).split(sep).join("/");
    const body = new Uint8Array(readFileSync(file));
    const packed: SiteFile["packed"] = Object.fromEntries(
      PACKED.flatMap(([encoding, end]) =>
        existsSync(file + end) ? [[encoding, new Uint8Array(readFileSync(file + end))]] : [],
      ),
    );
    files.set(path, { path, body, type, immutable: path.startsWith("/assets/"), packed });
  }
  const manifest: Record<string, Chunk> = JSON.parse(
    readFileSync(join(folder, ".vite/manifest.json"), "utf8"),
  );
  return {
    files,
    shell: readFileSync(join(folder, "index.html"), "utf8"),
    chunksOf: (module) => [...chunks(manifest, module)],
  };
}

function chunks(manifest: Readonly<Record<string, Chunk>>, module: string): Set<string> {
  const found = new Set<string>();
  // The entry is in the shell already, with all that it imports.
  const shell = new Set(
    Object.entries(manifest).flatMap(([name, chunk]) =>
      chunk.isEntry ? [name, ...(chunk.imports ?? [])] : [],
    ),
  );
  const visit = (name: string) => {
    const chunk = manifest[name];
    if (!chunk || shell.has(name) || found.has(`/${chunk.file}`)) return;
    found.add(`/${chunk.file}`);
    for (const sheet of chunk.css ?? []) found.add(`/${sheet}`);
    for (const name of chunk.imports ?? []) visit(name);
  };
  visit(module);
  return found;
}

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const BLOCK = 512;

/** The files of a `.tar.gz`, by path. Reads what `tar` writes for plain files; nothing else is needed. */
export function readArchive(path: string): Map<string, Uint8Array> {
  const tar = gunzipSync(readFileSync(path));
  const files = new Map<string, Uint8Array>();
  const text = (from: number, length: number) =>
    tar.toString("utf8", from, from + length).replace(/\0.*$/s, "");
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8) || 0;
    const prefix = text(at + 345, 155);
    const name = `${prefix === "" ? "" : `${prefix}/`}${text(at, 100)}`;
    const type = text(at + 156, 1);
    if (type === "0" || type === "") files.set(name, tar.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

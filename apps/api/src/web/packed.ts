import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Encoding, SiteFile } from "./site.ts";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** A file packed once, and kept; most the build has packed. */
export type Packer = (file: SiteFile, encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>;

/** Smaller than this a file gains nothing. */
const LEAST = 1024;

/** What a browser of this `Accept-Encoding` gets a file as; null: as it is. */
export function encodingFor(file: SiteFile, accepted: string | undefined): Encoding | null {
  if (!accepted || file.body.length < LEAST || !/^text\/|svg/.test(file.type)) return null;
  const names = accepted
    .split(",")
    .filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one))
    .map((one) => one.split(";")[0]?.trim().toLowerCase());
  if (names.includes("br")) return "br";
  return names.includes("gzip") || names.includes("*") ? "gzip" : null;
}

/** A packer with a memory of its own. */
export function packer(): Packer {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return (file, encoding) => {
    const ready = file.packed[encoding];
    if (ready) return Promise.resolve(ready);
    const key = `${encoding} ${file.path}`;
    const packed =
      kept.get(key) ??
      (encoding === "br"
        ? brotli(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } })
        : zip(file.body, { level: 9 })
      ).then((buffer) => new Uint8Array(buffer));
    kept.set(key, packed);
    return packed;
  };
}

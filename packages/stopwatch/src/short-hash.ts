import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The first `digits` hex digits of the SHA-256 of a text in UTF-8, upper case like GUIDs. */
export function shortHash(text: string, digits: number): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
    .slice(0, digits)
    .toUpperCase();
}

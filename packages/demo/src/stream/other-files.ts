/** How other kinds of file begin that are taken for demos. */
const BEGINNINGS: readonly (readonly [what: string, start: string])[] = [
  ["a zip archive: unpack the demo first", "PK\u0003\u0004"],
  ["a zip archive: unpack the demo first", "PK\u0005\u0006"],
  ["a gzip archive: unpack the demo first", "\u001f\u008b"],
  ["a 7z archive: unpack the demo first", "7z\u00bc\u00af"],
  ["a rar archive: unpack the demo first", "Rar!"],
  ["a bzip2 archive: unpack the demo first", "BZh"],
  ["an xz archive: unpack the demo first", "\u00fd7zXZ"],
  ["a PNG picture", "\u0089PNG"],
  ["a JPEG picture", "\u00ff\u00d8\u00ff"],
  ["a GIF picture", "GIF8"],
  ["a WebP picture or an AVI film", "RIFF"],
  ["a PDF document", "%PDF"],
  ["a program", "MZ"],
  ["a program", "\u007fELF"],
  ["a Matroska or WebM film", "\u001aE\u00df\u00a3"],
  ["a sound", "OggS"],
];

/** How much of a file is looked at. */
export const HEAD_BYTES = 512;

/** What a file is whose first bytes these are, when it is something well known that is no demo. */
export function otherFileOf(head: Uint8Array): string | null {
  let text = "";
  for (const byte of head.subarray(0, HEAD_BYTES)) text += String.fromCharCode(byte);
  for (const [what, start] of BEGINNINGS) if (text.startsWith(start)) return what;
  if (text.slice(4, 8) === "ftyp") return "a film (MP4)";
  if (/^\s*(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|head|body|\?xml|!--)/i.test(text))
    return "a web page: the download may have failed, or need a login";
  if (text !== "" && !/[^\t\n\r\u0020-\u007e\u0080-\u00ff]/.test(text)) return "a text";
  return null;
}

import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { baseName } from "@slomix/stats-parser";
import { type Extract, extract } from "tar-stream";
import { entryPath, unsafeName } from "./archive-entry.ts";
import { type Found, failure, foreign, maxFileBytes, tooLarge } from "./found.ts";
import { readError } from "./read-error.ts";
import { byStamp } from "./stamp-order.ts";

/** One entry of a tar: its header, and its bytes as a stream. */
type Entry = Extract extends AsyncIterable<infer Item> ? Item : never;

/** Bytes of files that are held to bring them into order; what follows is ordered by itself. */
const windowBytes = 64 * 1024 * 1024;

/** How many files a `.tar` or `.tar.gz` holds, as far as it can be read. Reads it once through. */
export async function countTar(path: string, cwd: string): Promise<number> {
  let files = 0;
  try {
    for await (const entry of entries(resolve(cwd, path))) {
      if (entry.header.type !== "directory") files += 1;
      entry.resume();
    }
  } catch {
    // The second reading, for the files themselves, says what is wrong.
  }
  return files;
}

/**
 * The files of a `.tar` or `.tar.gz`, by the stamps in their names as far as 64 MB reach. When the
 * archive breaks off, what was read before comes first and then the failure `bad_archive`.
 */
export async function* tarFiles(path: string, cwd: string): AsyncGenerator<Found> {
  let held: { path: string; found: Found }[] = [];
  let bytes = 0;
  let seen = 0;
  let broken: unknown = null;
  const flush = function* () {
    for (const { found } of byStamp(held, (thing) => thing.path)) yield found;
    held = [];
    bytes = 0;
  };
  try {
    const where = resolve(cwd, path);
    if (!(await stat(where)).isFile()) {
      yield failure(path, "not_a_file", "a pipe, socket or device, not a file");
      return;
    }
    for await (const entry of entries(where)) {
      seen += 1;
      const { name, type } = entry.header;
      const found = await readEntry(entry, entryPath(path, name));
      if (found === null) continue;
      held.push({ path: type === "directory" ? "" : name, found });
      if (found.kind === "file") bytes += found.file.bytes.length;
      if (bytes >= windowBytes) yield* flush();
    }
  } catch (error) {
    broken = error;
  }
  yield* flush();
  if (broken === null && seen === 0) broken = new Error("it holds nothing");
  if (broken === null) return;
  const { code } = broken as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "EACCES" || code === "EPERM") {
    const problem = readError(broken);
    yield failure(path, problem.code, problem.message);
  } else yield failure(path, "bad_archive", `the archive is damaged: ${wording(broken)}`);
}

/** One entry's file; null for folders and for what only the format needs. */
async function readEntry(entry: Entry, path: string): Promise<Found | null> {
  const { name, type, size } = entry.header;
  const skip = (found: Found | null) => {
    entry.resume();
    return found;
  };
  if (type === "directory") return skip(null);
  const problem = unsafeName(name);
  if (problem) return skip(failure(path, "unsafe_path", problem));
  const unopened = foreign(path);
  if (unopened) return skip(unopened);
  if (type === "symlink" || type === "link") {
    return skip(failure(path, "not_a_file", "a link; links in archives are not followed"));
  }
  if (type !== "file" && type !== "contiguous-file") {
    return skip(failure(path, "not_a_file", "a pipe or device, not a file"));
  }
  if (size > maxFileBytes) return skip(tooLarge(path, size));
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry) chunks.push(chunk as Uint8Array);
  return { kind: "file", file: { name: baseName(name), path, bytes: Buffer.concat(chunks) } };
}

/** The entries of a tar file, unpacked when it is gzip, whatever its name says. */
async function* entries(where: string): AsyncGenerator<Entry> {
  const handle = await open(where, "r");
  const magic = Buffer.alloc(2);
  await handle.read(magic, 0, 2, 0).finally(() => handle.close());
  // The option for old tars without a magic word is missing in the library's types.
  const tar = extract({ allowUnknownFormat: true } as Parameters<typeof extract>[0]);
  const file = createReadStream(where, { highWaterMark: 1 << 18 });
  const gunzip = magic.equals(Buffer.from([0x1f, 0x8b]))
    ? createGunzip({ chunkSize: 1 << 18 })
    : null;
  const fail = (error: Error) => tar.destroy(error);
  file.on("error", fail);
  gunzip?.on("error", fail);
  const unpacked: Readable = gunzip ? file.pipe(gunzip) : file;
  unpacked.pipe(tar as unknown as NodeJS.WritableStream);
  try {
    yield* tar;
  } finally {
    file.destroy();
    gunzip?.destroy();
  }
}

function wording(error: unknown): string {
  const { message } = error as Error;
  if (/unexpected end/i.test(message)) return "it ends too early";
  if (/Invalid tar header/i.test(message)) return "it is not a tar file, or broken inside";
  return message;
}

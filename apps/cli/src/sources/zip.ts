import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { crc32 } from "node:zlib";
import { baseName } from "@slomix/stats-parser";
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from "yauzl";
import { entryPath, unsafeName } from "./archive-entry.ts";
import { type Found, failure, foreign, maxFileBytes, tooLarge } from "./found.ts";
import { readError } from "./read-error.ts";
import { byStamp } from "./stamp-order.ts";

/** One file of the archive's list. */
interface Listed {
  readonly name: string;
  readonly entry: Entry;
}

/** How many files a `.zip` lists; 0 when it cannot be read. */
export async function countZip(path: string, cwd: string): Promise<number> {
  try {
    const { zip, listed } = await list(resolve(cwd, path));
    zip.close();
    return listed.length;
  } catch {
    return 0;
  }
}

/** The files of a `.zip` by the stamps in their names; each is read when its turn comes. */
export async function* zipFiles(path: string, cwd: string): AsyncGenerator<Found> {
  let opened: Awaited<ReturnType<typeof list>>;
  try {
    const where = resolve(cwd, path);
    if (!(await stat(where)).isFile()) {
      yield failure(path, "not_a_file", "a pipe, socket or device, not a file");
      return;
    }
    opened = await list(where);
  } catch (error) {
    yield isSystemError(error)
      ? failure(path, readError(error).code, readError(error).message)
      : failure(path, "bad_archive", `the archive is damaged: ${(error as Error).message}`);
    return;
  }
  const { zip, listed, broken } = opened;
  try {
    for (const { name, entry } of byStamp(listed, (item) => item.name)) {
      yield await readEntry(zip, entry, name, entryPath(path, name));
    }
  } finally {
    zip.close();
  }
  if (broken) yield failure(path, "bad_archive", `the archive is damaged: ${broken.message}`);
  else if (listed.length === 0) yield failure(path, "bad_archive", "the archive holds no file");
}

/** Opens the archive and reads its list, folders left out. `broken`: the list breaks off. */
async function list(
  where: string,
): Promise<{ zip: ZipFile; listed: Listed[]; broken: Error | null }> {
  // Names are decoded here: the library would refuse a whole archive for one bad name.
  const zip = await openPromise(where, { autoClose: false, decodeStrings: false });
  const listed: Listed[] = [];
  let broken: Error | null = null;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        false,
      );
      // Archives made on Windows may part folders with backslashes.
      if (!/[/\\]$/.test(name)) listed.push({ name, entry });
    }
  } catch (error) {
    broken = error as Error;
  }
  return { zip, listed, broken };
}

async function readEntry(zip: ZipFile, entry: Entry, name: string, path: string): Promise<Found> {
  const problem = unsafeName(name);
  if (problem) return failure(path, "unsafe_path", problem);
  const unopened = foreign(path);
  if (unopened) return unopened;
  // The upper half of these attributes is the Unix mode when the archive was made there.
  if (((entry.externalFileAttributes >>> 28) & 0xf) === 0xa && entry.versionMadeBy >>> 8 === 3) {
    return failure(path, "not_a_file", "a link; links in archives are not followed");
  }
  if (entry.isEncrypted()) return failure(path, "unreadable", "encrypted");
  if (entry.uncompressedSize > maxFileBytes) return tooLarge(path, entry.uncompressedSize);
  try {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > maxFileBytes) return tooLarge(path, bytes);
      chunks.push(chunk);
    }
    const content = Buffer.concat(chunks);
    // The library reads the checksum but leaves checking it to others.
    if (crc32(content) !== entry.crc32) {
      return failure(path, "bad_archive", "damaged in the archive: the checksum is wrong");
    }
    return { kind: "file", file: { name: baseName(name), path, bytes: content } };
  } catch (error) {
    return failure(path, "bad_archive", `damaged in the archive: ${(error as Error).message}`);
  }
}

function isSystemError(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException).syscall === "string";
}
